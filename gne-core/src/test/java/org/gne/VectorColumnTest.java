package org.gne;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.gne.data.Column;
import org.gne.data.Dataset;
import org.gne.data.Samples;
import org.gne.data.Scaling;
import org.gne.data.Schema;
import org.gne.data.Survey;
import org.gne.data.VectorSource;
import org.gne.nn.HeadChoice;
import org.gne.nn.Heads;
import org.gne.nn.Loss;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VectorColumnTest {

    private static final int ROWS = 200;

    private static final int SIZE = 6;

    @TempDir
    Path directory;

    @Test
    void distancesOfScaledVectorsAreThoseOfTheCosine() {
        Samples rows = Dataset.ofVectors(vectors()).samples();
        Scaling scaling = Scaling.suiting(Survey.of(rows), rows.schema());
        Samples scaled = rows.scaled(scaling);
        double factor = scaling.factor()[0];
        for (int i = 1; i < ROWS; i++) {
            double cosine = dot(read(rows, 0), read(rows, i));
            float[] a = read(scaled, 0);
            float[] b = read(scaled, i);
            double squared = dot(a, a) - 2 * dot(a, b) + dot(b, b);
            assertThat(squared / (factor * factor)).isCloseTo(2 - 2 * cosine, within(1e-4));
        }
    }

    @Test
    void vectorsHaveUnitLengthAndZeroIsMissing() {
        float[][] vectors = vectors();
        vectors[3] = new float[SIZE];
        Samples rows = Dataset.ofVectors(vectors).samples();
        assertThat(dot(read(rows, 0), read(rows, 0))).isCloseTo(1, within(1e-6));
        assertThat(read(rows, 3)).containsOnly(Float.NaN);
    }

    @Test
    void aVectorWeighsAsMuchAsItsSourceSaysBesideOtherColumns() {
        for (double weight : new double[] {1, 0.25}) {
            Samples rows = besideNumbers(weight);
            Survey survey = Survey.of(rows);
            Heads heads =
                    HeadChoice.of(rows.schema(), Scaling.suiting(survey, rows.schema()), survey, Loss.SQUARED_ERROR);
            double vector = 0;
            double others = 0;
            for (var stretch : heads.stretches()) {
                for (int j = 0; j < stretch.width(); j++) {
                    if (stretch.from() == 0) {
                        vector += stretch.weight(j);
                    } else {
                        others += stretch.weight(j);
                    }
                }
            }
            assertThat(vector / others).isCloseTo(weight, within(1e-5));
            assertThat((vector + others) / rows.width()).isCloseTo(1, within(1e-5));
        }
    }

    @Test
    void aModelFileKeepsWhatItsVectorsWereMadeOf() throws IOException {
        Samples rows = besideNumbers(0.5);
        GneModel model = Gne.fit(Dataset.of(rows), GneOptions.of(Preset.FAST).withEpochs(2));
        Path file = directory.resolve("m.safetensors");
        model.save(file);
        assertThat(GneModel.load(file).schema()).isEqualTo(rows.schema());
        assertThat(((Schema.Columns) rows.schema()).names()).startsWith("text.0", "text.1");
    }

    @Test
    void wrongSourcesAreRejected() {
        assertThatThrownBy(() -> VectorSource.given(0)).hasMessage("vectors of 0 values, expected at least 1");
        assertThatThrownBy(() -> new VectorSource(3, "", List.of(), 0)).hasMessageContaining("above 0");
        assertThatThrownBy(() -> new Column("v", Column.Kind.VECTOR, List.of()))
                .hasMessageContaining("without a source of vectors");
    }

    private static Samples besideNumbers(double weight) {
        Samples vectors = Dataset.ofVectors(vectors()).samples();
        float[][] numbers = new float[ROWS][2];
        Random random = new Random(2);
        for (float[] row : numbers) {
            row[0] = random.nextFloat();
            row[1] = 100 * random.nextFloat();
        }
        List<Column> columns = new ArrayList<>();
        columns.add(Column.vector("text", new VectorSource(SIZE, "model", List.of("a", "b"), weight)));
        columns.add(Column.number("one"));
        columns.add(Column.number("two"));
        return vectors.beside(Samples.of(numbers), new Schema.Columns(columns));
    }

    /** Vectors whose values differ in variance. */
    private static float[][] vectors() {
        Random random = new Random(1);
        float[][] vectors = new float[ROWS][SIZE];
        for (float[] vector : vectors) {
            for (int j = 0; j < SIZE; j++) {
                vector[j] = (float) (random.nextGaussian() * (1 + 3 * j)) + 1;
            }
        }
        return vectors;
    }

    private static float[] read(Samples rows, int row) {
        float[] values = new float[rows.width()];
        rows.read(row, values, 0);
        return values;
    }

    private static double dot(float[] a, float[] b) {
        double sum = 0;
        for (int j = 0; j < a.length; j++) {
            sum += (double) a[j] * b[j];
        }
        return sum;
    }
}
