package org.gne;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.gne.data.Embedding;
import org.gne.data.MapRange;
import org.gne.data.SafeTensors;
import org.gne.data.Samples;
import org.gne.data.Scaling;
import org.gne.data.ScalingKind;
import org.gne.data.Schema;
import org.gne.data.Tensor;
import org.gne.loop.FitListener;
import org.gne.loop.FitProgress;
import org.gne.nn.Heads;
import org.gne.nn.MlpShape;
import org.gne.nn.ResidualMlp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GneModelTest {

    private static final Samples TABLE =
            Samples.ofFloats(flat(), Schema.Columns.named(List.of("a", "b,\"c\"", "", "ü\n")));

    private static final Samples PICTURES = Clusters.pictures(200, 3, 2);

    private static final GneModel TABLE_MODEL = PlainModel.of(fit(TABLE));

    private static final GneModel PICTURE_MODEL = PlainModel.of(fit(PICTURES));

    @TempDir
    Path directory;

    private static float[] flat() {
        float[] values = new float[200 * 4];
        float[][] rows = Clusters.rows(200, 4);
        for (int i = 0; i < values.length; i++) {
            values[i] = 1000 + 50 * rows[i / 4][i % 4];
        }
        return values;
    }

    private static GneModel fit(Samples samples) {
        GneOptions options =
                GneOptions.of(Preset.FAST).withHidden(16).withBlocks(2).withThreads(2);
        return Gne.fit(
                samples, options.withTraining(options.training().withEpochs(20).withBatch(64)));
    }

    private Path saved(GneModel model) throws IOException {
        Path file = directory.resolve("model.safetensors");
        model.save(file);
        return file;
    }

    @Test
    void aSavedModelIsLoadedBitForBit() throws IOException {
        for (GneModel model : List.of(TABLE_MODEL, PICTURE_MODEL)) {
            GneModel loaded = GneModel.load(saved(model));
            assertThat(loaded.embedding().dim()).isEqualTo(model.embedding().dim());
            assertThat(loaded.embedding().values()).isEqualTo(model.embedding().values());
            assertThat(loaded.embedding().sha256()).isEqualTo(model.embedding().sha256());
            assertThat(loaded.decoder().shape()).isEqualTo(model.decoder().shape());
            assertThat(loaded.decoder().parameters()).isEqualTo(model.decoder().parameters());
            assertThat(loaded.scaling()).isEqualTo(model.scaling());
            assertThat(loaded.schema()).isEqualTo(model.schema());
            assertThat(loaded.record()).isEqualTo(model.record());
            float[][] places = {{0, 0}, {-1.5f, 2}};
            assertThat(loaded.generate(places)).isDeepEqualTo(model.generate(places));
        }
    }

    @Test
    void savingALoadedModelWritesTheSameBytes() throws IOException {
        byte[] first = Files.readAllBytes(saved(TABLE_MODEL));
        assertThat(Files.readAllBytes(saved(GneModel.load(directory.resolve("model.safetensors")))))
                .isEqualTo(first);
    }

    @Test
    void aModelWithoutALossIsSavedAndLoaded() throws IOException {
        GneModel model = Gne.fit(TABLE, GneOptions.of(Preset.FAST).withThreads(1), new StopAtOnce());
        assertThat(model.record().trainingLoss()).isNaN();
        assertThat(GneModel.load(saved(model)).record()).isEqualTo(model.record());
    }

    private static final class StopAtOnce implements FitListener {
        @Override
        public Action onEpoch(FitProgress progress) {
            return Action.STOP;
        }

        @Override
        public Action onBatch(int epoch, int rows) {
            return Action.STOP;
        }
    }

    @Test
    void tablesAreGeneratedInTheirUnits() {
        assertThat(TABLE_MODEL.scaling().kind()).isEqualTo(ScalingKind.STANDARDIZE);
        assertNear(TABLE, TABLE_MODEL, 60);
    }

    @Test
    void picturesAreGeneratedAsBytes() {
        assertThat(PICTURE_MODEL.scaling()).isEqualTo(Scaling.unit(0, 255));
        assertNear(PICTURES, PICTURE_MODEL, 25);
        for (float[] sample : PICTURE_MODEL.generate(new float[][] {{100, -100}, {0, 0}, {-1e6f, 1e6f}})) {
            for (float value : sample) {
                assertThat(value).isBetween(0f, 255.001f);
            }
        }
    }

    /** The mean difference to the rows, in their own units. */
    private static void assertNear(Samples samples, GneModel model, double most) {
        float[][] generated = model.generate(model.embedding().toArray());
        float[] row = new float[samples.width()];
        double sum = 0;
        for (int i = 0; i < samples.size(); i++) {
            samples.read(i, row, 0);
            for (int j = 0; j < row.length; j++) {
                sum += Math.abs(row[j] - generated[i][j]);
            }
        }
        assertThat(sum / samples.size() / row.length).isLessThan(most);
    }

    @Test
    void aPointHasTheSameSampleInABatchAndAlone() {
        float[][] places = new float[131][];
        for (int i = 0; i < places.length; i++) {
            places[i] = new float[] {i * 0.02f - 1, 1 - i * 0.01f};
        }
        float[][] together = TABLE_MODEL.generate(places);
        for (int i = 0; i < places.length; i++) {
            assertThat(TABLE_MODEL.generate(new float[][] {places[i]})[0]).isEqualTo(together[i]);
        }
        assertThat(TABLE_MODEL.generate(new float[0][])).isEmpty();
    }

    @Test
    void gridsGoRowByRowFromTheTopLeft() {
        MapRange x = PICTURE_MODEL.range(0);
        MapRange y = PICTURE_MODEL.range(1);
        float[][] places = PICTURE_MODEL.gridPlaces(5);
        assertThat(places).hasDimensions(25, 2);
        for (int i = 0; i < 25; i++) {
            assertThat(places[i]).containsExactly((float) x.centre(i % 5, 5), (float) y.centre(4 - i / 5, 5));
            assertThat((double) places[i][0]).isBetween(x.low(), x.high());
            assertThat((double) places[i][1]).isBetween(y.low(), y.high());
        }
        assertThat(places[0][0]).isLessThan(places[4][0]);
        assertThat(places[0][1]).isGreaterThan(places[24][1]);
        float[][] grid = PICTURE_MODEL.grid(5);
        assertThat(grid).hasDimensions(25, 6);
        assertThat(grid).isDeepEqualTo(PICTURE_MODEL.generate(places));
        assertThat(PICTURE_MODEL.grid(1)).hasDimensions(1, 6);
    }

    @Test
    void pointsOfAnotherDimensionAreRejected() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TABLE_MODEL.generate(new float[][] {{0, 0}, {1, 2, 3}}))
                .withMessage("point 1 has 3 coordinates, expected 2");
        assertThatIllegalArgumentException().isThrownBy(() -> TABLE_MODEL.grid(0));
        assertThatIllegalArgumentException().isThrownBy(() -> TABLE_MODEL.grid(100_000));
        GneModel line = new GneModel(
                new Embedding(new float[] {1, 2}, 1),
                new ResidualMlp(new MlpShape(1, 1, 0, Heads.real(4)), new float[10]),
                Scaling.none(),
                TABLE.schema(),
                TABLE_MODEL.record());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> line.grid(3))
                .withMessage("a grid needs a map of 2 dimensions, found 1");
    }

    @Test
    void partsOfDifferentSizesAreRejected() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new GneModel(
                        new Embedding(new float[3], 1),
                        TABLE_MODEL.decoder(),
                        TABLE_MODEL.scaling(),
                        TABLE_MODEL.schema(),
                        TABLE_MODEL.record()))
                .withMessageContaining("dimension 1 for a decoder of 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new GneModel(
                        TABLE_MODEL.embedding(),
                        TABLE_MODEL.decoder(),
                        TABLE_MODEL.scaling(),
                        Schema.Columns.numbered(5),
                        TABLE_MODEL.record()))
                .withMessageContaining("rows of 5 values for a decoder of 4");
        assertThatIllegalArgumentException().isThrownBy(() -> TABLE_MODEL.reconstructionErrors(TABLE.limit(3), 1));
    }

    @Test
    void aFileWithoutOneOfItsTextsIsRejected() throws IOException {
        List<String> optional = List.of("explained", "explainedError", "lowestLoss");
        for (GneModel model : List.of(TABLE_MODEL, PICTURE_MODEL)) {
            SafeTensors whole = SafeTensors.read(saved(model));
            for (String key : whole.metadata().keySet()) {
                if (optional.contains(key)) {
                    continue;
                }
                Map<String, String> metadata = new LinkedHashMap<>(whole.metadata());
                metadata.remove(key);
                refuses(metadata, whole.tensors(), key.equals("picture") ? "columns" : key);
            }
        }
    }

    @Test
    void olderFilesWithoutErrorsAreRead() throws IOException {
        SafeTensors whole = SafeTensors.read(saved(TABLE_MODEL));
        Map<String, String> metadata = new LinkedHashMap<>(whole.metadata());
        assertThat(metadata.remove("explainedError"))
                .isEqualTo(Double.toString(TABLE_MODEL.record().explainedError()));
        Path file = directory.resolve("old.safetensors");
        new SafeTensors(metadata, whole.tensors()).write(file);
        GneModel old = GneModel.load(file);
        assertThat(old.record().explainedError()).isNaN();
        assertThat(old.place(TABLE.limit(3), 1).unexplained()).isEqualTo(3);
    }

    @Test
    void aFileWithoutOneOfItsTensorsIsRejected() throws IOException {
        SafeTensors whole = SafeTensors.read(saved(TABLE_MODEL));
        for (String name : whole.tensors().keySet()) {
            Map<String, Tensor> tensors = new LinkedHashMap<>(whole.tensors());
            tensors.remove(name);
            refuses(whole.metadata(), tensors, "");
        }
    }

    @Test
    void wrongTextsAreRejected() throws IOException {
        SafeTensors whole = SafeTensors.read(saved(TABLE_MODEL));
        Map<String, List<String>> wrong = new LinkedHashMap<>();
        wrong.put("format", List.of("gme", "", "GNE", "g\nne", "x".repeat(10_000)));
        wrong.put("version", List.of("3", "", "1.0", "2.0"));
        List<String> sizes = List.of("15", "17", "0", "-1", "", "x", "1e3", "2147483647", "99999999999");
        wrong.put("hidden", sizes);
        wrong.put("blocks", List.of("3", "-1", "", "x", "2147483647", "99999999999"));
        wrong.put(
                "heads",
                List.of(
                        "",
                        "{}",
                        "[",
                        "[]",
                        "null",
                        "[null]",
                        "[\"real\"]",
                        "[{}]",
                        "[{\"head\":\"real\"}]",
                        "[{\"head\":\"real\",\"width\":3}]",
                        "[{\"head\":\"real\",\"width\":5}]",
                        "[{\"head\":\"real\",\"width\":0},{\"head\":\"real\",\"width\":4}]",
                        "[{\"head\":\"real\",\"width\":\"4\"}]",
                        "[{\"head\":\"REAL\",\"width\":4}]"));
        wrong.put("scaling", List.of("", "LOG"));
        wrong.put("picture", List.of("", "2x2", "2x2x2", "0x4x1", "-2x-2x1", "3x2x1", "100000x100000x1", "2x2x1x1"));
        wrong.put(
                "columns",
                List.of("", "{}", "[", "[]", "null", "[\"a\"]", "[\"a\",\"b\",null,\"d\"]", "[\"a\",\"b\",\"c\",{}]"));
        wrong.put("epochs", List.of("", "many"));
        wrong.put("threads", List.of("", "2.0"));
        wrong.forEach((key, values) -> {
            for (String value : values) {
                Map<String, String> metadata = new LinkedHashMap<>(whole.metadata());
                metadata.put(key, value);
                refuses(metadata, whole.tensors(), "");
            }
        });
        for (String key : List.of("seed", "trainingLoss", "trainSeconds", "gflops", "explainedError", "labelWeight")) {
            for (String value : List.of("", "low", "1\n2", "1e")) {
                Map<String, String> metadata = new LinkedHashMap<>(whole.metadata());
                metadata.put(key, value);
                refuses(metadata, whole.tensors(), key + ": found " + value.replace('\n', ' '));
            }
        }
        Map<String, String> huge = new LinkedHashMap<>(whole.metadata());
        huge.put("hidden", "2147483647");
        huge.put("blocks", "2147483647");
        refuses(huge, whole.tensors(), "");
    }

    @Test
    void weightsThatAreNotFiniteAreRejected() throws IOException {
        SafeTensors whole = SafeTensors.read(saved(TABLE_MODEL));
        whole.tensors().forEach((name, tensor) -> {
            boolean weights = name.equals("embedding") || name.endsWith("weight") || name.endsWith("bias");
            for (float wrong : new float[] {Float.NaN, Float.NEGATIVE_INFINITY}) {
                if (weights) {
                    float[] values = tensor.floats().clone();
                    values[values.length - 1] = wrong;
                    Map<String, Tensor> tensors = new LinkedHashMap<>(whole.tensors());
                    tensors.put(name, Tensor.ofFloats(values, tensor.shape()));
                    refuses(
                            whole.metadata(),
                            tensors,
                            "tensor " + name + ": value " + (values.length - 1) + " is " + wrong);
                }
            }
        });
    }

    @Test
    void wrongSizesAreRejected() throws IOException {
        SafeTensors whole = SafeTensors.read(saved(TABLE_MODEL));
        whole.tensors().forEach((name, tensor) -> {
            List<Tensor> wrong = new ArrayList<>();
            int length = tensor.length();
            if (!name.equals("embedding")) {
                wrong.add(Tensor.ofFloats(new float[length + 1], length + 1));
                wrong.add(Tensor.ofFloats(new float[length - 1], length - 1));
                wrong.add(Tensor.ofFloats(new float[0], 0));
            }
            wrong.add(Tensor.ofFloats(new float[length], length, 1, 1));
            wrong.add(Tensor.ofFloats(new float[0], 0, 2));
            wrong.add(Tensor.ofBytes(new byte[length], tensor.shape()));
            if (tensor.shape().length == 2) {
                wrong.add(Tensor.ofFloats(tensor.floats(), length));
                if (tensor.shape()[0] != tensor.shape()[1]) {
                    wrong.add(Tensor.ofFloats(tensor.floats(), tensor.shape()[1], tensor.shape()[0]));
                }
            }
            for (Tensor other : wrong) {
                Map<String, Tensor> tensors = new LinkedHashMap<>(whole.tensors());
                tensors.put(name, other);
                refuses(whole.metadata(), tensors, "");
            }
        });
    }

    @Test
    void anImpossibleScalingIsRejected() throws IOException {
        SafeTensors whole = SafeTensors.read(saved(TABLE_MODEL));
        for (float factor : new float[] {0, -1, Float.NaN, Float.POSITIVE_INFINITY}) {
            Map<String, Tensor> tensors = new LinkedHashMap<>(whole.tensors());
            tensors.put("scaling.factor", Tensor.ofFloats(new float[] {1, factor, 1, 1}, 4));
            refuses(whole.metadata(), tensors, "scaling of column 1");
        }
    }

    private void refuses(Map<String, String> metadata, Map<String, Tensor> tensors, String names) {
        Path file = directory.resolve("wrong.safetensors");
        try {
            new SafeTensors(metadata, tensors).write(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        assertThat(catchThrowable(() -> GneModel.load(file)))
                .as("%s %s", metadata, tensors)
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(file + ": is not a model: ")
                .hasMessageContaining(names)
                .message()
                .doesNotContainPattern("\\p{Cntrl}")
                .hasSizeLessThan(1000);
    }

    @Test
    void aFailedSaveDoesNotChangeTheFileThatWasThere() throws IOException {
        Path file = saved(PICTURE_MODEL);
        byte[] before = Files.readAllBytes(file);
        // A header above the format's 100 MB cannot be written.
        GneModel unwritable = new GneModel(
                TABLE_MODEL.embedding(),
                TABLE_MODEL.decoder(),
                TABLE_MODEL.scaling(),
                Schema.Columns.named(List.of("a", "b", "c", "x".repeat(100_000_001))),
                TABLE_MODEL.record());
        assertThatThrownBy(() -> unwritable.save(file)).isInstanceOf(IOException.class);
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void aMissingFolderIsNamed() {
        Path file = directory.resolve("missing").resolve("model.safetensors");
        assertThatThrownBy(() -> TABLE_MODEL.save(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(file.toString());
        assertThatThrownBy(() -> GneModel.load(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(file.toString());
    }

    @Test
    @SuppressWarnings("unchecked")
    void pythonReadsNamesAndShapes() throws Exception {
        Map<String, Object> found = JSON.std.mapFrom(python(saved(PICTURE_MODEL)));
        assertThat(found).containsEntry("aligned", true).containsEntry("complete", true);
        assertThat((Map<String, Object>) found.get("metadata"))
                .containsEntry("format", "gne")
                .containsEntry("version", "2")
                .containsEntry("picture", "3x2x1")
                .containsEntry("hidden", "16")
                .containsEntry("blocks", "2")
                .containsEntry("heads", "[{\"head\":\"unit\",\"width\":6}]")
                .containsEntry("scaling", "UNIT")
                .containsEntry("seed", "1")
                .containsEntry("epochs", "20");
        Map<Object, Object> shapes = new LinkedHashMap<>();
        for (List<Object> tensor : (List<List<Object>>) found.get("tensors")) {
            assertThat(tensor.get(1)).isEqualTo("F32");
            shapes.put(tensor.get(0), tensor.get(2));
        }
        Map<Object, Object> expected = new LinkedHashMap<>();
        expected.put("embedding", List.of(200, 2));
        expected.put("scaling.offset", List.of(1));
        expected.put("scaling.factor", List.of(1));
        expected.put("explained.columns", List.of(6));
        expected.put("encoding.box", List.of(2, 2));
        for (int grid = 0; grid < 4; grid++) {
            int side = (8 << grid) + 2;
            expected.put("encoding.grid" + grid, List.of(side, side, 8));
        }
        expected.put("decoder.input.weight", List.of(34, 16));
        expected.put("decoder.input.bias", List.of(16));
        for (String layer : List.of("block0.dense0", "block0.dense1", "block1.dense0", "block1.dense1")) {
            expected.put("decoder." + layer + ".weight", List.of(16, 16));
            expected.put("decoder." + layer + ".bias", List.of(16));
        }
        expected.put("decoder.output.weight", List.of(16, 6));
        expected.put("decoder.output.bias", List.of(6));
        assertThat(shapes).isEqualTo(expected);
    }

    private String python(Path file) throws IOException, InterruptedException {
        Path script = directory.resolve("read_safetensors.py");
        try (InputStream in = GneModelTest.class.getResourceAsStream("/read_safetensors.py")) {
            Files.copy(Objects.requireNonNull(in), script);
        }
        Process process = null;
        try {
            process = new ProcessBuilder("python3", script.toString(), file.toString())
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            abort("no python3 to read the file a second time: " + e.getMessage());
        }
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(text).isZero();
        return text;
    }
}
