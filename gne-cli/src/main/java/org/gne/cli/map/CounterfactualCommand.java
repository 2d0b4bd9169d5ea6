package org.gne.cli.map;

import java.io.IOException;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.gne.GneModel;
import org.gne.analysis.DensePath;
import org.gne.cli.input.ModelArgument;
import org.gne.data.Embedding;
import org.gne.data.Labels;
import org.gne.data.MapPath;
import org.gne.data.Schema;
import org.gne.draw.GridPicture;
import org.gne.io.Table;
import org.gne.io.export.CsvExport;
import org.gne.io.export.SamplesTable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gne counterfactual}. */
@Command(
        name = "counterfactual",
        description = "What must change for a row to be of another class, or to have another value of a column.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Finds the shortest way over the map through places where rows lie, from a row or a place to the nearest",
            "place that has what is wanted. Prints what the decoder changes on it, the largest change first, and the",
            "rows at its end. The samples along the way go to a file by --out.",
            "",
            "Examples:",
            "  gne counterfactual penguins --row 5 --to Gentoo",
            "  gne counterfactual penguins --row 5 --to body_mass_g=5000",
            "  gne counterfactual out --row 17 --to 8 --out way.png"
        })
public final class CounterfactualCommand implements Callable<Integer> {

    /** Rows that are printed. */
    private static final int NEAREST = 4;

    /** Columns that are printed. */
    private static final int MOST_CHANGES = 20;

    /** Digits of a printed number. */
    private static final MathContext DIGITS = new MathContext(4);

    /** Where the way begins: one of these options. */
    static final class From {
        @Option(names = "--row", paramLabel = "N", description = "The number of the row to begin at, from 0.")
        private @Nullable Integer row;

        @Option(names = "--at", paramLabel = "X,Y", description = "The place of the map to begin at.")
        private @Nullable String at;
    }

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", paramLabel = "MODEL", description = "A model file, or the folder of a fit.")
    private String model = "";

    @ArgGroup(multiplicity = "1")
    private From from = new From();

    @Option(
            names = "--to",
            required = true,
            paramLabel = "WHAT",
            description = "The name of a class, or COLUMN=VALUE: a number to reach, a category, yes or no.")
    private String to = "";

    @Option(
            names = "--steps",
            paramLabel = "N",
            defaultValue = "10",
            description = "The number of samples in the file of --out; default: ${DEFAULT-VALUE}.")
    private int steps = 10;

    @Option(
            names = {"-o", "--out"},
            paramLabel = "FILE",
            description = "The samples along the way: .png for images, .csv for tables.")
    private @Nullable Path out;

    @Override
    public Integer call() throws IOException {
        GneModel loaded = ModelArgument.load(model);
        if (loaded.dim() != 2) {
            throw wrong(model + ": found a map of " + loaded.dim() + " dimensions, expected 2");
        }
        boolean picture = loaded.schema() instanceof Schema.Picture;
        if (out != null && !out.toString().toLowerCase(Locale.ROOT).endsWith(picture ? ".png" : ".csv")) {
            throw wrong("--out " + out + ": expected a name that ends in " + (picture ? ".png" : ".csv"));
        }
        if (steps < 2) {
            throw wrong("--steps: found " + steps + ", expected at least 2");
        }
        ChangeGoal goal = ChangeGoal.parse(to, loaded);
        float[] start = start(loaded);
        DensePath ways = DensePath.over(loaded.embedding());
        float[] before = loaded.generate(start);
        float[][] path = ways.find(start, goal.wanted(loaded, ways, before, loaded.generate(ways.centres())));
        if (path.length == 0) {
            spec.commandLine().getOut().println("no place of the map has " + to);
            return 0;
        }
        float[] end = path[path.length - 1];
        print(loaded, start, end, before, loaded.generate(end));
        if (out != null) {
            write(out, loaded, path);
        }
        return 0;
    }

    private float[] start(GneModel loaded) {
        if (from.at != null) {
            return Places.parse(from.at, 2);
        }
        int row = from.row == null ? -1 : from.row;
        int rows = loaded.embedding().size();
        if (row < 0 || row >= rows) {
            throw wrong("--row: found " + row + ", expected 0 to " + (rows - 1));
        }
        return loaded.embedding().point(row);
    }

