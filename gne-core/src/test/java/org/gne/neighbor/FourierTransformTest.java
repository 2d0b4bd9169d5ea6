package org.gne.neighbor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FourierTransformTest {

    private static final int WIDTH = 3;

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 96, 128, 384})
    void isTheTransformOfTheDefinition(int length) {
        float[] x = random(2 * length * WIDTH, length);
        float[] result = new FourierTransform(length).forward(WIDTH, x.clone(), new float[2 * length * WIDTH]);
        for (int k = 0; k < length; k++) {
            for (int i = 0; i < WIDTH; i++) {
                double re = 0;
                double im = 0;
                for (int j = 0; j < length; j++) {
                    double angle = -2 * Math.PI * j * k / length;
                    double xRe = x[j * WIDTH + i];
                    double xIm = x[(length + j) * WIDTH + i];
                    re += xRe * Math.cos(angle) - xIm * Math.sin(angle);
                    im += xRe * Math.sin(angle) + xIm * Math.cos(angle);
                }
                Offset<Double> within = Offset.offset(1e-6 * length);
                assertThat((double) result[k * WIDTH + i])
                        .as("real part %d of signal %d", k, i)
                        .isCloseTo(re, within);
                assertThat((double) result[(length + k) * WIDTH + i])
                        .as("imaginary part %d of signal %d", k, i)
                        .isCloseTo(im, within);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 6, 64, 768})
    void inverseUndoesIt(int length) {
        FourierTransform transform = new FourierTransform(length);
        float[] x = random(2 * length * WIDTH, length);
        float[] there = transform.forward(WIDTH, x.clone(), new float[x.length]);
        float[] back = transform.inverse(WIDTH, there, new float[x.length]);
        for (int i = 0; i < x.length; i++) {
            assertThat(back[i] / length).isCloseTo(x[i], Offset.offset(1e-5f));
        }
    }

    @Test
    void otherLengthsAreRefused() {
        for (int length : new int[] {5, 7, 20}) {
            assertThatThrownBy(() -> new FourierTransform(length))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(Integer.toString(length));
        }
    }

    private static float[] random(int n, long seed) {
        Random random = new Random(seed);
        float[] values = new float[n];
        for (int i = 0; i < n; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }
}
