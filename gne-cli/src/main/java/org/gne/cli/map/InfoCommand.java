package org.gne.cli.map;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.gne.FitRecord;
import org.gne.GneModel;
import org.gne.GrowthRecord;
import org.gne.cli.input.ModelArgument;
import org.gne.data.Column;
import org.gne.data.MapRange;
import org.gne.data.Schema;
import org.gne.data.Target;
import org.gne.kernel.Parallel;
import org.gne.nn.MlpShape;
import org.gne.quality.KnnR2;
import org.gne.quality.MapQuality;
import org.gne.quality.Measure;
import org.gne.results.Metrics;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gne info}. */
@Command(
        name = "info",
        description = "Prints what a model file holds: its data, its network, how it was trained.",
        mixinStandardHelpOptions = true,
        footer = {"", "Examples:", "  gne info out", "  gne info out/model.safetensors --json"})
public final class InfoCommand implements Callable<Integer> {

    /** The largest number of columns that are listed. */
    private static final int LEAST_EXPLAINED = 5;

    private static final Pattern UNSEEN = Pattern.compile("[\u007f-\u009f\u2028-\u202e\u2066-\u2069]");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", paramLabel = "MODEL", description = "A model file, or the folder of a fit.")
    private String model = "";

    @Option(names = "--json", description = "As JSON.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        Map<String, Object> facts = facts(ModelArgument.load(model));
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            String text = JSON.std.with(JSON.Feature.PRETTY_PRINT_OUTPUT).asString(facts);
            // JSON needs no escape for these, but some terminals take them for the beginning of a sequence.
            out.println(UNSEEN.matcher(text)
                    .replaceAll(found ->
                            String.format("\\\\u%04x", (int) found.group().charAt(0))));
        } else {
            // Names in the file may be anything, even sequences that change the terminal.
            facts.forEach((name, value) -> out.printf(
                    "%-16s %s%n",
                    name, String.valueOf(value).replaceAll("[\\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+", " ")));
        }
        out.flush();
        return 0;
    }

    private static Map<String, Object> facts(GneModel model) {
        FitRecord record = model.record();
        MlpShape shape = model.decoder().shape();
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("rows", record.rows());
        if (model.schema() instanceof Schema.Picture picture) {
            String channels = picture.channels() == 1 ? "grey" : "colour";
            facts.put("row", picture.columns() + " x " + picture.height() + " pixels, " + channels);
        } else {
            facts.put("row", model.schema().width() + " columns");
        }
        if (model.labels() != null) {
            facts.put("classes", model.labels().names().size());
        }
        target(model, facts);
        facts.put("dim", model.dim());
        for (int axis = 0; axis < model.dim(); axis++) {
            MapRange range = model.range(axis);
            facts.put("axis " + axis, range.low() + " to " + range.high());
        }
        facts.put("hidden", shape.hidden());
        facts.put("blocks", shape.blocks());
        facts.put("heads", shape.heads().toString());
        facts.put("parameters", shape.parameters());
        facts.put(Metrics.SCALING, model.scaling().kind().name());
        if (model.mixture() != null) {
            facts.put("mixture", model.mixture().components().components() + " components");
        }
        facts.put("preset", record.preset());
        facts.put("seed", record.seed());
        facts.put("epochs", record.epochs());
        if (record.labelWeight() > 0) {
            facts.put("labelWeight", record.labelWeight());
        }
        facts.put("loss", record.loss());
        if (Double.isFinite(record.trainingLoss())) {
            facts.put(Metrics.TRAINING_LOSS, record.trainingLoss());
        }
        for (GrowthRecord growth : record.growths()) {
            facts.put(
                    "growth " + (record.growths().indexOf(growth) + 1),
                    growth.newRows() + " rows added to " + growth.oldRows() + ", anchor " + growth.anchor()
                            + (growth.rehearsed() > 0 ? ", " + growth.rehearsed() + " rows rehearsed" : "")
                            + ", parent " + growth.parent().substring(0, 8));
        }
        if (Double.isFinite(record.explainedError())) {
            facts.put("explainedError", record.explainedError());
        }
        explained(model, facts);
        facts.put("trainSeconds", record.trainSeconds());
        facts.put(Metrics.THREADS, record.threads());
        facts.put("kernel", record.kernel());
        facts.put("jdk", record.jdk());
        facts.put(Metrics.EMBEDDING_SHA256, model.embedding().sha256());
        return facts;
    }

    /** Labels that are numbers, and how well neighbours on the map predict them. */
    private static void target(GneModel model, Map<String, Object> facts) {
        Target target = model.target();
        if (target == null) {
            return;
        }
        Metrics.target(facts, target);
        try (Parallel parallel = new Parallel(Runtime.getRuntime().availableProcessors())) {
            double found = KnnR2.of(model.embedding(), target, MapQuality.VOTERS, parallel);
            Metrics.number(facts, Measure.KNN_R2.key(), found);
        }
    }

    /** The explained share of the rows, and the columns with the smallest shares; unknown for models of 0.1. */
    private static void explained(GneModel model, Map<String, Object> facts) {
        if (!Double.isFinite(model.explained().total())) {
            return;
        }
        facts.put("explained", model.explained().total());
        if (model.schema() instanceof Schema.Columns table) {
            Map<String, Object> least = new LinkedHashMap<>();
            shares(table, model.explained().columns()).entrySet().stream()
                    .sorted(Map.Entry.comparingByValue())
                    .limit(LEAST_EXPLAINED)
                    .forEach(column -> least.put(column.getKey(), column.getValue()));
            facts.put("leastExplained", least);
        }
    }

    /** The columns that vary, with the explained share of each. */
    private static Map<String, Double> shares(Schema.Columns table, double[] explained) {
        Map<String, Double> shares = new LinkedHashMap<>();
        int from = 0;
        for (Column column : table.columns()) {
            if (column.source() == null && from < explained.length && Double.isFinite(explained[from])) {
                shares.put(column.name(), explained[from]);
            }
            from += column.width();
        }
        return shares;
    }
}
