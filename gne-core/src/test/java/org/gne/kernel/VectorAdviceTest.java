package org.gne.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VectorAdviceTest {

    @TempDir
    Path directory;

    /** A program that uses the kernels twice. */
    static final class Twice {
        public static void main(String[] args) {
            System.out.println(Kernels.active().name() + Kernels.active().name());
        }
    }

    private String log(String... options) throws Exception {
        Path log = directory.resolve("log");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Twice.class.getName()));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return Files.readString(log);
    }

    @Test
    void aProcessWithoutTheModuleSaysOnceWhatToDo() throws Exception {
        assertThat(log())
                .contains("scalarscalar")
                .containsOnlyOnce("without the Vector API")
                .contains("--add-modules=jdk.incubator.vector")
                .contains("surefire")
                .contains("Gradle")
                .contains("-R--add-modules=jdk.incubator.vector");
    }

    @Test
    void aProcessThatAsksForTheScalarKernelIsLeftInPeace() throws Exception {
        assertThat(log("-Dgne.kernel=scalar").trim()).isEqualTo("scalarscalar");
    }

    @Test
    void aProcessWithTheModuleIsLeftInPeace() throws Exception {
        assertThat(log("--add-modules=jdk.incubator.vector"))
                .contains("vector-")
                .doesNotContain("without");
    }

    @Test
    void aJavaWithoutTheModuleIsNamed() {
        assertThat(VectorAdvice.text(false)).contains("a full JDK has").doesNotContain("--add-modules");
    }
}
