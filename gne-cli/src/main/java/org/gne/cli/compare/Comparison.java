package org.gne.cli.compare;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gne.cli.output.Failures;
import org.gne.cli.output.Phases;
import org.gne.cli.output.ProgressReport;
import org.gne.cli.output.ResultFolder;
import org.gne.cli.output.RowMeaning;
import org.gne.data.Schema;
import org.gne.io.export.EmbeddingCsv;
import org.gne.kernel.Kernels;
import org.gne.kernel.Parallel;
import org.gne.quality.Explained;
import org.gne.quality.MapQuality;
import org.gne.results.Metrics;
import org.gne.results.ResultFiles;
import org.jspecify.annotations.Nullable;

/**
 * Runs methods one after another on the same rows. The results of a method are written as soon as it is done, so that
 * they are not lost if a later method fails or the process ends.
 */
public final class Comparison {

    /** Measures that only some comparisons have. */
    @FunctionalInterface
    public interface Extra {
        Extra NONE = (metrics, candidate, map, parallel) -> metrics;

        /**
         * Adds these measures.
         *
         * @param metrics the measures of all comparisons; its facts may be changed
         */
        Metrics add(Metrics metrics, Candidate candidate, MethodMap map, Parallel parallel);
    }

    /** The highest use of the Java heap, in MB. */
    static final String PEAK_HEAP = "peakHeapMb";

    private final Setup setup;
    private final Extra extra;
    private final ResultFolder folder;
    private final PrintWriter out;
    private final boolean quiet;
    private final List<Outcome> outcomes = new ArrayList<>();
    private final Map<String, String> failures = new LinkedHashMap<>();

    /**
     * @param extra additional measures of each map
     * @param out where progress is printed
     */
    public Comparison(Setup setup, Extra extra, ResultFolder folder, PrintWriter out, boolean quiet) {
        this.setup = setup;
        this.extra = extra;
        this.folder = folder;
        this.out = out;
        this.quiet = quiet;
    }

    /** The methods done so far. */
    public List<Outcome> outcomes() {
        return outcomes;
    }

    /** The failures, by the names of the methods. */
    public Map<String, String> failures() {
        return failures;
    }

    /**
     * Runs all methods; a method that fails does not stop the others.
     *
     * @throws IOException if results cannot be written
     */
    public void run(List<Candidate> candidates) throws IOException {
        say(String.format(
                Locale.ROOT,
                "%s: %,d rows of %d values; seed %d, %d threads, kernel %s",
                setup.data().name(),
                setup.scaled().size(),
                setup.scaled().width(),
                setup.seed(),
                setup.threads(),
                Kernels.active().name()));
        Schema schema = setup.data().samples().schema();
        RowMeaning.of(setup.data(), setup.survey().missingCells(schema)).forEach(this::say);
        for (Candidate candidate : candidates) {
            try {
                run(candidate);
            } catch (RuntimeException | OutOfMemoryError e) {
                String message = e instanceof OutOfMemoryError ? "out of memory" : Failures.message(e);
                failures.put(candidate.name(), message);
                say(candidate.title() + ": failed: " + message);
            }
            writeTables();
        }
    }

    private void run(Candidate candidate) throws IOException {
        try (Parallel parallel = new Parallel(setup.threads());
                MethodProgress progress = new MethodProgress(
                        out, quiet, candidate.title(), setup.scaled().size())) {
            progress.begin();
            PeakHeap heap = PeakHeap.watch();
            long begin = System.nanoTime();
            MethodMap map = candidate.fit().of(setup, parallel, progress);
            double seconds = (System.nanoTime() - begin) * 1e-9;
            double mebibytes = heap.mebibytes();
            progress.say("done in " + ProgressReport.duration(seconds) + ", measuring ...");
            Explained explained = map.explained(setup, parallel);
            Map<String, Object> facts = common();
            facts.put(Metrics.SECONDS, seconds);
            facts.put(PEAK_HEAP, mebibytes);
            facts.putAll(map.facts());
            facts.put(Metrics.EMBEDDING_SHA256, map.embedding().sha256());
            MapQuality quality = MapQuality.of(
                    map.embedding(), setup.represented(), setup.data().rowLabels(), explained, setup.seed(), parallel);
            Metrics metrics = extra.add(new Metrics(facts, quality), candidate, map, parallel);
            write(candidate, map, explained == null ? null : explained.errors());
            outcomes.add(new Outcome(candidate, map, metrics));
        }
    }

    private void write(Candidate candidate, MethodMap map, float @Nullable [] errors) throws IOException {
        ResultFolder own = folder.within(candidate.name());
        EmbeddingCsv.write(
                own.path().resolve(ResultFiles.EMBEDDING),
                map.embedding(),
                setup.data().rowLabels(),
                errors);
        if (map.model() != null) {
            own.writeModel(map.model().withTarget(setup.data().target()));
        }
    }

    private void writeTables() throws IOException {
        Map<String, Object> methods = new LinkedHashMap<>();
        outcomes.forEach(outcome ->
                methods.put(outcome.candidate().name(), outcome.metrics().all()));
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("data", setup.data().name());
        all.putAll(common());
        Metrics.target(all, setup.data().target());
        Metrics.notes(all, setup.data());
        Metrics.number(all, "totalSeconds", Phases.secondsSinceStart());
        all.put("methods", methods);
        if (!failures.isEmpty()) {
            all.put("failed", failures);
        }
        folder.writeText(ResultFiles.METRICS, Metrics.json(all));
        ComparisonTable table = ComparisonTable.of(outcomes);
        folder.writeText(ResultFiles.TABLE, table.markdown());
        folder.writeText(ResultFiles.TABLE_CSV, table.csv());
    }

    /** The figures that are the same for all methods. */
    private Map<String, Object> common() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("rows", setup.scaled().size());
        values.put("width", setup.scaled().width());
        values.put("dim", setup.gne().dim());
        values.put("seed", setup.seed());
        values.put(Metrics.THREADS, setup.threads());
        values.put("kernel", Kernels.active().name());
        values.put("jdk", Runtime.version().toString());
        values.put(Metrics.SCALING, setup.scaling().kind().name());
        return values;
    }

    private void say(String line) {
        if (!quiet) {
            out.println(line);
            out.flush();
        }
    }
}
