package org.gne.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.gne.data.SafeTensors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model file whose texts hold sequences that change a terminal. */
class HostileNamesTest {

    /** ESC, the same as one character (CSI), a bell, and a change of the writing direction. */
    private static final String SEQUENCE = "\\u001b]0;gone\\u0007\\u009b31m\\u202eevil";

    @TempDir
    Path directory;

    @Test
    void noCommandPrintsEscapeSequencesOfAModelFile() throws IOException {
        StringBuilder text = new StringBuilder("aaa,bbb,kind\n");
        for (int i = 0; i < 40; i++) {
            text.append(i % 7).append(',').append(i % 2 == 0 ? "xxx" : "yyy").append(i % 3 == 0 ? ",ccc\n" : ",ddd\n");
        }
        Path table = Files.writeString(directory.resolve("t.csv"), text);
        Path out = directory.resolve("out");
        Run fit = Run.of("fit", table, "--label", "kind", "--preset", "fast", "--epochs", 1, "-q", "--out", out);
        assertThat(fit.code()).as(fit.err()).isZero();
        Path model = out.resolve("model.safetensors");
        SafeTensors whole = SafeTensors.read(model);
        Map<String, String> metadata = new LinkedHashMap<>();
        whole.metadata().forEach((key, value) -> {
            String hostile = value;
            for (String name : new String[] {"aaa", "bbb", "xxx", "yyy", "ccc", "ddd"}) {
                hostile = hostile.replace("\"" + name, "\"" + SEQUENCE + name);
            }
            metadata.put(key, key.equals("preset") || key.equals("kernel") ? "\u001b[31m" + value : hostile);
        });
        assertThat(metadata.toString()).contains("u009b");
        new SafeTensors(metadata, whole.tensors()).write(model);
        Object[][] calls = {
            {"info", out},
            {"info", out, "--json"},
            {"inspect", out, "--out", out},
            {"place", out, table, "--out", directory.resolve("p.csv")},
            {"evaluate", out, table},
            {"generate", out, "--at", "0,0", "--out", directory.resolve("g.csv")},
            {"generate", out, "--sample", 1, "--class", "none", "--out", directory.resolve("g.csv")},
            {"generate", out, "--maximise", "none", "--out", directory.resolve("g.csv")},
            {"export", out, table, "--format", "csv", "--out", directory.resolve("e.csv")},
            {"export", out, "--format", "nothing"},
        };
        for (Object[] call : calls) {
            Run run = Run.of(call);
            assertThat(run.out() + run.err())
                    .as(call[0] + ": " + run.err())
                    .doesNotContain("\u001b", "\u009b", "\u0007", "\u202e")
                    .doesNotContain("at org.gne");
        }
        assertThat(Run.of("generate", out, "--sample", 1, "--class", "none").err())
                .contains("evil");
    }
}
