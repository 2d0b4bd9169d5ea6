package org.gne.bench.cells;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.gne.data.Column;
import org.gne.data.PrincipalComponents;
import org.gne.data.Samples;
import org.gne.data.Schema;
import org.gne.data.SparseRow;
import org.gne.data.SparseSamples;
import org.gne.data.SparseStore;
import org.gne.data.StorageOptions;
import org.gne.data.Survey;
import org.gne.data.VariableColumns;
import org.gne.kernel.Parallel;

/**
 * What sparse rows cost before the training, for several numbers of rows, ascending: {@code SparseCosts COLUMNS STORED CHOSEN ROWS ...}. Prints a
 * line for each: seconds to store the rows, to choose the columns, for the survey of the chosen ones and for their principal
 * components, the heap that the rows take, and the most memory that the process has had so far (on Linux). Rows beyond half of
 * the heap are in a mapped file, whose pages in memory are part of it.
 */
public final class SparseCosts {

    private static final int COMPONENTS = 48;

    private SparseCosts() {}

    /** Measures all sizes. */
    public static void main(String[] args) throws IOException {
        int columns = Integer.parseInt(args[0]);
        int stored = Integer.parseInt(args[1]);
        int chosen = Integer.parseInt(args[2]);
        System.out.println(
                "| rows | values stored | MB | storing, s | choosing, s | survey, s | components, s | processor time, s | resident at most, MB |\n"
                        + "|---|---|---|---|---|---|---|---|---|");
        try (Parallel parallel = new Parallel(Runtime.getRuntime().availableProcessors())) {
            // Compiles the loops, and is not printed.
            line(Integer.parseInt(args[3]), columns, stored, chosen, parallel);
            for (String rows : List.of(args).subList(3, args.length)) {
                System.out.println(line(Integer.parseInt(rows), columns, stored, chosen, parallel));
            }
        }
    }

    private static String line(int rows, int columns, int stored, int chosen, Parallel parallel) throws IOException {
        Map<String, Double> seconds = new LinkedHashMap<>();
        double processor = processorSeconds();
        long before = used();
        long begin = System.nanoTime();
        SparseSamples counts = rows(rows, columns, stored);
        seconds.put("storing", (System.nanoTime() - begin) * 1e-9);
        double megabytes = (used() - before) / 1e6;
        begin = System.nanoTime();
        Samples variable = VariableColumns.choose(counts, chosen);
        seconds.put("choosing", (System.nanoTime() - begin) * 1e-9);
        begin = System.nanoTime();
        Survey.of(variable, parallel);
        seconds.put("survey", (System.nanoTime() - begin) * 1e-9);
        begin = System.nanoTime();
        PrincipalComponents.fit(variable, COMPONENTS, 1, parallel).projectAll(variable, parallel);
        seconds.put("components", (System.nanoTime() - begin) * 1e-9);
        seconds.put("processor", processorSeconds() - processor);
        long values = 0;
        for (int i = 0; i < rows; i++) {
            values += counts.entries(i);
        }
        StringBuilder line =
                new StringBuilder(String.format(Locale.ROOT, "| %,d | %,d | %.0f |", rows, values, megabytes));
        seconds.values().forEach(each -> line.append(String.format(Locale.ROOT, " %.2f |", each)));
        return line.append(String.format(Locale.ROOT, " %s |", resident())).toString();
    }

    /** The processor time of all threads. */
    private static double processorSeconds() {
        return ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .map(time -> time.toMillis() * 1e-3)
                .orElse(Double.NaN);
    }

    private static String resident() throws IOException {
        Path status = Path.of("/proc/self/status");
        for (String line : Files.exists(status) ? Files.readAllLines(status) : List.<String>of()) {
            if (line.startsWith("VmHWM:")) {
                return String.valueOf(Long.parseLong(line.replaceAll("\\D", "")) / 1000);
            }
        }
        return "";
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    /** Rows with about as many small counts in random columns. */
    private static SparseSamples rows(int rows, int columns, int stored) throws IOException {
        SplittableRandom random = new SplittableRandom(1);
        try (SparseStore store = new SparseStore(StorageOptions.automatic())) {
            SparseRow row = new SparseRow();
            for (int i = 0; i < rows; i++) {
                for (int k = 0; k < stored; k++) {
                    row.add(random.nextInt(columns), 1 + random.nextInt(4));
                }
                store.add(row);
            }
            return store.finish(new Schema.Columns(IntStream.range(0, columns)
                    .mapToObj(j -> Column.count("column" + j))
                    .toList()));
        }
    }
}
