package org.gne.bench.scaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AxisResultsTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void seriesAreMediansOverTheRoundsAgainstTheSizesOfTheSettings() throws IOException {
        AxisResults results = AxisResults.read(Axis.GRID, folder);
        for (double seconds : List.of(3.0, 1.0, 2.0)) {
            results.add(32, Map.of("search", new Cost(9, 4 * seconds)));
            results.add(16, Map.of("search", new Cost(9, seconds)));
        }

        Series series = results.series().get(0);

        assertThat(series.settings()).containsExactly(16, 32);
        assertThat(series.sizes()).containsExactly(256, 1024);
        assertThat(series.costs()).containsExactly(2, 8);
        assertThat(series.fit().exponent()).isCloseTo(1, within(1e-12));
        assertThat(series.fitOfSettings().exponent()).isCloseTo(2, within(1e-12));
    }

    @Test
    void whatIsMeasuredAnewReplacesWhatTheFileHadOfThatSettingOnly() throws IOException {
        AxisResults first = AxisResults.read(Axis.ROWS, folder);
        first.add(10, Map.of("epoch", new Cost(1, 1)));
        first.add(20, Map.of("epoch", new Cost(1, 7)));
        first.write(folder);

        AxisResults second = AxisResults.read(Axis.ROWS, folder);
        second.forget(20);
        second.add(20, Map.of("epoch", new Cost(1, 2)));
        second.write(folder);

        assertThat(AxisResults.read(Axis.ROWS, folder).series().get(0).costs()).containsExactly(1, 2);
    }

    @Test
    void threadsAreHeldAgainstTheClock() throws IOException {
        AxisResults results = AxisResults.read(Axis.THREADS, folder);
        results.add(1, Map.of("epoch", new Cost(8, 8)));
        results.add(2, Map.of("epoch", new Cost(4, 8)));

        assertThat(results.series().get(0).fit().exponent()).isCloseTo(-1, within(1e-12));
    }
}
