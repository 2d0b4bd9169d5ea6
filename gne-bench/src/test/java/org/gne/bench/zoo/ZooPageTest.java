package org.gne.bench.zoo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.jr.ob.JSON;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.gne.bench.Results;
import org.junit.jupiter.api.Test;

class ZooPageTest {

    private static final String MARKED = """
            Before.
            <!-- begin zoo, written by gne-bench/zoo -->
            old
            <!-- end zoo -->
            <!-- begin imputation, written by gne-bench/zoo -->
            <!-- end imputation -->
            After.
            """;

    @Test
    void sectionsOfTheRepositoryAreThoseOfItsResults() throws Exception {
        Path page = Path.of("../docs/quality.md");
        assertThat(page).hasContent(ZooPage.with(Files.readString(page), Results.read(Path.of("results/zoo.json"))));
    }

    @Test
    void exceptionsAreNamed() throws Exception {
        Map<String, Object> result = JSON.std.mapFrom("""
                {"tables": [
                 {"name": "good", "source": "generated", "rows": 10, "width": 2, "clean": true, "variance": 0.9, "pcaVariance": 0.5,
                  "fast": {"explained": 0.8}, "default": {"explained": 0.9, "map": 1.0, "place": 1.0, "near": 1.0}},
                 {"name": "bad", "source": "generated", "rows": 10, "width": 2, "clean": true, "variance": 0.4, "pcaVariance": 0.5,
                  "fast": {"explained": -0.8, "warning": "it explains nothing"},
                  "default": {"explained": -0.1, "map": 1.0, "place": 0.5, "near": 0.2}}],
                 "imputation": [
                 {"name": "gaps", "rows": 10, "numbers": 2, "categories": 0, "mean": {"rmse": 1.0}, "knn": {"rmse": 0.8},
                  "iterative": {"rmse": 0.7}, "gne": {"rmse": 0.6}}]}
                """);
        String page = ZooPage.with(MARKED, result);
        assertThat(page).startsWith("Before.\n").endsWith("After.\n").doesNotContain("old");
        assertThat(page)
                .contains("- explains at most 0 of: bad (1 of 2)")
                .contains("of the variance than two principal components of: bad (1 of 2)")
                .contains("although the classes are clean, of: bad (1 of 2)")
                .contains("- `bad`, `fast`: it explains nothing")
                .contains("| gaps | 10 | 2 | numbers, error | 1.000 | 0.800 | 0.700 | 0.600 | +25.0 % |")
                .contains("GNE is ahead of `KNNImputer` in 1 of 1 lines, of `IterativeImputer` in 1.");
    }

    @Test
    void missingMarkersAreNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ZooPage.with("text", Map.of("tables", List.of())))
                .withMessageContaining("begin zoo");
    }
}
