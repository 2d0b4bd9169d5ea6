package org.gne.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.data.Offset.offset;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.gne.data.Samples;
import org.gne.data.Schema;
import org.gne.kernel.Kernel;
import org.gne.kernel.Kernels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Columns side by side, each under its head. */
final class HeadsTest {

    private static final int ROWS = 9;

    private final Kernel kernel = Kernels.active();
    private final Random random = new Random(5);

    static Stream<Heads> heads() {
        return HeadCases.all();
    }

    @ParameterizedTest
    @MethodSource("heads")
    void groupsCoverAllColumnsAndSplitNoCategory(Heads heads) {
        int widest = heads.stretches().stream()
                .filter(stretch -> stretch.head().joint())
                .mapToInt(Stretch::width)
                .max()
                .orElse(1);
        for (int size = 1; size <= heads.width() + 1; size++) {
            int[] groups = heads.groups(size);
            assertThat(groups).isSorted().doesNotHaveDuplicates().startsWith(0).endsWith(heads.width());
            for (int g = 1; g < groups.length; g++) {
                assertThat(groups[g] - groups[g - 1]).as("size %d", size).isLessThanOrEqualTo(Math.max(size, widest));
            }
            for (Stretch stretch : heads.stretches()) {
                if (stretch.head().joint()) {
                    assertThat(Arrays.stream(groups).filter(at -> at > stretch.from() && at < stretch.to()))
                            .as("size %d: within %s", size, stretch)
                            .isEmpty();
                }
            }
        }
    }

    @Test
    void plainColumnsAreDoneInGroupsOfEqualSize() {
        assertThat(Heads.unit(784).groups(96)).containsExactly(0, 96, 192, 288, 384, 480, 576, 672, 768, 784);
    }

    @ParameterizedTest
    @MethodSource("heads")
    void meansComeBackFromWhatIsCompared(Heads heads) {
        float[] rows = HeadCases.rows(heads, ROWS, random);
        float[] represented = rows.clone();
        heads.represent(ROWS, represented, 0, true);
        int width = heads.width();
        for (int i = 0; i < ROWS; i++) {
            float[] means = heads.means(Arrays.copyOfRange(represented, i * width, (i + 1) * width));
            for (Stretch stretch : heads.stretches()) {
                for (int j = stretch.from(); j < stretch.to(); j++) {
                    // A logarithm's mean is not that of the counts: these begin at what is usual.
                    float expected = stretch.head() == HeadKinds.COUNT
                            ? stretch.usual()[j - stretch.from()]
                            : rows[i * width + j];
                    assertThat(means[j]).isCloseTo(expected, offset(1e-6f));
                }
            }
        }
    }

    @Test
    void countsAreComparedByTheirLogarithmOverTheExposure() {
        Heads heads = new Heads(List.of(
                Stretch.of(HeadKinds.BINARY, 0, 1, new float[] {1}, new float[] {3}),
                Stretch.counts(1, new float[] {1}, new float[] {2, 5}, new float[] {1, 1}, new float[] {4, 6})));
        // Twice as many counts as usual.
        float[] row = {9, 1, 14, 6};
        float[] mean = {9, 1, 7, 3};
        heads.represent(1, row, 1, true);
        heads.represent(1, mean, 1, false);
        assertThat(row).containsExactly(9, 3, 2 * (float) Math.log(8), 5 * (float) Math.log(4));
        assertThat(mean).isEqualTo(row);
        float[] gap = {1, Float.NaN, 6};
        heads.represent(1, gap, 0, true);
        assertThat(gap).containsExactly(3, Float.NaN, 5 * (float) Math.log(7));
        float[] nothing = {0, 0, 0};
        heads.represent(1, nothing, 0, true);
        assertThat(nothing).containsExactly(0, 0, 0);
    }

    @ParameterizedTest
    @MethodSource("heads")
    void representedRowsAreReadAsSuch(Heads heads) {
        float[] rows = HeadCases.rows(heads, ROWS, random);
        Samples samples = Samples.ofFloats(rows.clone(), Schema.Columns.numbered(heads.width()));
        Samples represented = heads.represented(samples);
        float[] expected = rows.clone();
        heads.represent(ROWS, expected, 0, true);
        float[] all = new float[rows.length];
        int[] numbers = new int[ROWS];
        Arrays.setAll(numbers, i -> i);
        represented.read(numbers, ROWS, all);
        assertThat(all).isEqualTo(expected);
        represented.read(1, all, 0);
        assertThat(Arrays.copyOf(all, heads.width()))
                .isEqualTo(Arrays.copyOfRange(expected, heads.width(), 2 * heads.width()));
        assertThat(represented == samples).isEqualTo(heads.euclidean());
    }

