package org.gne.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gne.GneModel;
import org.gne.data.Column;
import org.gne.data.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextFitTest {

    private static final List<String> TEXTS = List.of(
            "a violin concerto by a young orchestra",
            "guitar chords for beginners",
            "the choir sings on Sunday",
            "how to cook vegetable soup",
            "bread with olives and salt",
            "a cake of apples and cinnamon",
            "the striker scored twice in the final",
            "training plan for a marathon",
            "the tennis match was interrupted by rain");

    @TempDir
    Path directory;

    @Test
    void columnsOfTextsMakeAMapOnWhichNewTextsHaveAPlace() throws IOException {
        Path out = directory.resolve("out");
        Run run = fit(table(), out, "--text", "title,body", "--label", "topic", "--id", "key");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.err())
                .contains("vectors: title + body of 384 numbers by all-minilm-l6-v2-q\n")
                .contains("note: 1 of 40 rows have no text in columns title, body: taken as missing")
                .contains("rows are 1 column, 1 value missing (2.5 %); 3 classes");
        assertThat(Files.readAllLines(out.resolve("texts.csv")))
                .startsWith("row,id,text")
                .hasSizeGreaterThan(40);
        Column column = ((Schema.Columns)
                        GneModel.load(out.resolve("model.safetensors")).schema())
                .columns()
                .get(0);
        assertThat(column.source()).isNotNull();
        assertThat(column.source().columns()).containsExactly("title", "body");

        Run find = Run.of("find", out, "an opera singer", "-n", "3");
        assertThat(find.code()).as(find.err()).isZero();
        assertThat(find.out().lines()).hasSize(5);
        assertThat(find.out()).startsWith("place: ").containsPattern("row \\d+ at .*  k\\d+  \"?no, \\d+");
        assertThat(find.out()).contains("choir").doesNotContain("soup");
        String there = find.out().lines().findFirst().orElseThrow().substring("place: ".length());
        Run at = Run.of("find", out, "--at", there);
        assertThat(at.code()).as(at.err()).isZero();
        assertThat(at.out()).startsWith("place: " + there).contains("\nwords: ").hasLineCount(12);
        assertThat(Run.of("find", out, "one", "--at", there).err()).contains("TEXT and --at: found both");

        Path placed = directory.resolve("placed.csv");
        Run place = Run.of("place", out, table(), "--out", placed, "-q");
        assertThat(place.code()).as(place.err()).isZero();
        assertThat(Files.readAllLines(placed)).hasSize(41);
        Run evaluate = Run.of("evaluate", out, table(), "--label", "topic", "-q");
        assertThat(evaluate.code()).as(evaluate.err()).isZero();

        Path other = Files.writeString(directory.resolve("other.csv"), "a,b\n1,2\n3,4\n");
        assertThat(Run.of("place", out, other, "--out", placed).err()).contains("other.csv: --text: no column 'title'");
        assertThat(Run.of("place", out, table(), "--out", placed, "--text", "title")
                        .err())
                .contains("--text: found title, expected none: the model knows its columns of texts: title, body");
    }

    @Test
    void otherColumnsJoinWithTheirWeight() throws IOException {
        Path out = directory.resolve("out");
        Run run = fit(table(), out, "--text", "body", "--columns", "size", "--text-weight", "0.5");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.err()).contains("numbers: size\n").contains("rows are 2 columns");
        Path samples = directory.resolve("samples.csv");
        Run generate = Run.of("generate", out, "--at", "0,0", "--out", samples);
        assertThat(generate.code()).as(generate.err()).isZero();
        Run place = Run.of("place", out, table(), "--out", directory.resolve("p.csv"), "-q");
        assertThat(place.code()).as(place.err()).isZero();
    }

    @Test
    void linesOfAFileAndFilesOfAFolderAreTexts() throws IOException {
        Path lines = Files.writeString(directory.resolve("notes.txt"), String.join("\n", TEXTS));
        Run run = fit(lines, directory.resolve("lines"), "--text");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.err()).contains("9 rows of 384 values");
        Run place = Run.of("place", directory.resolve("lines"), lines, "--out", directory.resolve("p.csv"));
        assertThat(place.code()).as(place.err()).isZero();

        Path folder = directory.resolve("folder");
        for (int i = 0; i < TEXTS.size(); i++) {
            Path sub = Files.createDirectories(folder.resolve("topic" + i / 3));
            Files.writeString(
                    sub.resolve("t" + i + ".txt"),
                    TEXTS.get(i),
                    i == 0 ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8);
        }
        Run files = fit(folder, directory.resolve("files"), "--label", "folder", "--text");
        assertThat(files.code()).as(files.err()).isZero();
        assertThat(files.err()).contains("3 classes");
        assertThat(Files.readString(directory.resolve("files").resolve("texts.csv")))
                .contains("0,topic0/t0.txt,a violin concerto by a young orchestra\n");
    }

    @Test
    void wrongCallsAreOneLine() throws IOException {
        Path out = directory.resolve("out");
        assertThat(fit(table(), out, "--text", "review").err())
                .isEqualTo("gne: " + table()
                        + ": --text: no column 'review', expected one of key, title, body, size, topic\n");
        assertThat(fit(table(), out, "--window", "100").err()).contains("found one without --text");
        assertThat(fit(table(), out, "--text", "body", "--embed", "m.onnx").err())
                .contains("--embed and --tokenizer: found one of them, expected both or none");
        Path empty = Files.writeString(directory.resolve("empty.csv"), "body,n\n,1\n,2\n");
        assertThat(fit(empty, out, "--text", "body").err()).contains("found no text in column 'body' of any row");
        Path images = Files.createDirectories(directory.resolve("none"));
        assertThat(fit(images, out, "--text").code()).isEqualTo(2);
    }

    private Path table() throws IOException {
        StringBuilder text = new StringBuilder("key,title,body,size,topic\n");
        for (int i = 0; i < 40; i++) {
            String body = i == 7 ? "" : TEXTS.get(i % 9) + ": part " + i / 9;
            text.append("k" + i + "," + (i == 7 ? "" : "\"no, " + i + "\"") + "," + body + "," + i * 37 % 11
                    + ".5,topic" + i % 9 / 3 + "\n");
        }
        return Files.writeString(directory.resolve("table.csv"), text);
    }

    private static Run fit(Path input, Path out, String... more) {
        Object[] args = new Object[more.length + 8];
        System.arraycopy(new Object[] {"fit", input, "--out", out, "--preset", "fast", "--epochs", "2"}, 0, args, 0, 8);
        System.arraycopy(more, 0, args, 8, more.length);
        return Run.of(args);
    }
}
