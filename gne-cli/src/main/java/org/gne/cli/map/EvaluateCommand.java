package org.gne.cli.map;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.gne.GneModel;
import org.gne.cli.input.InputArgument;
import org.gne.cli.input.InputSettings;
import org.gne.cli.input.MapArgument;
import org.gne.cli.input.WorkSettings;
import org.gne.cli.output.Notes;
import org.gne.data.Dataset;
import org.gne.data.Labels;
import org.gne.data.RowLabels;
import org.gne.data.Samples;
import org.gne.data.Scaling;
import org.gne.data.Schema;
import org.gne.data.Target;
import org.gne.io.InputException;
import org.gne.kernel.Parallel;
import org.gne.quality.Explained;
import org.gne.quality.MapQuality;
import org.gne.quality.Measure;
import org.gne.results.Metrics;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gne evaluate}. */
@Command(
        name = "evaluate",
        description = "Measures how well a map of GNE or of another program keeps neighbours, distances and classes.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class EvaluateCommand implements Callable<Integer> {

    /** All measures except the one that needs new rows. */
    private static final Set<Measure> MEASURES = EnumSet.complementOf(EnumSet.of(Measure.HELD_OUT_MSE));

    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            index = "0",
            paramLabel = "MAP",
            description = "The folder of a fit, a model, or a table of coordinates: columns x and y, or numbered ones.")
    private String map = "";

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "INPUT",
            description = "The data of the map: " + InputArgument.ACCEPTED)
    private @Nullable String input;

    @Option(
            names = "--axes",
            paramLabel = "NAME",
            split = ",",
            description = "Columns of MAP with the coordinates; default: found by name.")
    private List<String> axes = List.of();

    @Mixin
    private InputSettings settings = new InputSettings();

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Seed for the choice of rows and pairs, if there are many; default: that of the fit, or 1.")
    private @Nullable Long seed;

    @Option(names = "--json", description = "As JSON.")
    private boolean json;

    @Mixin
    private WorkSettings work = new WorkSettings();

    @Spec
    void setSpec(CommandSpec own) {
        spec = own;
        spec.usageMessage().footer(footer());
    }

    private static String[] footer() {
        List<String> lines = new ArrayList<>(List.of(
                "",
                "Without INPUT, only measures that use labels are computed; MAP then needs a column label or class.",
                "The rows of MAP and INPUT must have the same order. The measures:"));
        for (Measure measure : MEASURES) {
            lines.add(String.format(Locale.ROOT, "  %-21s %s", measure.title(), measure.meaning()));
        }
        lines.addAll(List.of(
                "",
                "Examples:",
                "  gne evaluate out                        the map of a fit, by its labels",
                "  gne evaluate out mnist                  the same map, with its data",
                "  gne evaluate umap.csv mnist --json      coordinates that another program wrote",
                "  gne evaluate tsne.csv flowers.csv --label species --axes tsne_a,tsne_b"));
        return lines.toArray(String[]::new);
    }

    @Override
    public Integer call() throws IOException {
        MapArgument found = MapArgument.load(map, axes, settings.labelType());
        GneModel model = found.model();
        say("reading the data ...", input != null);
        Dataset data = input == null
                ? null
                : model == null ? settings.read(input, (Schema) null) : settings.read(input, model);
        if (!work.quiet()) {
            Notes.print(found.notes(), spec.commandLine().getErr());
        }
        Metrics metrics = metrics(found, data);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.print(metrics.json());
        } else {
            EvaluationTable.print(metrics, out);
        }
        out.flush();
        return 0;
    }

    private Metrics metrics(MapArgument found, @Nullable Dataset data) {
        RowLabels labels = data != null && data.rowLabels() != null ? data.rowLabels() : found.labels();
        check(found, data, labels);
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("map", found.name());
        facts.put("rows", found.embedding().size());
        facts.put("dim", found.embedding().dim());
        if (labels instanceof Labels classes) {
            facts.put("classes", classes.names().size());
        }
        Metrics.target(facts, labels instanceof Target target ? target : null);
        GneModel model = found.model();
        Samples scaled = null;
        if (data != null) {
            Scaling scaling = model != null ? model.scaling() : Scaling.suiting(data.samples());
            facts.put("data", data.name());
            facts.put("width", data.samples().width());
            facts.put(Metrics.SCALING, scaling.kind().name());
            Metrics.notes(facts, data);
            scaled = data.samples().scaled(scaling);
        }
        say("measuring the map ...", true);
        long used = seed != null ? seed : model != null ? model.record().seed() : 1;
        try (Parallel parallel = new Parallel(work.threads())) {
            Explained explained = scaled == null || model == null
                    ? null
                    : Explained.of(scaled, model.embedding(), model.decoder(), parallel);
            Samples compared = scaled == null || model == null
                    ? scaled
                    : model.decoder().heads().represented(scaled);
            return new Metrics(facts, MapQuality.of(found.embedding(), compared, labels, explained, used, parallel));
        }
    }

    /** Rejects a map and data that do not match, and a map for which nothing can be measured. */
    private static void check(MapArgument found, @Nullable Dataset data, @Nullable RowLabels labels) {
        int places = found.embedding().size();
        if (data == null && labels == null) {
            throw new InputException(found.name() + ": found no column label or class beside the coordinates, expected"
                    + " one, or INPUT: the data of the map");
        }
        if (data == null) {
            return;
        }
        Samples samples = data.samples();
        if (samples.size() != places) {
            String limit = samples.size() > places
                    ? " (use --limit " + places + " if only the first rows are on the map)"
                    : "";
            throw new InputException(found.name() + ": " + places + " places, but " + data.name() + " has "
                    + samples.size() + " rows, expected as many" + limit);
        }
        try {
            samples.requireNoInfinity();
        } catch (IllegalArgumentException e) {
            throw new InputException(data.name() + ": " + e.getMessage(), e);
        }
    }

    private void say(String line, boolean holds) {
        if (holds && !work.quiet()) {
            spec.commandLine().getErr().println(line);
            spec.commandLine().getErr().flush();
        }
    }
}
