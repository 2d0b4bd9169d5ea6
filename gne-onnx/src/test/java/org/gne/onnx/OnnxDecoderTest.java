package org.gne.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.gne.Gne;
import org.gne.GneModel;
import org.gne.GneOptions;
import org.gne.Preset;
import org.gne.data.Column;
import org.gne.data.Embedding;
import org.gne.data.Samples;
import org.gne.data.Scaling;
import org.gne.data.ScalingKind;
import org.gne.data.Schema;
import org.gne.data.Tails;
import org.gne.kernel.CounterRandom;
import org.gne.nn.Heads;
import org.gne.nn.MlpShape;
import org.gne.nn.ResidualMlp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnnxDecoderTest {

    private static final OrtEnvironment ENVIRONMENT = OrtEnvironment.getEnvironment();

    private static final int ROWS = 300;

    @TempDir
    Path directory;

    /** Numbers of very different size, one of them constant, a boolean, categories, and gaps in all of them. */
    private static GneModel table(int dim) {
        Schema.Columns schema = new Schema.Columns(List.of(
                Column.number("tiny"),
                Column.number("huge"),
                Column.number("constant"),
                Column.bool("flag"),
                Column.category("colour", List.of("red", "green", "\"blue\""))));
        CounterRandom random = CounterRandom.of(3, "table");
        float[] cells = new float[5 * ROWS];
        for (int i = 0; i < ROWS; i++) {
            double u = random.uniform(7L * i);
            cells[5 * i] = (float) (1e-4 * u);
            cells[5 * i + 1] = (float) (1e6 + 1e5 * u * u);
            cells[5 * i + 2] = 3;
            cells[5 * i + 3] = u < 0.4 ? 1 : 0;
            cells[5 * i + 4] = (int) (3 * u);
            int gap = (int) (25 * random.uniform(7L * i + 1));
            if (gap < 5) {
                cells[5 * i + gap] = Float.NaN;
            }
        }
        return fit(Samples.ofCells(Samples.ofFloats(cells, Schema.Columns.numbered(5)), schema), dim);
    }

    /** A column with wild values, one that is scaled by its logarithm, a date, booleans, a category, and gaps. */
    private static GneModel mixed() {
        Schema.Columns schema = new Schema.Columns(List.of(
                Column.number("wild"),
                Column.number("skewed"),
                new Column("day", Column.Kind.DATE, List.of()).keptFrom(19_000, 1),
                Column.bool("first"),
                Column.category("colour", List.of("red", "green", "blue")),
                Column.bool("last")));
        CounterRandom random = CounterRandom.of(5, "mixed");
        float[] cells = new float[6 * ROWS];
        for (int i = 0; i < ROWS; i++) {
            double u = random.uniform(9L * i);
            cells[6 * i] = (float) (i % 60 == 0 ? 1e4 * (1 + u) : u);
            cells[6 * i + 1] = (float) Math.exp(8 * u);
            cells[6 * i + 2] = (float) (1000 * u * u);
            cells[6 * i + 3] = u < 0.4 ? 1 : 0;
            cells[6 * i + 4] = (int) (3 * u);
            cells[6 * i + 5] = u > 0.9 ? 1 : 0;
            int gap = (int) (30 * random.uniform(9L * i + 1));
            if (gap < 6) {
                cells[6 * i + gap] = Float.NaN;
            }
        }
        return fit(Samples.ofCells(Samples.ofFloats(cells, Schema.Columns.numbered(6)), schema), 2);
    }

    private static GneModel picture() {
        CounterRandom random = CounterRandom.of(4, "picture");
        byte[] values = new byte[ROWS * 5 * 4 * 3];
        for (int i = 0; i < values.length; i++) {
            values[i] = (byte) (256 * random.uniform(i) * random.uniform(i / 60));
        }
        return fit(Samples.ofBytes(values, new Schema.Picture(5, 4, 3)), 2);
    }

    private static GneModel fit(Samples samples, int dim) {
        GneOptions options = GneOptions.of(Preset.FAST)
                .withDim(dim)
                .withHidden(16)
                .withBlocks(2)
                .withThreads(2);
        return Gne.fit(samples, options.withTraining(options.training().withEpochs(10)));
    }

    @Test
    void onnxRuntimeDecodesWhatTheModelDoes() throws Exception {
        for (GneModel model : List.of(table(2), table(3), table(1), picture())) {
            float[][] places = places(model);
            float[][] expected = model.generate(places);
            float[][] found = decode(written(model), places);
            for (int i = 0; i < places.length; i++) {
                for (int j = 0; j < expected[i].length; j++) {
                    int column = model.scaling().isUniform() ? 0 : j;
                    // In the units of the decoder; those of the data may be millions.
                    double tolerance = 1e-5
                            * (1 + Math.abs(expected[i][j] * model.scaling().factor()[column]));
                    assertThat(found[i][j])
                            .as(model.schema().valueName(j) + " at " + Arrays.toString(places[i]))
                            .isCloseTo(expected[i][j], offset((float)
                                    (tolerance / model.scaling().factor()[column])));
                }
            }
        }
    }

    @Test
    void headsOfAllKindsAndValuesFarFromTheRestAreDecodedAsTheModelDoes() throws Exception {
        GneModel model = mixed();
        Tails tails = model.scaling().tails();
        assertThat(tails).isNotNull();
        assertThat(tails.logarithmic(1)).isTrue();
        assertThat(model.decoder().heads().stretches())
                .extracting(stretch -> stretch.head().key())
                .containsExactly("real", "binary", "categorical", "binary");
        float[][] places = places(model);
        float[][] expected = model.generate(places);
        float[][] found = decode(written(model), places);
        for (int i = 0; i < places.length; i++) {
            for (int j = 0; j < expected[i].length; j++) {
                assertThat(found[i][j])
                        .as(model.schema().valueName(j) + " at " + Arrays.toString(places[i]))
                        .isCloseTo(expected[i][j], offset(1e-5f * largest(expected, j)));
            }
        }
    }

    /** The size of a column's values, at least 1. */
    private static float largest(float[][] rows, int column) {
        float largest = 1;
        for (float[] row : rows) {
            largest = Math.max(largest, Math.abs(row[column]));
        }
        return largest;
    }

    @Test
    void valuesBeyondTheLimitAreUnsquashedAndHeldWithinTheData() throws Exception {
        MlpShape shape = new MlpShape(2, 4, 1, Heads.real(5));
        float[] parameters = new float[shape.parameters()];
        // Only the biases of the last layer: the same sample everywhere.
        float[] means = {7, -7, 30, 0.5f, 7};
        System.arraycopy(means, 0, parameters, parameters.length - means.length, means.length);
        // The last column is not scaled.
        float[] factor = {2, 2, 2, 2, 1};
        float nan = Float.NaN;
        Tails tails =
                new Tails(5, new float[] {nan, nan, nan, 2, nan}, new float[] {-100, -5, -100, -1, 0}, new float[] {
                    100, 5, 100, 10, 50
                });
        GneModel model = new GneModel(
                new Embedding(new float[2], 2),
                new ResidualMlp(shape, parameters),
                new Scaling(ScalingKind.STANDARDIZE, new float[5], factor, tails),
                Schema.Columns.numbered(5),
                picture().record());
        float[][] places = {{0.5f, -1}};
        float[] found = decode(written(model), places)[0];
        assertThat(found).containsExactly(model.generate(places)[0], offset(1e-4f));
        assertThat(found[0]).isCloseTo((float) (5 + Math.expm1(2)) / 2, offset(1e-4f));
        assertThat(found[1]).isEqualTo(-5);
        assertThat(found[2]).isEqualTo(100);
        assertThat(found[3]).isCloseTo((float) (Math.exp(0.25) - 2), offset(1e-4f));
        assertThat(found[4]).isEqualTo(7);
    }

    /** On the map and far outside, and more than one batch of them. */
    private static float[][] places(GneModel model) {
        float[][] places = Arrays.copyOf(model.embedding().toArray(), ROWS + 2);
        places[ROWS] = new float[model.dim()];
        places[ROWS + 1] = new float[model.dim()];
        Arrays.fill(places[ROWS + 1], -40);
        return places;
    }

    private static float[][] decode(Path file, float[][] places) throws OrtException {
        try (OrtSession session = ENVIRONMENT.createSession(file.toString());
                OnnxTensor input = OnnxTensor.createTensor(ENVIRONMENT, places);
                OrtSession.Result result = session.run(Map.of("place", input))) {
            return (float[][]) result.get("sample").orElseThrow().getValue();
        }
    }

    private Path written(GneModel model) throws IOException {
        Path file = directory.resolve("decoder.onnx");
        OnnxDecoder.write(file, model);
        return file;
    }

    @Test
    void theFileSaysWhatGoesInAndWhatComesOut() throws Exception {
        try (OrtSession session = ENVIRONMENT.createSession(written(table(3)).toString())) {
            assertThat(shape(session.getInputInfo().get("place").getInfo())).containsExactly(-1, 3);
            assertThat(shape(session.getOutputInfo().get("sample").getInfo())).containsExactly(-1, 7);
            assertThat(session.getMetadata().getProducerName()).isEqualTo("GNE");
            assertThat(session.getMetadata().getCustomMetadataValue("columns"))
                    .hasValue("[\"tiny\",\"huge\",\"constant\",\"flag\",\"colour=red\",\"colour=green\","
                            + "\"colour=\\\"blue\\\"\"]");
        }
        try (OrtSession session = ENVIRONMENT.createSession(written(picture()).toString())) {
            assertThat(session.getMetadata().getCustomMetadataValue("picture")).hasValue("5x4x3");
            assertThat(session.getMetadata().getCustomMetadataValue("origins")).isEmpty();
        }
        try (OrtSession session = ENVIRONMENT.createSession(written(mixed()).toString())) {
            assertThat(session.getMetadata().getCustomMetadataValue("origins"))
                    .hasValue("[0.0,0.0,19000.0,0.0,0.0,0.0,0.0,0.0]");
            assertThat(session.getMetadata().getCustomMetadataValue("units"))
                    .hasValue("[1.0,1.0,1.0,1.0,1.0,1.0,1.0,1.0]");
        }
    }

    private static long[] shape(Object info) {
        return ((TensorInfo) info).getShape();
    }

    @Test
    void theSameModelGivesTheSameBytes() throws Exception {
        GneModel model = picture();
        byte[] first = Files.readAllBytes(written(model));
        assertThat(Files.readAllBytes(written(model))).isEqualTo(first);
    }

    @Test
    void nothingIsLeftWhereTheFileCannotBeWritten() {
        Path file = directory.resolve("missing").resolve("decoder.onnx");
        assertThatThrownBy(() -> OnnxDecoder.write(file, picture()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("missing");
        assertThat(directory).isEmptyDirectory();
    }
}
