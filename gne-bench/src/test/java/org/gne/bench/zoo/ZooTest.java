package org.gne.bench.zoo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.gne.GneOptions;
import org.gne.Preset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Every kind of table is explained, or a warning says that it is not; placement finds its rows again. */
class ZooTest {

    /** The accuracy of the classes of placed training rows; of fewer than 20 rows, one may be wrong. */
    private static final double LEAST = 0.95;

    private static final List<ZooTable> SMALL = ZooTables.SMALL;

    private static final List<ZooTable> MORE = ZooTables.MORE;

    private static final GneOptions OPTIONS =
            GneOptions.of(Preset.FAST).withSeed(1).withThreads(2);

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @FieldSource("SMALL")
    void smallTableIsExplained(ZooTable table) throws IOException {
        check(table);
    }

    @Tag("slow")
    @ParameterizedTest
    @FieldSource("MORE")
    void tableIsExplained(ZooTable table) throws IOException {
        check(table);
    }

    private void check(ZooTable table) throws IOException {
        ZooFit fit = ZooFit.of(table.write(folder), table.label(), OPTIONS);
        SoftAssertions all = new SoftAssertions();
        if (fit.warning() == null && fit.data().samples().size() > 1) {
            all.assertThat(fit.model().explained().total()).as("explained").isGreaterThan(0.5);
        }
        if (table.clean()) {
            all.assertThat(fit.placeScore())
                    .as("place accuracy")
                    .isGreaterThanOrEqualTo(
                            Math.min(LEAST, 1 - 1.0 / fit.data().samples().size()));
            all.assertThat(fit.nearShare()).as("placed near their own points").isGreaterThanOrEqualTo(0.8);
        }
        all.assertAll();
    }

    @Test
    void tablesAreTheSameInEveryRun() {
        assertThat(TableBuilder.of("a", 20, 2)
                        .numbers(2)
                        .booleans(2, 0.1)
                        .clean()
                        .build())
                .isEqualTo(TableBuilder.of("a", 20, 2)
                        .numbers(2)
                        .booleans(2, 0.1)
                        .clean()
                        .build());
    }
}
