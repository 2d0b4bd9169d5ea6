package org.gne.bench.scaling;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.gne.nn.Heads;
import org.gne.nn.MlpShape;

/** What is made larger while all else stays as it is. */
enum Axis {
    /** Training and placement by the library. */
    ROWS("rows", 1, "784 columns, hidden 64, 2,000 cells", 60_000, 120_000, 200_000, 300_000, 600_000),
    /** The whole of {@code gne fit}, a process each. */
    COMMAND("rows of gne fit", 1, "2 epochs, 784 columns, hidden 64, 2,000 cells", 60_000, 120_000, 600_000),
    /** Of a row of the data. */
    WIDTH("columns", 2, "20,000 rows, hidden 64, 2,000 cells", 16, 64, 256, 1024, 4096),
    /** Of the decoder. */
    HIDDEN("weights of the decoder, hidden 16 to 512", 2, "20,000 rows x 784, 2,000 cells", 16, 32, 64, 128, 256, 512) {
        @Override
        String label() {
            return "hidden %d";
        }

        @Override
        double size(int setting) {
            return new MlpShape(2, setting, 8, Heads.unit(784)).parameters();
        }
    },
    /** Of the search: cells per side. */
    GRID("cells of the search, 16 x 16 to 256 x 256", 2, "20,000 rows x 784, hidden 64", 16, 32, 64, 128, 256) {
        @Override
        String label() {
            return "%1$d x %1$d";
        }

        @Override
        double size(int setting) {
            return (double) setting * setting;
        }
    },
    /** At work. */
    THREADS("threads", 3, "20,000 rows x 784, hidden 64, 2,000 cells", 1, 2);

    private final String unit;
    private final int rounds;
    private final String fixed;
    private final int[] settings;

    Axis(String unit, int rounds, String fixed, int... settings) {
        this.unit = unit;
        this.rounds = rounds;
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

    /** How often all settings are measured, unless another number is asked for. */
    int rounds() {
        return rounds;
    }

    /** How a setting is written. */
    String label() {
        return "%,d";
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
