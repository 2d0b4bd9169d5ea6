package org.gne;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program in the README is what a reader may copy. */
class ReadmeExampleTest {

    private static final Pattern EXAMPLE =
            Pattern.compile("<!-- compiled by ReadmeExampleTest -->\\s*```java\\n(.*?)```", Pattern.DOTALL);

    @TempDir
    Path directory;

    @Test
    void theExampleCompilesAndSavesAModel() throws Exception {
        Matcher matcher = EXAMPLE.matcher(Files.readString(readme()));
        assertThat(matcher.find()).as("example in %s", readme()).isTrue();
        Path source = Files.writeString(directory.resolve("Example.java"), matcher.group(1));
        String classPath = System.getProperty("java.class.path");
        int failed = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-d", directory.toString(), "-cp", classPath, source.toString());
        assertThat(failed).isZero();

        Path log = directory.resolve("log");
        List<String> command = new ArrayList<>(List.of(java()));
        if (ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent()) {
            command.add("--add-modules=jdk.incubator.vector");
        }
        command.addAll(List.of("-cp", directory + File.pathSeparator + classPath, "Example"));
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.exitValue()).as(Files.readString(log)).isZero();
        GneModel model = GneModel.load(directory.resolve("model.safetensors"));
        assertThat(model.embedding().size()).isEqualTo(2000);
    }

    private static Path readme() throws IOException {
        Path module = Path.of("").toAbsolutePath();
        return (Files.exists(module.resolve("README.md")) ? module : module.resolveSibling("")).resolve("README.md");
    }

    private static String java() {
        boolean windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
        return Path.of(System.getProperty("java.home"), "bin", windows ? "java.exe" : "java")
                .toString();
    }
}
