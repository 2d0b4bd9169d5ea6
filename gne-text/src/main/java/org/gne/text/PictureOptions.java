package org.gne.text;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What an embedding model of images expects: a value of a pixel, 0 to 1, is {@code (value - mean) / deviation} for it.
 *
 * @param height the height of its images in pixels, at least 1
 * @param width the width of its images in pixels, at least 1
 * @param mean {@code [3]}: of red, green, blue
 * @param deviation {@code [3]}: of red, green, blue, above 0
 */
public record PictureOptions(int height, int width, float[] mean, float[] deviation) {

    /** The defaults of most models that were trained on ImageNet: 224 x 224 pixels, its means and deviations. */
    public static PictureOptions imageNet() {
        return new PictureOptions(224, 224, new float[] {0.485f, 0.456f, 0.406f}, new float[] {0.229f, 0.224f, 0.225f});
    }

    /**
     * Copies and checks the values.
     *
     * @throws IllegalArgumentException if a size is below 1, there are not 3 means and 3 deviations, or one is out of its range
     */
    public PictureOptions {
        mean = mean.clone();
        deviation = deviation.clone();
        if (height < 1 || width < 1) {
            throw new IllegalArgumentException(
                    "images of " + height + " x " + width + " pixels, expected at least 1 x 1");
        }
        if (mean.length != 3 || deviation.length != 3) {
            throw new IllegalArgumentException("mean and deviation: found " + mean.length + " and " + deviation.length
                    + " numbers, expected 3 each: red, green, blue");
        }
        for (int c = 0; c < 3; c++) {
            if (!Float.isFinite(mean[c]) || !(deviation[c] > 0) || Float.isInfinite(deviation[c])) {
                throw new IllegalArgumentException("mean " + mean[c] + " and deviation " + deviation[c]
                        + ", expected finite numbers, deviations above 0");
            }
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PictureOptions that
                && height == that.height
                && width == that.width
                && Arrays.equals(mean, that.mean)
                && Arrays.equals(deviation, that.deviation);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(mean) + 31 * height + width;
    }

    /** The options as a part of the name of a model: {@code 224x224 0.485,0.456,0.406 0.229,0.224,0.225}. */
    @Override
    public String toString() {
        return height + "x" + width + " " + text(mean) + " " + text(deviation);
    }

    private static String text(float[] values) {
        return IntStream.range(0, values.length)
                .mapToObj(i -> Float.toString(values[i]))
                .collect(Collectors.joining(","));
    }
}
