package org.gne.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.assertj.core.api.AbstractStringAssert;
import org.gne.data.Samples;
import org.gne.data.StorageOptions;
import org.gne.io.InputException;
import org.gne.io.ReadListener;
import org.gne.io.ReadProgress;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextEmbedderTest {

    private static TextEmbedder embedder;

    @TempDir
    Path directory;

    @BeforeAll
    static void open() {
        embedder = TextEmbedder.bundled();
    }

    @AfterAll
    static void close() {
        embedder.close();
    }

    @Test
    void textsOfLikeMeaningAreCloserThanOthers() {
        float[] question = embedder.embed("How do I convert a sound file to MP3?");
        assertThat(cosine(question, embedder.embed("audio encoder and transcoder")))
                .isGreaterThan(0.2 + cosine(question, embedder.embed("recipes for vegetable soup")));
        assertThat(cosine(question, question)).isCloseTo(1, within(1e-6));
    }

    @Test
    void aTextHasTheSameBitsWhateverTheOtherTextsAndTheThreads() throws IOException {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            texts.add("text number " + i + " says more".repeat(i % 9));
        }
        float[][] one = embedder.withThreads(1).embed(texts);
        float[][] three = embedder.withThreads(3).embed(texts);
        assertThat(three).isDeepEqualTo(one);
        List<String> backwards = new ArrayList<>(texts);
        Collections.reverse(backwards);
        Samples stored = embedder.embed(backwards, StorageOptions.automatic(), ReadListener.NONE);
        float[] row = new float[embedder.size()];
        for (int i = 0; i < texts.size(); i++) {
            stored.read(texts.size() - 1 - i, row, 0);
            assertThat(row).containsExactly(one[i]);
        }
    }

    @Test
    void emptyTextsAreMissing() throws IOException {
        Samples rows = embedder.embed(List.of("", "word", " \n"), StorageOptions.automatic(), ReadListener.NONE);
        float[] row = new float[embedder.size()];
        rows.read(0, row, 0);
        assertThat(row).containsOnly(Float.NaN);
        rows.read(2, row, 0);
        assertThat(row).containsOnly(Float.NaN);
        rows.read(1, row, 0);
        assertThat(row).doesNotContain(Float.NaN);
        assertThat(embedder.embed(Arrays.asList("word", null))[1]).containsOnly(Float.NaN);
    }

    @Test
    void longTextsCountFromBeginningToEnd() {
        String music = "orchestra violin concert melody ".repeat(400);
        String soup = "vegetable soup recipe kitchen ".repeat(400);
        float[] both = embedder.embed(music + soup);
        assertThat(length(both)).isCloseTo(1, within(1e-5));
        double other = cosine(both, embedder.embed("invoice for office chairs"));
        assertThat(cosine(both, embedder.embed("music"))).isGreaterThan(other + 0.1);
        assertThat(cosine(both, embedder.embed("cooking"))).isGreaterThan(other + 0.1);
    }

    @Test
    void aMegabyteIsEmbeddedFromBeginningToEnd() {
        String half = "orchestra violin concert melody ".repeat(16_000);
        float[] both = embedder.embed(half + "vegetable soup recipe kitchen ".repeat(17_000));
        assertThat(length(both)).isCloseTo(1, within(1e-5));
        double other = cosine(both, embedder.embed("invoice for office chairs"));
        assertThat(cosine(both, embedder.embed("music"))).isGreaterThan(other + 0.1);
        assertThat(cosine(both, embedder.embed("cooking"))).isGreaterThan(other + 0.1);
    }

    @Test
    void theTokenizerOfAnotherModelIsNamed() throws IOException {
        Path onnx = copy("/" + TextEmbedder.BUNDLED + ".onnx", "m.onnx");
        String json = Files.readString(copy("/" + TextEmbedder.BUNDLED + "-tokenizer.json", "t.json"));
        String wrong = json.replaceFirst("\"orchestra\"(\\s*):(\\s*)\\d+", "\"orchestra\": 50000");
        assertThat(wrong).isNotEqualTo(json);
        Path tokenizer = Files.writeString(directory.resolve("wrong.json"), wrong);
        try (TextEmbedder own = TextEmbedder.of(onnx, tokenizer, EmbeddingOptions.defaults())) {
            assertOneLine("the orchestra", own).contains("m.onnx: cannot compute", "expected the tokenizer");
        }
    }

    @Test
    void textsOfAnyCharactersHaveVectors() {
        List<String> texts = List.of(
                "\uD83D\uDE00\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67",
                "\u05E9\u05DC\u05D5\u05DD \u202Eabc\u202C \u0645\u0631\u062D\u0628\u0627",
                "half \uD83D of a pair, \uDE00 the other half",
                "a zero \0 inside",
                "\uFEFF\u200B",
                "x".repeat(20_000));
        for (float[] vector : embedder.embed(texts)) {
            boolean missing = Float.isNaN(vector[0]);
            assertThat(missing ? 1 : length(vector)).isCloseTo(1, within(1e-5));
        }
    }

    @Test
    void knownVectorsComeFromTheFile() throws IOException {
        Path file = directory.resolve("new").resolve("vectors.safetensors");
        TextEmbedder cached = embedder.withCache(file);
        Samples first = cached.embed(List.of("one", "two", "one"), StorageOptions.automatic(), ReadListener.NONE);
        byte[] written = Files.readAllBytes(file);
        List<Long> totals = new ArrayList<>();
        Samples second = cached.embed(
                List.of("one", "two", "one"), StorageOptions.automatic(), progress -> totals.add(progress.total()));
        assertThat(rows(second)).isDeepEqualTo(rows(first));
        assertThat(totals).containsExactly(2L);
        assertThat(Files.readAllBytes(file)).isEqualTo(written);
        Files.write(file, new byte[] {1, 2, 3});
        assertThat(rows(cached.embed(List.of("one", "two", "one"), StorageOptions.automatic(), ReadListener.NONE)))
                .isDeepEqualTo(rows(first));
        assertThat(Files.readAllBytes(file)).isEqualTo(written);
    }

    @Test
    void progressEndsAtTheNumberOfDifferentTexts() throws IOException {
        List<ReadProgress> seen = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            texts.add("n " + i);
        }
        embedder.embed(texts, StorageOptions.automatic(), seen::add);
        assertThat(seen).extracting(ReadProgress::done).containsExactly(256L, 300L);
        assertThat(seen).extracting(ReadProgress::total).containsOnly(300L);
    }

    @Test
    void aModelInFilesIsThatOfTheFiles() throws IOException {
        Path onnx = copy("/" + TextEmbedder.BUNDLED + ".onnx", "m.onnx");
        Path tokenizer = copy("/" + TextEmbedder.BUNDLED + "-tokenizer.json", "t.json");
        try (TextEmbedder own = TextEmbedder.of(onnx, tokenizer, EmbeddingOptions.defaults())) {
            assertThat(own.embed("the same text")).containsExactly(embedder.embed("the same text"));
            assertThat(own.model()).startsWith("m.onnx ").endsWith(" MEAN 256");
        }
        EmbeddingOptions first = new EmbeddingOptions(EmbeddingOptions.Pooling.CLS, 64);
        try (TextEmbedder own = TextEmbedder.of(onnx, tokenizer, first)) {
            assertThat(own.embed("the same text")).isNotEqualTo(embedder.embed("the same text"));
        }
        EmbeddingOptions wide = new EmbeddingOptions(EmbeddingOptions.Pooling.MEAN, 4096);
        try (TextEmbedder own = TextEmbedder.of(onnx, tokenizer, wide)) {
            assertOneLine("word ".repeat(2000), own).contains("m.onnx").contains("window");
        }
    }

    @Test
    void wrongFilesAreNamedInOneLine() throws IOException {
        Path onnx = copy("/" + TextEmbedder.BUNDLED + ".onnx", "m.onnx");
        Path tokenizer = copy("/" + TextEmbedder.BUNDLED + "-tokenizer.json", "t.json");
        byte[] whole = Files.readAllBytes(onnx);
        Path cut = Files.write(directory.resolve("cut.onnx"), Arrays.copyOf(whole, whole.length / 2));
        byte[] noise = new byte[1000];
        new Random(5).nextBytes(noise);
        Path random = Files.write(directory.resolve("random.onnx"), noise);
        Path other = Files.writeString(directory.resolve("other.json"), "{\"a\": 1}");
        assertWrong(cut, tokenizer, "cut.onnx: is no ONNX model");
        assertWrong(random, tokenizer, "random.onnx: is no ONNX model");
        assertWrong(tokenizer, tokenizer, "t.json: is no ONNX model");
        assertWrong(onnx, other, "other.json: is no tokenizer");
        assertWrong(onnx, random, "random.onnx: is no tokenizer");
        assertWrong(directory.resolve("none.onnx"), tokenizer, "none.onnx: there is no such file");
        assertWrong(onnx, directory, "is a folder");
    }

    private void assertWrong(Path onnx, Path tokenizer, String message) {
        assertThatThrownBy(() -> TextEmbedder.of(onnx, tokenizer, EmbeddingOptions.defaults())
                        .close())
                .isInstanceOf(InputException.class)
                .hasMessageContaining(message)
                .extracting(e -> String.valueOf(e.getMessage()).lines().count())
                .isEqualTo(1L);
    }

    private static AbstractStringAssert<?> assertOneLine(String text, TextEmbedder own) {
        try {
            own.embed(text);
        } catch (InputException e) {
            String message = String.valueOf(e.getMessage());
            assertThat(message.lines()).hasSize(1);
            return assertThat(message);
        }
        throw new AssertionError("found a vector of a window that the model does not have, expected an exception");
    }

    private Path copy(String resource, String name) throws IOException {
        try (InputStream in = TextEmbedderTest.class.getResourceAsStream(resource)) {
            Path file = directory.resolve(name);
            Files.write(file, in.readAllBytes());
            return file;
        }
    }

    private static float[][] rows(Samples samples) {
        float[][] rows = new float[samples.size()][samples.width()];
        for (int i = 0; i < rows.length; i++) {
            samples.read(i, rows[i], 0);
        }
        return rows;
    }

    private static double length(float[] vector) {
        return Math.sqrt(cosine(vector, vector));
    }

    private static double cosine(float[] a, float[] b) {
        double sum = 0;
        for (int j = 0; j < a.length; j++) {
            sum += (double) a[j] * b[j];
        }
        return sum;
    }
}
