package org.gne.bench.scaling;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.gne.nn.Heads;
import org.gne.nn.MlpShape;

/** The quantity that grows while everything else stays the same. */
enum Axis {
    /** Rows: training and placement by the library. */
    ROWS("rows", 1, "784 columns, hidden 64, 2,000 cells", 60_000, 120_000, 200_000, 300_000, 600_000),
    /** Rows: the whole of {@code gne fit}, each in its own process. */
    COMMAND("rows of gne fit", 1, "2 epochs, 784 columns, hidden 64, 2,000 cells", 60_000, 120_000, 600_000),
    /** The values of a row. */
    WIDTH("columns", 2, "20,000 rows, hidden 64, 2,000 cells", 16, 64, 256, 1024, 4096),
    /** The width of the decoder. */
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
    /** The grid of the search: cells per side. */
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
    /** The threads. */
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

    /** The unit of the sizes. */
    String unit() {
        return unit;
    }

    /** The default number of rounds. */
    int rounds() {
        return rounds;
    }

    /** The text of a setting. */
    String label() {
        return "%,d";
    }

    /** The settings that are the same for all sizes. */
    String fixed() {
        return fixed;
    }

    /** The default settings. */
    int[] settings() {
        return settings.clone();
    }

    /** The number on the axis for a setting; the cost grows with it. */
    double size(int setting) {
        return setting;
    }

    /** Whether the wall time counts: more threads do not reduce the processor time. */
    boolean byTheClock() {
        return this == THREADS;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
