package org.gne.bench.scaling;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.gne.nn.MlpShape;

/** What is made larger while all else stays as it is. */
enum Axis {
    /** Training and placement by the library. */
    ROWS("rows", "784 columns, hidden 64, 2,000 cells", 60_000, 120_000, 200_000, 600_000),
    /** The whole of {@code gne fit}, a process each. */
    COMMAND("rows of gne fit, 2 epochs", "784 columns, hidden 64, 2,000 cells", 60_000, 120_000, 200_000, 600_000),
    /** Of a row of the data. */
    WIDTH("columns", "20,000 rows, hidden 64, 2,000 cells", 16, 64, 256, 1024, 4096),
    /** Of the decoder. */
    HIDDEN("weights of the decoder, hidden 16 to 512", "20,000 rows x 784, 2,000 cells", 16, 32, 64, 128, 256, 512) {
        @Override
        double size(int setting) {
            return new MlpShape(2, setting, 8, 784, MlpShape.Output.SIGMOID).parameters();
        }
    },
    /** Of the search: cells per side. */
    GRID("cells of the search, 16 x 16 to 256 x 256", "20,000 rows x 784, hidden 64", 16, 32, 64, 128, 256) {
        @Override
        double size(int setting) {
            return (double) setting * setting;
        }
    },
    /** At work. */
    THREADS("threads", "60,000 rows x 784, hidden 64, 2,000 cells", 1, 2);

    private final String unit;
    private final String fixed;
    private final int[] settings;

    Axis(String unit, String fixed, int... settings) {
        this.unit = unit;
        this.fixed = fixed;
        this.settings = settings;
    }

    static Axis of(String name) {
        return Arrays.stream(values())
                .filter(axis -> axis.toString().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("axis: found " + name + ", expected one of "
                        + Arrays.stream(values()).map(Axis::toString).collect(Collectors.joining(", "))));
    }

    /** What sizes count. */
    String unit() {
        return unit;
    }

    /** What is the same for all sizes. */
    String fixed() {
        return fixed;
    }

    /** What is measured unless other settings are asked for. */
    int[] settings() {
        return settings.clone();
    }

    /** What the cost of a setting is held against. */
    double size(int setting) {
        return setting;
    }

    /** Whether time by the clock counts: more threads do not lessen the work. */
    boolean byTheClock() {
        return this == THREADS;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
