package org.gne;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gne.data.Embedding;
import org.gne.data.SafeTensors;
import org.gne.data.Samples;
import org.gne.data.Scaling;
import org.gne.data.Schema;
import org.gne.data.Tensor;
import org.gne.nn.Heads;
import org.gne.nn.MlpShape;
import org.gne.nn.ResidualMlp;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Heads in model files. */
class ModelHeadsTest {

    private static final Samples ROWS = Clusters.table(60, 0.1);

    private static final GneModel MODEL = Gne.fit(
            ROWS,
            GneOptions.of(Preset.FAST)
                    .withHidden(8)
                    .withBlocks(1)
                    .withThreads(1)
                    .withEpochs(2));

    @TempDir
    static Path directory;

    private static SafeTensors whole;

    @BeforeAll
    static void save() throws IOException {
        Path file = directory.resolve("model");
        MODEL.save(file);
        whole = SafeTensors.read(file);
    }

    private static GneModel load(Map<String, String> metadata, Map<String, Tensor> tensors) throws IOException {
        Path file = directory.resolve("changed");
        new SafeTensors(metadata, tensors).write(file);
        return GneModel.load(file);
    }

    @Test
    void savedHeadsAreLoadedAsTheyWere() throws IOException {
        assertThat(whole.metadata().get("heads"))
                .isEqualTo("[{\"head\":\"real\",\"width\":1},{\"head\":\"binary\",\"width\":2},"
                        + "{\"head\":\"categorical\",\"width\":3},{\"head\":\"real\",\"width\":1},"
                        + "{\"head\":\"count\",\"width\":1},{\"head\":\"count\",\"width\":1},{\"head\":\"categorical\",\"width\":5},"
                        + "{\"head\":\"binary\",\"width\":1}]");
        GneModel read = load(whole.metadata(), whole.tensors());
        assertThat(read.decoder().heads()).isEqualTo(MODEL.decoder().heads());
        assertThat(read.schema()).isEqualTo(MODEL.schema());
        assertThat(read.place(ROWS, 1).embedding().sha256())
                .isEqualTo(MODEL.place(ROWS, 1).embedding().sha256());
        float[] errors = read.place(ROWS, 1).errors();
        assertThat(errors).isEqualTo(MODEL.place(ROWS, 1).errors());
    }

    @Test
    void weightsOfOneAreNotInTheFile() throws IOException {
        GneModel plain = new GneModel(
                new Embedding(new float[] {1, 2}, 1),
                new ResidualMlp(new MlpShape(1, 1, 0, Heads.real(4)), new float[10]),
                Scaling.none(),
                Schema.Columns.numbered(4),
                MODEL.record());
        Path file = directory.resolve("plain");
        plain.save(file);
        assertThat(SafeTensors.read(file).tensors().keySet()).noneMatch(name -> name.startsWith("heads."));
    }

    @Test
    void wrongNumbersOfColumnsAreRejected() {
        int width = ROWS.width();
        for (String name : List.of("heads.weights", "heads.scales", "heads.dispersion", "heads.usual")) {
            assertThat(whole.tensors()).containsKey(name);
            Map<String, Tensor> tensors = new LinkedHashMap<>(whole.tensors());
            tensors.put(name, Tensor.ofFloats(new float[width + 1], width + 1));
            assertThatThrownBy(() -> load(whole.metadata(), tensors))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("tensor " + name)
                    .hasMessageContaining("expected F32[" + width + "]");
            for (float wrong : new float[] {0, -1, Float.NaN, Float.POSITIVE_INFINITY}) {
                float[] values = whole.tensors().get(name).floats().clone();
                // A column of counts.
                values[7] = wrong;
                tensors.put(name, Tensor.ofFloats(values, width));
                assertThatThrownBy(() -> load(whole.metadata(), tensors))
                        .isInstanceOf(IOException.class)
                        .hasMessageContaining("of columns: found " + wrong + ", expected above 0");
            }
        }
    }

    @Test
    void headsOfAnotherWidthOrNameAreRejected() {
        Map<String, String> wrong = new LinkedHashMap<>();
        wrong.put("[{\"head\":\"real\",\"width\":14}]", "heads: found 14 columns, expected 15");
        wrong.put("[{\"head\":\"real\",\"width\":16}]", "at column 0 of 15");
        wrong.put("[{\"head\":\"tanh\",\"width\":15}]", "head: found tanh, expected one of unit, ");
        wrong.put("{}", "heads: expected a JSON array");
        wrong.forEach((text, message) -> {
            Map<String, String> metadata = new LinkedHashMap<>(whole.metadata());
            metadata.put("heads", text);
            assertThatThrownBy(() -> load(metadata, whole.tensors()))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining(message);
        });
    }
}
