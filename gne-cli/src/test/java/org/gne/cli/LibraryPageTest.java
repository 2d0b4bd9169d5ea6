package org.gne.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;
import org.gne.Gne;
import org.gne.GneModel;
import org.gne.GneOptions;
import org.gne.Preset;
import org.gne.data.Dataset;
import org.gne.data.Labels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lines of docs/library.md are what a reader may copy: all of them compile and run. */
class LibraryPageTest {

    private static final Pattern SNIPPET = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);

    private static final List<String> IMPORTS = List.of(
            "java.nio.file.Path",
            "java.time.Duration",
            "java.util.List",
            "org.gne.*",
            "org.gne.analysis.*",
            "org.gne.data.*",
            "org.gne.draw.*",
            "org.gne.explorer.*",
            "org.gne.io.*",
            "org.gne.io.export.*",
            "org.gne.loop.*",
            "org.gne.onnx.*",
            "org.gne.place.*",
            "org.gne.quality.*",
            "org.gne.results.*",
            "org.gne.text.*",
            "org.gne.words.*");

    private static final String[] PARAMETERS = {
        "float[][] rows",
        "float[][] fresh",
        "String[] species",
        "Dataset data",
        "GneModel model",
        "Path folder",
        "List<String> texts",
        "List<float[]> vectors"
    };

    @TempDir
    Path directory;

    /** What the page says before its first lines. */
    private Object[] values() throws Exception {
        float[][] rows = new float[60][4];
        String[] species = new String[60];
        StringBuilder csv = new StringBuilder("a,b,c,d\n");
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < 4; j++) {
                rows[i][j] = (i % 3) * (j + 1) + (i * 7 + j * 3) % 11 / 20f;
                csv.append(rows[i][j]).append(j < 3 ? ',' : '\n');
            }
            species[i] = "rose tulip lily".split(" ")[i % 3];
        }
        Files.writeString(directory.resolve("flowers.csv"), csv);
        Dataset data = Dataset.of(rows).withLabels(Labels.of(species));
        GneModel model = Gne.fit(
                data, GneOptions.of(Preset.FAST).withHidden(8).withBlocks(1).withEpochs(2));
        List<String> texts = Arrays.asList(species);
        return new Object[] {rows, Arrays.copyOf(rows, 5), species, data, model, directory, texts, List.of(rows)};
    }

    @Test
    void everyTaskCompilesAndRuns() throws Exception {
        StringBuilder program = new StringBuilder();
        IMPORTS.forEach(each -> program.append("import " + each + ";\n"));
        program.append("public class Page {\n");
        Matcher matcher = SNIPPET.matcher(Files.readString(page()));
        List<String> snippets = new ArrayList<>();
        while (matcher.find()) {
            String body = matcher.group(1);
            // A snippet that declares what others receive has a name of its own for it.
            String parameters = Arrays.stream(PARAMETERS)
                    .map(each -> body.contains(each + " =") ? each + "Given" : each)
                    .collect(Collectors.joining(", "));
            program.append("public static void task" + snippets.size() + "(" + parameters + ") throws Exception {\n")
                    .append(body)
                    .append("}\n");
            snippets.add(body);
        }
        program.append("}\n");
        assertThat(snippets).hasSizeGreaterThan(12);
        Path source = Files.writeString(directory.resolve("Page.java"), program);
        int failed = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-d",
                        directory.toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        source.toString());
        assertThat(failed).isZero();
        Object[] values = values();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {directory.toUri().toURL()})) {
            for (Method task : loader.loadClass("Page").getMethods()) {
                if (task.getName().startsWith("task")) {
                    task.invoke(null, values);
                }
            }
        }
        assertThat(directory.resolve("out")).isDirectoryContaining("glob:**metrics.json");
        assertThat(directory.resolve("map.png")).isNotEmptyFile();
    }

    private static Path page() {
        Path module = Path.of("").toAbsolutePath();
        return (Files.exists(module.resolve("docs")) ? module : module.resolveSibling("")).resolve("docs/library.md");
    }
}
