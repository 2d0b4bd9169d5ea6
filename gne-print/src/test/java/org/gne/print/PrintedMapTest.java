package org.gne.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.gne.data.Embedding;
import org.gne.data.Labels;
import org.gne.draw.MapPlot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

class PrintedMapTest {

    private static final List<String> NAMES = List.of("small birds", "fish & chips <\u00e4>", "\u9ce5\u985e");

    @TempDir
    Path directory;

    private static MapPlot plot(int rows) {
        Random random = new Random(8);
        float[] places = new float[2 * rows];
        for (int i = 0; i < places.length; i++) {
            places[i] = (float) random.nextGaussian() + i / 2 % 3 * 8 * (i % 2);
        }
        int[] classes = IntStream.range(0, rows).map(row -> row % 3).toArray();
        return MapPlot.of("A printed map", new Embedding(places, 2), new Labels(classes, NAMES), null);
    }

    @Test
    void svgIsWellFormedAndItsTextsAreTexts() throws Exception {
        Path file = directory.resolve("map.svg");
        for (int rows : new int[] {90, 3000}) {
            SvgMap.write(file, plot(rows).withDark(rows == 90).withSize(new MapPlot.Size(900, 800)));
            DocumentBuilderFactory xml = DocumentBuilderFactory.newInstance();
            xml.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
            Document svg = xml.newDocumentBuilder().parse(file.toFile());
            assertThat(svg.getDocumentElement().getAttribute("viewBox")).isEqualTo("0 0 900 800");
            NodeList texts = svg.getElementsByTagName("text");
            List<String> found = new ArrayList<>();
            for (int i = 0; i < texts.getLength(); i++) {
                found.add(texts.item(i).getTextContent().strip());
            }
            // On the map and in the legend.
            assertThat(found).contains("A printed map").containsAll(NAMES);
            // Many points are one image, few are shapes.
            assertThat(svg.getElementsByTagName("image").getLength()).isEqualTo(rows > 2000 ? 1 : 0);
        }
    }

    @Test
    void pdfHasItsTexts() throws Exception {
        Path file = directory.resolve("map.pdf");
        PdfMap.write(file, plot(3000));
        try (PDDocument pdf = Loader.loadPDF(file.toFile())) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(1);
            assertThat(pdf.getPage(0).getMediaBox().getWidth()).isBetween(518f, 519f);
            // Letters that Helvetica does not have are shapes.
            assertThat(new PDFTextStripper().getText(pdf)).contains("A printed map", NAMES.get(0), NAMES.get(1));
        }
        byte[] first = Files.readAllBytes(file);
        PdfMap.write(file, plot(3000));
        assertThat(Files.readAllBytes(file)).hasSameSizeAs(first);
    }
}