    /** What 0.1 did with a sigmoid or the identity for all columns. */
    @Test
    void plainHeadsAreTheKernelsOwnLosses() {
        for (Heads heads : List.of(Heads.unit(13), Heads.unit(13, Loss.CROSS_ENTROPY), Heads.real(13))) {
            float[] logits = new float[ROWS * 13];
            for (int i = 0; i < logits.length; i++) {
                logits[i] = (float) random.nextGaussian();
            }
            float[] rows = HeadCases.rows(heads, ROWS, random);
            float[] z = logits.clone();
            float[] sums = new float[13];
            heads.gradient(kernel, ROWS, 0, 13, z, rows, false, heads.exposures(ROWS, rows), 0.3f, sums);
            float[] expected = logits.clone();
            float[] losses = new float[13];
            float[] means = logits.clone();
            heads.activate(kernel, ROWS, means);
            float[] activated = logits.clone();
            if (heads.equals(Heads.real(13))) {
                kernel.squaredError(ROWS, 13, expected, 0, 13, rows, 0, 13, 0.3f, losses, 0);
            } else if (heads.equals(Heads.unit(13))) {
                kernel.sigmoidSquaredError(ROWS, 13, expected, 0, 13, rows, 0, 13, 0.3f, losses, 0);
                kernel.sigmoid(activated.length, activated, 0);
            } else {
                kernel.sigmoidCrossEntropy(ROWS, 13, expected, 0, 13, rows, 0, 13, 0.3f, losses, 0);
                kernel.sigmoid(activated.length, activated, 0);
            }
            assertThat(z).isEqualTo(expected);
            assertThat(sums).isEqualTo(losses);
            assertThat(means).isEqualTo(activated);
            if (heads.plain()) {
                assertThat(heads.cost(kernel, rows, 13, means, 26, new float[13]))
                        .isEqualTo(kernel.squaredDistance(13, rows, 13, means, 26));
            }
            double total = 0;
            for (float loss : losses) {
                total += loss;
            }
            assertThat(heads.total(sums)).isEqualTo(total);
            assertThat(heads.euclidean()).isTrue();
        }
        assertThat(Heads.unit(13).plain()).isTrue();
        assertThat(Heads.real(13).plain()).isTrue();
        assertThat(Heads.unit(13, Loss.CROSS_ENTROPY).plain()).isFalse();
        assertThat(HeadCases.mixed().plain()).isFalse();
        assertThat(HeadCases.mixed().euclidean()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("heads")
    void aNetworkCanBeginAtTheMeanOfRows(Heads heads) {
        MlpShape shape = new MlpShape(2, 3, 0, heads);
        float[] means = new float[heads.width()];
        Arrays.fill(means, 0.25f);
        for (Stretch stretch : heads.stretches()) {
            if (stretch.head().joint()) {
                Arrays.fill(means, stretch.from(), stretch.to(), 1f / stretch.width());
            }
        }
        ResidualMlp silent = new ResidualMlp(shape, new float[shape.parameters()]).centredOn(means);
        float[] said = silent.decode(new float[][] {{0.5f, -2}})[0];
        for (int j = 0; j < said.length; j++) {
            assertThat(said[j]).isCloseTo(means[j], offset(1e-6f));
        }
    }

    @Test
    void sentToAnotherProcessHeadsAreTheSame() throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(HeadCases.mixed());
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            Heads read = (Heads) in.readObject();
            assertThat(read).isEqualTo(HeadCases.mixed());
            assertThat(read.stretches().get(4).head()).isSameAs(HeadKinds.COUNT);
        }
    }

    @Test
    void wrongStretchesAreRefused() {
        float[] one = {1};
        float[] none = {};
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Heads(List.of()))
                .withMessage("no columns: found 0, expected at least 1");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new Heads(List.of(Stretch.of(HeadKinds.REAL, 0, 2), Stretch.of(HeadKinds.REAL, 3, 2))))
                .withMessage("a stretch of columns from 3, expected from 2");
        assertThatIllegalArgumentException().isThrownBy(() -> Heads.real(0)).withMessageContaining("0 columns");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Stretch.of(HeadKinds.REAL, 0, 3, new float[2], one))
                .withMessage("2 weights of a stretch of columns, expected 1 or 3");
        for (float wrong : new float[] {0, -1, Float.NaN, Float.POSITIVE_INFINITY}) {
            float[] values = {1, wrong};
            float[] ones = {1, 1};
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Stretch.of(HeadKinds.REAL, 0, 2, values, one))
                    .withMessage("weights of columns: found " + wrong + ", expected above 0");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Stretch.of(HeadKinds.BINARY, 0, 2, one, values))
                    .withMessage("scales of columns: found " + wrong + ", expected above 0");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Stretch.counts(0, one, one, values, ones))
                    .withMessage("dispersions of columns: found " + wrong + ", expected above 0");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Stretch.counts(0, one, one, ones, values))
                    .withMessage("usual counts of columns: found " + wrong + ", expected above 0");
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Stretch(HeadKinds.COUNT, 0, 1, one, one, none, one))
                .withMessage("0 dispersions of a stretch of columns, expected 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Stretch(HeadKinds.REAL, 0, 1, one, one, one, none))
                .withMessage("1 dispersions of a stretch of columns, expected 0");
    }

    @Test
    void aStretchIsTheSameHoweverItWasSaid() {
        Stretch said = Stretch.of(HeadKinds.REAL, 2, 3, new float[] {1, 1, 1}, new float[] {1, 1, 1});
        assertThat(said)
                .isEqualTo(Stretch.of(HeadKinds.REAL, 2, 3))
                .hasSameHashCodeAs(Stretch.of(HeadKinds.REAL, 2, 3));
        assertThat(said.plain() && said.euclidean()).isTrue();
        assertThat(said).isNotEqualTo(Stretch.of(HeadKinds.REAL, 2, 3, new float[] {1, 1, 2}, new float[] {1}));
        assertThat(said).isNotEqualTo(Stretch.of(HeadKinds.UNIT, 2, 3));
    }

    @Test
    void aHeadIsFoundByItsKey() {
        for (Stretch stretch : HeadCases.mixed().stretches()) {
            assertThat(HeadKinds.of(stretch.head().key())).isSameAs(stretch.head());
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HeadKinds.of("tanh"))
                .withMessage("head: found tanh, expected one of unit, unit_cross_entropy, real, binary, categorical,"
                        + " count");
    }
}
