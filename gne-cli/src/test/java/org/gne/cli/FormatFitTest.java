package org.gne.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.WritableGroup;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.ipc.ArrowFileWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One fit from a file of each format that other programs write, from the command line to the files of the map. */
class FormatFitTest {

    private static final int ROWS = 40;

    @TempDir
    Path directory;

    @Test
    void excelIsFitted() throws IOException {
        String relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet";
        StringBuilder rows = new StringBuilder("<row>");
        for (String name : new String[] {"a", "b", "day", "kind"}) {
            rows.append(text(name));
        }
        rows.append("</row>");
        for (int i = 0; i < ROWS; i++) {
            rows.append("<row><c><v>" + i * 7 % 13 + "</v></c><c><v>" + i * 5 % 11 * 0.5 + "</v></c><c s='1'><v>"
                    + (43861 + i * i) + "</v></c>" + text(i % 2 == 0 ? "x" : "y") + "</row>");
        }
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put(
                "xl/workbook.xml",
                bytes("<workbook xmlns:r='r'><sheets><sheet name='First' r:id='r1'/></sheets></workbook>"));
        parts.put(
                "xl/_rels/workbook.xml.rels",
                bytes("<Relationships><Relationship Id='r1' Type='" + relations
                        + "' Target='a.xml'/><Relationship Id='r2' Type='" + relations.replace("worksheet", "styles")
                        + "' Target='s.xml'/></Relationships>"));
        parts.put("xl/s.xml", bytes("<styleSheet><cellXfs><xf/><xf numFmtId='14'/></cellXfs></styleSheet>"));
        parts.put("xl/a.xml", bytes("<worksheet><sheetData>" + rows + "</sheetData></worksheet>"));
        Run run = fit(Files.write(directory.resolve("book.xlsx"), zip(parts)), "--label", "kind", "--sheet", "First");
        assertThat(run.err()).contains("numbers: a, b (2)\n", "dates: day\n", "rows are 3 columns; 2 classes");
        assertThat(run.err()).contains(": map.png, errors.png, embedding.csv, ");
    }

    @Test
    void matrixMarketIsFitted() throws IOException {
        StringBuilder text = new StringBuilder("%%MatrixMarket matrix coordinate real general\n40 6 80\n");
        for (int i = 0; i < 80; i++) {
            text.append(1 + i / 2)
                    .append(' ')
                    .append(1 + i * 7 % 6)
                    .append(' ')
                    .append(1 + i % 5)
                    .append('\n');
        }
        Run run = fit(Files.writeString(directory.resolve("m.mtx"), text));
        assertThat(run.err()).contains("rows are 6 columns");
    }

    @Test
    void aZipOfImagesIsFitted() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (int i = 0; i < ROWS; i++) {
            BufferedImage image = new BufferedImage(4, 4, BufferedImage.TYPE_BYTE_GRAY);
            image.getRaster().setSample(i % 4, i / 4 % 4, 0, 100 + 3 * i);
            ByteArrayOutputStream png = new ByteArrayOutputStream();
            ImageIO.write(image, "png", png);
            files.put("images/" + (i % 2 == 0 ? "even" : "odd") + "/" + i + ".png", png.toByteArray());
        }
        Run run = fit(Files.write(directory.resolve("images.zip"), zip(files)));
        assertThat(run.err()).contains("rows are grey pictures of 4 x 4 pixels; 2 classes");
    }

    @Test
    void annDataIsFitted() throws IOException {
        Path file = directory.resolve("cells.h5ad");
        double[][] x = new double[ROWS][3];
        String[] cells = new String[ROWS];
        String[] kinds = new String[ROWS];
        for (int i = 0; i < ROWS; i++) {
            x[i] = new double[] {i * 7 % 13, i * 5 % 11, i % 3};
            cells[i] = "cell" + i;
            kinds[i] = i % 2 == 0 ? "T" : "B";
        }
        try (WritableHdfFile hdf = HdfFile.write(file)) {
            hdf.putDataset("X", x);
            WritableGroup obs = hdf.putGroup("obs");
            obs.putAttribute("_index", "cell");
            obs.putAttribute("column-order", new String[] {"kind"});
            obs.putDataset("cell", cells);
            obs.putDataset("kind", kinds);
            WritableGroup genes = hdf.putGroup("var");
            genes.putAttribute("_index", "gene");
            genes.putDataset("gene", new String[] {"CD4", "CD8", "MS4A1"});
        }
        Run run = fit(file, "--label", "kind");
        assertThat(run.err()).contains("counts: CD4, CD8, MS4A1 (3)", "2 classes");
    }

    @Test
    void arrowIsFitted() throws IOException {
        Path file = directory.resolve("t.arrow");
        try (BufferAllocator memory = new RootAllocator();
                Float8Vector a = new Float8Vector("a", memory);
                Float8Vector b = new Float8Vector("b", memory);
                VarCharVector kind = new VarCharVector("kind", memory)) {
            for (int i = 0; i < ROWS; i++) {
                a.setSafe(i, i * 7 % 13);
                b.setSafe(i, i * 5 % 11);
                kind.setSafe(i, bytes(i % 2 == 0 ? "x" : "y"));
            }
            try (VectorSchemaRoot table = VectorSchemaRoot.of(a, b, kind);
                    OutputStream out = Files.newOutputStream(file);
                    ArrowFileWriter writer = new ArrowFileWriter(table, null, Channels.newChannel(out))) {
                table.setRowCount(ROWS);
                writer.start();
                writer.writeBatch();
                writer.end();
            }
        }
        assertThat(fit(file, "--label", "kind").err()).contains("numbers: a, b (2)", "2 classes");
    }

    private static String text(String value) {
        return "<c t='inlineStr'><is><t>" + value + "</t></is></c>";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] zip(Map<String, byte[]> files) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }

    private Run fit(Path file, String... options) {
        String[] all = new String[10 + options.length];
        Path out = directory.resolve("out");
        System.arraycopy(
                new String[] {
                    "fit",
                    file.toString(),
                    "--out",
                    out.toString(),
                    "--preset",
                    "fast",
                    "--epochs",
                    "2",
                    "--threads",
                    "1"
                },
                0,
                all,
                0,
                10);
        System.arraycopy(options, 0, all, 10, options.length);
        Run run = Run.of((Object[]) all);
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(out.resolve("map.png")).exists();
        assertThat(out.resolve("embedding.csv")).content().hasLineCount(ROWS + 1);
        return run;
    }
}
