package org.gne.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.gne.Clusters;
import org.gne.data.Samples;
import org.gne.kernel.CounterRandom;
import org.gne.kernel.Parallel;
import org.gne.loop.EpochLoop;
import org.gne.loop.FitListener;
import org.gne.loop.LoopOptions;
import org.gne.loop.RowOrder;
import org.gne.loop.Schedule;
import org.gne.loop.TrainingResult;
import org.gne.nn.AdamOptions;
import org.gne.nn.Heads;
import org.gne.nn.Loss;
import org.gne.nn.MlpShape;
import org.gne.nn.ReferenceMlp;
import org.gne.nn.ResidualMlp;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One step of the whole, encoder, noise, prior and decoder, against central differences of a reference in double precision. */
class VaeGradientTest {

    private static final int ROWS = 70;

    private static final int WIDTH = 6;

    private static final long SEED = 3;

    private static final double STEP = 1e-6;

    /** Of the step: large enough to stand out of the rounding of the parameters. */
    private static final double RATE = 0.5;

    /** So large that a step of Adam is the rate times the gradient. */
    private static final double EPSILON = 1e6;

    private static final Samples SAMPLES = Clusters.unit(ROWS, WIDTH);

    private final MlpShape there;
    private final double[][] rows = new double[ROWS][WIDTH];

    VaeGradientTest() {
        there = new MlpShape(WIDTH, 5, 1, Heads.real(4));
        float[] row = new float[WIDTH];
        for (int i = 0; i < ROWS; i++) {
            SAMPLES.read(i, row, 0);
            for (int j = 0; j < WIDTH; j++) {
                rows[i][j] = row[j];
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"SQUARED_ERROR, 0", "SQUARED_ERROR, 1", "SQUARED_ERROR, 7.5", "CROSS_ENTROPY, 1"})
    void aStepIsTheGradientOfReconstructionAndDivergence(Loss loss, double weight) {
        ResidualMlp encoder = ResidualMlp.glorot(there, CounterRandom.of(SEED, "encoder"));
        ResidualMlp decoder = ResidualMlp.glorot(back(loss), CounterRandom.of(SEED, "decoder"));
        double[] encoderBefore = doubles(encoder);
        double[] decoderBefore = doubles(decoder);
        double found = step(encoder, decoder, () -> new GaussianCode(2, WIDTH, weight, SEED));

        assertThat(found).isCloseTo(reference(loss, 0, encoderBefore, decoderBefore), offset(1e-6));
        for (ResidualMlp network : List.of(encoder, decoder)) {
            double[] before = network == encoder ? encoderBefore : decoderBefore;
            double[] expected = new double[before.length];
            for (int p = 0; p < before.length; p++) {
                double kept = before[p];
                before[p] = kept + STEP;
                double up = reference(loss, weight, encoderBefore, decoderBefore);
                before[p] = kept - STEP;
                double down = reference(loss, weight, encoderBefore, decoderBefore);
                before[p] = kept;
                expected[p] = (up - down) / (2 * STEP);
            }
            close(network == encoder ? "encoder" : "decoder", before, network.parameters(), expected);
        }
    }

    private static MlpShape back(Loss loss) {
        return new MlpShape(2, 5, 1, Heads.unit(WIDTH, loss));
    }

    /** One batch of all rows: two shards, one of them not a whole tile. */
    private static double step(ResidualMlp encoder, ResidualMlp decoder, Supplier<Bottleneck> bottlenecks) {
        LoopOptions options =
                new LoopOptions(1, ROWS, Schedule.constant(RATE * EPSILON), new AdamOptions(0, 0, EPSILON));
        try (Parallel parallel = new Parallel(2)) {
            EncoderCodes codes =
                    new EncoderCodes(SAMPLES, new NetworkEncoder(encoder, 2), bottlenecks, options, parallel);
            EpochLoop loop = new EpochLoop(
                    SAMPLES, ROWS * WIDTH, codes, decoder, options, RowOrder.all(ROWS, SEED), true, parallel);
            TrainingResult result = loop.run(FitListener.NONE);
            return result.loss();
        }
    }

    /** The loss with the noise of the first epoch, and the weighted divergence on the same scale. */
    private double reference(Loss loss, double weight, double[] encoder, double[] decoder) {
        CounterRandom noise = CounterRandom.of(SEED, "noise").at(0);
        double[][] outputs = ReferenceMlp.forward(there, encoder, rows);
        double[][] codes = new double[ROWS][2];
        double divergence = 0;
        for (int i = 0; i < ROWS; i++) {
            for (int axis = 0; axis < 2; axis++) {
                double mean = outputs[i][axis];
                double variance = Math.exp(outputs[i][2 + axis]);
                codes[i][axis] = mean + Math.sqrt(variance) * noise.gaussian(2L * i + axis);
                divergence += 0.5 * (mean * mean + variance - 1 - Math.log(variance));
            }
        }
        MlpShape back = back(loss);
        double reconstruction = ReferenceMlp.loss(back.heads(), ReferenceMlp.forward(back, decoder, codes), rows);
        return reconstruction + weight * divergence / (ROWS * WIDTH);
    }

    private static void close(String what, double[] before, float[] after, double[] expected) {
        double scale = 0;
        for (double value : expected) {
            scale = Math.max(scale, Math.abs(value));
        }
        assertThat(scale).isPositive();
        List<String> wrong = new ArrayList<>();
        for (int p = 0; p < expected.length; p++) {
            double found = (before[p] - after[p]) / RATE;
            if (!(Math.abs(found - expected[p]) < 2e-5 * scale)) {
                wrong.add(what + " parameter " + p + ": found " + found + ", expected " + expected[p]);
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static double[] doubles(ResidualMlp network) {
        double[] values = new double[network.parameters().length];
        for (int i = 0; i < values.length; i++) {
            values[i] = network.parameters()[i];
        }
        return values;
    }
}
