package org.gne.nn;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Heads to try, and rows as they have them. */
final class HeadCases {

    private HeadCases() {}

    /** Of every kind, some more than once: 3 + 4 + 3 + 120 + 5 + 2 + 2 + 1 columns. */
    static Heads mixed() {
        return new Heads(List.of(
                Stretch.of(HeadKinds.REAL, 0, 3),
                Stretch.of(HeadKinds.BINARY, 3, 4, new float[] {1.5f, 0.5f, 3, 1}, new float[] {2, 3, 2, 4}),
                Stretch.of(HeadKinds.CATEGORICAL, 7, 3, new float[] {1.25f}, new float[] {1.5f}),
                Stretch.of(HeadKinds.CATEGORICAL, 10, 120, new float[] {0.25f}, new float[] {1}),
                counts(130, 5, 2),
                Stretch.of(HeadKinds.REAL, 135, 2, new float[] {0.5f, 2}, new float[] {1}),
                counts(137, 2, 7),
                Stretch.of(HeadKinds.BINARY, 139, 1)));
    }

    /** Counts of different weights, scales, dispersions and means. */
    static Stretch counts(int from, int width, long seed) {
        Random random = new Random(seed);
        float[] dispersion = numbers(width, 0.5f, 4, random);
        // As good as a Poisson's.
        dispersion[0] = 1e6f;
        return Stretch.counts(
                from,
                numbers(width, 0.5f, 2, random),
                numbers(width, 0.5f, 2, random),
                dispersion,
                numbers(width, 0.5f, 6, random));
    }

    private static float[] numbers(int n, float low, float range, Random random) {
        float[] numbers = new float[n];
        for (int j = 0; j < n; j++) {
            numbers[j] = low + range * random.nextFloat();
        }
        return numbers;
    }

    static Stream<Heads> all() {
        return Stream.of(
                Heads.unit(13),
                Heads.unit(13, Loss.CROSS_ENTROPY),
                Heads.real(7),
                Heads.of(HeadKinds.BINARY, 9),
                Heads.of(HeadKinds.CATEGORICAL, 5),
                Heads.of(HeadKinds.CATEGORICAL, 1),
                Heads.of(HeadKinds.CATEGORICAL, 130),
                new Heads(List.of(counts(0, 6, 1))),
                mixed());
    }

    /** Rows {@code [n, width]} of values that the heads may have. */
    static float[] rows(Heads heads, int n, Random random) {
        float[] rows = new float[n * heads.width()];
        for (int i = 0; i < n; i++) {
            for (Stretch stretch : heads.stretches()) {
                int at = i * heads.width() + stretch.from();
                fill(stretch, rows, at, random);
            }
        }
        return rows;
    }

    private static void fill(Stretch stretch, float[] rows, int at, Random random) {
        int n = stretch.width();
        for (int j = 0; j < n; j++) {
            rows[at + j] = switch (stretch.head().key()) {
                case "real" -> (float) random.nextGaussian();
                case "binary" -> random.nextInt(2);
                case "categorical" -> 0;
                // Some of them 0.
                case "count" -> random.nextInt((int) (2 * stretch.usual()[j] + 2));
                default -> random.nextFloat();
            };
        }
        if (stretch.head().joint()) {
            rows[at + random.nextInt(n)] = 1;
        }
    }

    /** Takes a third of the values out of some rows, categories as a whole. */
    static void punch(Heads heads, float[] rows, int from, int n, Random random) {
        for (int i = 0; i < n; i++) {
            int row = from + i * heads.width();
            for (Stretch stretch : heads.stretches()) {
                int step = stretch.head().joint() ? stretch.width() : 1;
                for (int j = stretch.from(); j < stretch.to(); j += step) {
                    if (random.nextInt(3) == 0) {
                        Arrays.fill(rows, row + j, row + j + step, Float.NaN);
                    }
                }
            }
        }
    }

    /** Logits of a row, {@code [width]}, not far from 0. */
    static float[] logits(Heads heads, Random random) {
        float[] logits = new float[heads.width()];
        for (int j = 0; j < logits.length; j++) {
            logits[j] = (float) (1.5 * random.nextGaussian());
        }
        return logits;
    }
}
