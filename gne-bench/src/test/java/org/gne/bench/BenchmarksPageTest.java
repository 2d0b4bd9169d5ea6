package org.gne.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchmarksPageTest {

    private static final String MACHINE =
            "{\"processor\": \"P\", \"memory\": \"1 GB\", \"jdk17\": \"17.0.1\", \"jdk25\": \"25.0.1\"}";

    @Test
    void pageOfTheRepositoryIsThatOfItsResults() throws Exception {
        assertThat(Path.of("../docs/benchmarks.md")).hasContent(BenchmarksPage.of(Path.of("results")));
    }

    @Test
    void ratiosAreOfPairsNotOfMedians(@TempDir Path results) throws Exception {
        Files.writeString(results.resolve("machine.json"), MACHINE);
        Files.writeString(results.resolve("throughput-17.json"), """
                {"libtorch": "2", "openblas": "3", "threads": [{"threads": 1, "rows": 6, "operationsPerRow": 1000000000,
                 "gneSeconds": [1, 4, 2], "libtorchSeconds": [2, 8, 4], "openblasGflops": [12, 3, 6],
                 "gneLoss": [1], "libtorchLoss": [1]}]}
                """);
        assertThat(BenchmarksPage.of(results))
                .contains("With libtorch 2, OpenBLAS 3.")
                .contains("| 17 | 1 | 3 (2-6) | 2 (1-3) | **2.00** | 1.00 |")
                .contains("| 17 | 1 | 3 (2-6) | 6 (3-12) | **0.50** |");
    }

    @Test
    void timeToErrorIsExtrapolatedFromTheEpochOfTheSameRound(@TempDir Path results) throws Exception {
        Files.writeString(results.resolve("machine.json"), MACHINE);
        Files.writeString(results.resolve("time-to-error.json"), """
                {"options": "--preset fast", "epochs": 2000, "gneSeconds": [10, 20], "gneErrors": [0.0287, 0.0288],
                 "libtorchSecondsPerEpoch": [0.5, 0.25]}
                """);
        assertThat(BenchmarksPage.of(results))
                .contains("extrapolated")
                .contains("| libtorch, at least | 750 (500-1,000) |")
                .contains("**63 (25-100)**");
    }

    @Test
    void aSectionOfAnotherMachineNamesIt(@TempDir Path results) throws Exception {
        Files.writeString(results.resolve("machine.json"), MACHINE);
        Files.writeString(results.resolve("start.json"), "{\"jdk17\": [0.2], \"jdk25\": [0.3]}");
        assertThat(BenchmarksPage.of(results)).contains("P, 1 GB").doesNotContain("another machine");
        Files.writeString(results.resolve("start.machine.json"), MACHINE.replace("\"P\"", "\"Q\""));
        assertThat(BenchmarksPage.of(results))
                .contains("## Start of the command\n\nMeasured on another machine: Q, 1 GB, JDK 25.0.1.\n\n");
    }

    @Test
    void sectionsWithoutResultsAreLeftOut(@TempDir Path results) throws Exception {
        Files.writeString(results.resolve("machine.json"), MACHINE);
        assertThat(BenchmarksPage.of(results)).contains("P, 1 GB").doesNotContain("\n## ");
        Files.writeString(results.resolve("scaling.md"), "## Scaling\n\nA plot.\n");
        assertThat(BenchmarksPage.of(results)).endsWith("\n\n## Scaling\n\nA plot.\n");
    }
}
