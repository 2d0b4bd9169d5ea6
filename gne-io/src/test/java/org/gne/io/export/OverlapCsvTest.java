package org.gne.io.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gne.analysis.ClassOverlap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OverlapCsvTest {

    @TempDir
    private Path directory;

    @Test
    void overlapIsATableOfPairs() throws IOException {
        double[][] shares = {{0.75, 0.25}, {0.5, 0.5}};
        double[][] mixture = {{0.5, 0.5}, {0, 1}};
        Path file = directory.resolve("overlap.csv");
        OverlapCsv.write(file, new ClassOverlap(List.of("a,b", "c"), new int[] {4, 4}, shares, mixture));
        assertThat(Files.readAllLines(file))
                .containsExactly(
                        "class,other,overlap,classAsOther,otherAsClass,mixtureOverlap",
                        "\"a,b\",c,0.375,0.25,0.5,0.25");
    }
}
