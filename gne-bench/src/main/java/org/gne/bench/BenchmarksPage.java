package org.gne.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.gne.data.AtomicFile;
import org.jspecify.annotations.Nullable;

/**
 * Writes all of docs/benchmarks.md from the results of {@code gne-bench/report}: {@code BenchmarksPage RESULTS PAGE.md}. A
 * section without results is left out.
 */
public final class BenchmarksPage {

    private BenchmarksPage() {}

    /** Writes the page. */
    public static void main(String[] args) throws IOException {
        byte[] page = of(Path.of(args[0])).getBytes(StandardCharsets.UTF_8);
        AtomicFile.write(Path.of(args[1]), out -> out.write(page));
    }

    /**
     * The page.
     *
     * @param results a folder with machine.json and a file per section; SECTION.machine.json beside it if its machine is another
     */
    static String of(Path results) throws IOException {
        StringBuilder page = new StringBuilder("""
                # Benchmarks

                How fast GNE is, compared with other programs. `gne-bench/report` runs all measurements and writes this page;
                `gne-bench/report SECTION` measures one section again. Figures are medians, with the range in brackets. The speed of
                the machine varies by a factor of 2 within minutes. The programs of one row were therefore measured in turn, in one
                run: compare figures within a row, not between rows. Quality, and other figures, are in [quality.md](quality.md).

                """);
        machine(page, Results.read(results.resolve("machine.json")));
        throughput(page, results);
        for (ReportSection section : ReportSection.values()) {
            Path file = results.resolve(section.file());
            if (Files.exists(file)) {
                page.append("\n## ").append(section.title()).append("\n\n");
                otherMachine(page, results, section.file());
                section.write(page, Results.read(file));
            }
        }
        Path scaling = results.resolve("scaling.md");
        if (Files.exists(scaling)) {
            page.append('\n');
            otherMachine(page, results, "scaling.json");
            page.append(Files.readString(scaling).strip()).append('\n');
        }
        return page.toString();
    }

    /** Names the machine of a section that was not measured on that of the page. */
    private static void otherMachine(StringBuilder page, Path results, String file) throws IOException {
        Path machine = results.resolve(file.replace(".json", ".machine.json"));
        if (Files.exists(machine)) {
            Map<String, Object> other = Results.read(machine);
            page.append("Measured on another machine: ")
                    .append(other.get("processor"))
                    .append(", ")
                    .append(other.get("memory"))
                    .append(", JDK ")
                    .append(other.get("jdk25"))
                    .append(".\n\n");
        }
    }

    private static void machine(StringBuilder page, Map<String, Object> machine) {
        page.append("| | |\n|---|---|\n");
        row(page, "machine", machine.get("processor") + ", " + machine.get("memory"));
        row(page, "system", machine.get("system"));
        row(
                page,
                "JDK",
                machine.get("jdk17") + " and " + machine.get("jdk25") + "; 25 unless a section says otherwise");
        row(page, "umap-learn, scikit-learn", machine.get("umapLearn") + ", " + machine.get("scikitLearn"));
    }

    private static void row(StringBuilder page, String name, @Nullable Object value) {
        page.append("| ").append(name).append(" | ").append(value).append(" |\n");
    }

    private static void throughput(StringBuilder page, Path results) throws IOException {
        StringBuilder rows = new StringBuilder();
        StringBuilder peak = new StringBuilder();
        String versions = "";
        for (String jdk : new String[] {"17", "25"}) {
            Path file = results.resolve("throughput-" + jdk + ".json");
            if (!Files.exists(file)) {
                continue;
            }
            Map<String, Object> result = Results.read(file);
            versions = "libtorch " + result.get("libtorch") + ", OpenBLAS " + result.get("openblas");
            double one = Double.NaN;
            for (Throughput found : Results.throughputs(result)) {
                one = found.threads() == 1 ? found.gneRows().median() : one;
                String begin = "| " + jdk + " | " + found.threads() + " | ";
                rows.append(begin)
                        .append(found.gneRows().text(0))
                        .append(" | ")
                        .append(found.libtorchRows().text(0))
                        .append(" | **")
                        .append(found.overLibtorch().text(2))
                        .append("** | ")
                        .append(Spread.number(found.gneRows().median() / one, 2))
                        .append(" |\n");
                peak.append(begin)
                        .append(found.gneGflops().text(0))
                        .append(" | ")
                        .append(found.openblas().text(0))
                        .append(" | **")
                        .append(found.overOpenblas().text(2))
                        .append("** |\n");
            }
        }
        if (rows.length() == 0) {
            return;
        }
        page.append("\n## Training throughput\n\n");
        otherMachine(page, results, "throughput-17.json");
        otherMachine(page, results, "throughput-25.json");
        page.append("""
                        `gne-bench/run TrainingThroughput`: the paper's listing on MNIST (batch 1,024, dense Adam), an epoch of GNE, a
                        2,048 x 2,048 sgemm of OpenBLAS and an epoch of libtorch in turn, in one process, each with the same threads.
                        """)
                .append("With ")
                .append(versions)
                .append("""
                        .
                        libtorch is called by DJL in the fastest way: rows in one native tensor, `index_select`, `linear`, autograd,
                        native Adam, nothing copied to Java. A test checks that both losses fall in the same way.

                        | JDK | threads | GNE, rows/s | libtorch, rows/s | GNE / libtorch | GNE against one thread |
                        |---|---|---|---|---|---|
                        """)
                .append(rows)
                .append("""

                        The same epochs compared with the peak of the machine, in GFLOP/s. Only the operations of matrix products
                        are counted, but the time includes everything else that the loop does.

                        | JDK | threads | GNE | OpenBLAS | GNE / OpenBLAS |
                        |---|---|---|---|---|
                        """)
                .append(peak);
    }
}
