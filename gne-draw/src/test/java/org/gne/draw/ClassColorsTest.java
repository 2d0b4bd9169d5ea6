package org.gne.draw;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClassColorsTest {

    private static final Color DARK_PAGE = new Color(0x0e1116);

    /** Usual sight, then protanopia, deuteranopia and tritanopia: Machado, Oliveira and Fernandes 2009, severity 1, linear RGB. */
    private static final List<double[][]> SIGHTS = List.of(
            new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
            new double[][] {
                {0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}
            },
            new double[][] {
                {0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}
            },
            new double[][] {
                {1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}
            });

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void tenClassesContrastWithTheirBackground(boolean dark) {
        double page = luminance(dark ? DARK_PAGE : Color.WHITE);
        for (int label = 0; label < ClassColors.COUNT; label++) {
            double own = luminance(color(dark).apply(label));
            assertThat((Math.max(page, own) + 0.05) / (Math.min(page, own) + 0.05))
                    .as("class %d", label)
                    .isGreaterThanOrEqualTo(3);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void tenClassesDifferForColourBlindReadersToo(boolean dark) {
        List<double[]> colors = IntStream.range(0, ClassColors.COUNT)
                .mapToObj(color(dark))
                .map(ClassColorsTest::linear)
                .toList();
        for (double[][] sight : SIGHTS) {
            List<double[]> seen =
                    colors.stream().map(rgb -> oklab(product(sight, rgb))).toList();
            for (int i = 0; i < seen.size(); i++) {
                for (int j = 0; j < i; j++) {
                    // A just noticeable difference is about 0.02.
                    assertThat(distance(seen.get(i), seen.get(j)))
                            .as("classes %d and %d", i, j)
                            .isGreaterThan(0.09);
                }
            }
        }
    }

    private static IntFunction<Color> color(boolean dark) {
        return dark ? ClassColors::onDark : ClassColors::of;
    }

    private static double luminance(Color color) {
        double[] rgb = linear(color);
        return 0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2];
    }

    private static double[] linear(Color color) {
        return IntStream.of(color.getRed(), color.getGreen(), color.getBlue())
                .mapToDouble(channel -> channel / 255.0)
                .map(value -> value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4))
                .toArray();
    }

    /** Bjorn Ottosson, A perceptual color space for image processing (2020). */
    private static double[] oklab(double[] rgb) {
        double[] cones = product(
                new double[][] {
                    {0.4122214708, 0.5363325363, 0.0514459929},
                    {0.2119034982, 0.6806995451, 0.1073969566},
                    {0.0883024619, 0.2817188376, 0.6299787005}
                },
                clipped(rgb));
        for (int i = 0; i < 3; i++) {
            cones[i] = Math.cbrt(cones[i]);
        }
        return product(
                new double[][] {
                    {0.2104542553, 0.7936177850, -0.0040720468},
                    {1.9779984951, -2.4285922050, 0.4505937099},
                    {0.0259040371, 0.7827717662, -0.8086757660}
                },
                cones);
    }

    private static double[] clipped(double[] rgb) {
        return Arrays.stream(rgb).map(value -> Math.max(0, Math.min(1, value))).toArray();
    }

    private static double[] product(double[][] matrix, double[] vector) {
        double[] result = new double[3];
        for (int i = 0; i < 3; i++) {
            for (int k = 0; k < 3; k++) {
                result[i] += matrix[i][k] * vector[k];
            }
        }
        return result;
    }

    private static double distance(double[] a, double[] b) {
        return Math.sqrt(Math.pow(a[0] - b[0], 2) + Math.pow(a[1] - b[1], 2) + Math.pow(a[2] - b[2], 2));
    }
}