    private void print(GneModel loaded, float[] start, float[] end, float[] before, float[] after) throws IOException {
        PrintWriter print = spec.commandLine().getOut();
        print.println("from: " + point(start));
        print.println("to: " + point(end));
        if (loaded.schema() instanceof Schema.Columns) {
            changes(loaded, start, end, before, after).forEach(print::println);
        }
        Embedding map = loaded.embedding();
        IntStream.range(0, map.size())
                .boxed()
                .sorted(Comparator.comparingDouble(
                        row -> Math.hypot(map.get(row, 0) - end[0], map.get(row, 1) - end[1])))
                .limit(NEAREST)
                .forEach(row -> print.println("near: " + row(loaded, row)));
        print.flush();
    }

    private static String row(GneModel loaded, int row) {
        Labels labels = loaded.labels();
        int label = labels == null ? -1 : labels.classes()[row];
        return "row " + row + " at " + point(loaded.embedding().point(row))
                + (loaded.ids() == null ? "" : "  " + loaded.ids().get(row))
                + (labels == null || label < 0 ? "" : "  " + labels.names().get(label));
    }

    /** A line for each column that changes, the largest change first, in the scaled units of the decoder. */
    private static List<String> changes(GneModel loaded, float[] start, float[] end, float[] before, float[] after)
            throws IOException {
        record Change(String line, double by) {}
        List<Change> found = new ArrayList<>();
        float[] factor = loaded.scaling().factor();
        List<String> first = new ArrayList<>();
        List<String> last = new ArrayList<>();
        try (Table table = SamplesTable.of(new float[][] {start, end}, new float[][] {before, after}, loaded.schema());
                Table.Rows rows = table.rows()) {
            int columns = table.columns().size();
            for (List<String> line : List.of(first, last)) {
                rows.next();
                for (int column = 2; column < columns; column++) {
                    line.add(String.valueOf(rows.text(column)));
                }
            }
        }
        int value = 0;
        int text = 0;
        for (var column : ((Schema.Columns) loaded.schema()).columns()) {
            double by = 0;
            for (int i = 0; i < column.width(); i++, value++) {
                by = Math.max(
                        by, Math.abs((double) after[value] - before[value]) * factor[factor.length == 1 ? 0 : value]);
            }
            if (column.source() != null) {
                text += column.width();
                continue;
            }
            String was = digits(first.get(text));
            String is = digits(last.get(text++));
            if (!was.equals(is)) {
                found.add(new Change(column.name() + ": " + was + " -> " + is, by));
            }
        }
        return found.stream()
                .sorted(Comparator.comparingDouble(Change::by).reversed())
                .limit(MOST_CHANGES)
                .map(Change::line)
                .toList();
    }

    /** Numbers with four digits; other texts as they are. */
    private static String digits(String text) {
        try {
            return new BigDecimal(text).round(DIGITS).stripTrailingZeros().toPlainString();
        } catch (NumberFormatException e) {
            return text;
        }
    }

    private void write(Path file, GneModel loaded, float[][] path) throws IOException {
        float[][] places = MapPath.of(Math.max(steps, path.length), path);
        float[][] chosen = IntStream.range(0, steps)
                .mapToObj(i -> places[(int) ((long) i * (places.length - 1) / (steps - 1))])
                .toArray(float[][]::new);
        float[][] samples = loaded.generate(chosen);
        if (loaded.schema() instanceof Schema.Picture shape) {
            float[] ends = loaded.scaling().unitRange();
            GridPicture.write(file, samples, steps, shape, ends[0], ends[1]);
        } else {
            CsvExport.write(file, SamplesTable.of(chosen, samples, loaded.schema()));
        }
        spec.commandLine().getErr().println("written to " + file + ": " + steps + " samples");
    }

    private static String point(float[] place) {
        return String.format(Locale.ROOT, "%.4f,%.4f", place[0], place[1]);
    }

    private CommandLine.ParameterException wrong(String message) {
        return new CommandLine.ParameterException(spec.commandLine(), message);
    }
}
