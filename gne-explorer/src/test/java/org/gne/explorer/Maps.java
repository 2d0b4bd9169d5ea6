package org.gne.explorer;

import java.util.List;
import org.gne.FitRecord;
import org.gne.GneModel;
import org.gne.data.Column;
import org.gne.data.Embedding;
import org.gne.data.Ids;
import org.gne.data.Labels;
import org.gne.data.Samples;
import org.gne.data.Scaling;
import org.gne.data.ScalingKind;
import org.gne.data.Schema;
import org.gne.data.Tails;
import org.gne.kernel.CounterRandom;
import org.gne.nn.GridEncoding;
import org.gne.nn.HeadKinds;
import org.gne.nn.Heads;
import org.gne.nn.MlpShape;
import org.gne.nn.ResidualMlp;
import org.gne.nn.SineEncoding;
import org.gne.nn.Stretch;
import org.gne.quality.Explained;

/** Small maps of random numbers. */
final class Maps {

    static final String HOSTILE = "</script><script>alert(1)</script>\"&'";

    private Maps() {}

    static ResidualMlp decoder(MlpShape shape, long seed) {
        ResidualMlp decoder = ResidualMlp.glorot(shape, new CounterRandom(seed));
        // Biases too, so that a page that forgets them is found out.
        CounterRandom random = new CounterRandom(seed + 100);
        float[] parameters = decoder.parameters();
        for (int i = 0; i < parameters.length; i++) {
            parameters[i] += (float) (0.2 * random.uniform(i) - 0.1);
        }
        return decoder;
    }

    static float[] numbers(int n, long seed) {
        CounterRandom random = new CounterRandom(seed + 200);
        float[] numbers = new float[n];
        for (int i = 0; i < n; i++) {
            numbers[i] = (float) (4 * random.uniform(i) - 2);
        }
        return numbers;
    }

    private static FitRecord record(int rows) {
        return new FitRecord("fast", rows, 1, 1, 1, "scalar", "17", "SQUARED_ERROR", 0.1, 0.1, 1, 1, 0.5, 0);
    }

    /** Pictures of 3 x 4 pixels. */
    static GneModel pictures(int rows, int dim) {
        MlpShape shape = new MlpShape(dim, 16, 3, Heads.unit(12));
        return new GneModel(
                new Embedding(numbers(rows * dim, 5), dim),
                decoder(shape, 7),
                Scaling.unit(0, 255),
                new Schema.Picture(3, 4, 1),
                record(rows));
    }

    /** A table of two numbers and a category of three. */
    static GneModel table(int rows) {
        Schema schema = new Schema.Columns(List.of(
                Column.number("length"),
                Column.number(HOSTILE),
                Column.category("kind", List.of("oak", "elm", "ash"))));
        MlpShape shape = new MlpShape(new SineEncoding(2, 4), 9, 2, Heads.real(5));
        Scaling scaling =
                new Scaling(ScalingKind.STANDARDIZE, new float[] {10, -3, 0, 0, 0}, new float[] {2, 0.5f, 1, 1, 1});
        return new GneModel(new Embedding(numbers(2 * rows, 6), 2), decoder(shape, 8), scaling, schema, record(rows));
    }

    /** A table with a head of every kind, values far from the rest, and a date. */
    static GneModel mixed(int rows) {
        Schema schema = new Schema.Columns(List.of(
                Column.number("price"),
                Column.number("height"),
                Column.bool("flag"),
                Column.category("kind", List.of("oak", "elm", "ash")),
                new Column("day", Column.Kind.DATE, List.of()).keptFrom(19_000, 2),
                new Column("apples", Column.Kind.COUNT, List.of()),
                new Column("pears", Column.Kind.COUNT, List.of())));
        float[] one = {1};
        Heads heads = new Heads(List.of(
                Stretch.of(HeadKinds.REAL, 0, 2, new float[] {1, 0.5f}, one),
                Stretch.of(HeadKinds.BINARY, 2, 1, new float[] {1.5f}, one),
                Stretch.of(HeadKinds.CATEGORICAL, 3, 3, new float[] {0.9f}, one),
                Stretch.of(HeadKinds.REAL, 6, 1),
                Stretch.counts(7, new float[] {2, 2}, one, new float[] {1.25f, 3}, new float[] {2, 5})));
        Tails tails = new Tails(
                1,
                new float[] {2, Float.NaN, Float.NaN, Float.NaN, Float.NaN, Float.NaN, Float.NaN, Float.NaN, Float.NaN},
                new float[] {0, -20, 0, 0, 0, 0, -40, 0, 0},
                new float[] {500, 20, 1, 1, 1, 1, 40, 30, 30});
        Scaling scaling = new Scaling(
                ScalingKind.STANDARDIZE,
                new float[] {1.5f, -3, 0, 0, 0, 0, 5, 0, 0},
                new float[] {2, 0.5f, 1, 1, 1, 1, 0.25f, 1, 1},
                tails);
        return new GneModel(
                new Embedding(numbers(2 * rows, 6), 2),
                decoder(new MlpShape(new GridEncoding(2, List.of(2, 3), 8), 9, 2, heads), 9),
                scaling,
                schema,
                record(rows),
                null,
                null,
                new Explained(
                        0.75,
                        new double[] {0.9, 0.5, 0.25, 0.8, Double.NaN, Double.NaN, 0.5, 0, 0.125},
                        1,
                        new float[0]),
                null);
    }

    /** The table with rows of which one value is missing, classes and ids, each with a name that would be markup. */
    static MapContent hostileTable(int rows) {
        GneModel model = table(rows);
        float[] values = numbers(5 * rows, 9);
        values[0] = Float.NaN;
        int[] classes = new int[rows];
        Ids.Builder ids = new Ids.Builder();
        for (int i = 0; i < rows; i++) {
            classes[i] = i % 3 - 1;
            ids.add(i == 1 ? HOSTILE : "n" + i);
        }
        return new MapContent(
                HOSTILE,
                model,
                Samples.ofFloats(values, model.schema()),
                new Labels(classes, List.of("a", HOSTILE)),
                ids.build(),
                new float[rows],
                List.of(),
                null,
                null,
                List.of());
    }
}
