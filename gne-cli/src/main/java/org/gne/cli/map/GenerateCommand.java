package org.gne.cli.map;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.gne.GneModel;
import org.gne.analysis.Ascent;
import org.gne.cli.input.ModelArgument;
import org.gne.data.Schema;
import org.gne.draw.GridPicture;
import org.gne.io.array.NpyFile;
import org.gne.io.export.CsvExport;
import org.gne.io.export.SamplesTable;
import org.gne.mixture.MapMixture;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gne generate}. */
@Command(
        name = "generate",
        description = "Generates samples at coordinates of the map.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  gne generate out --at 0.5,-1 --at 2,0",
            "  gne generate out --grid 20 --out grid.png",
            "  gne generate out --path -1,0:1,0:1,1 --steps 30 --out path.csv",
            "  gne generate out --sample 100 --class 7 --out sevens.png",
            "  gne generate out --sample 1000 --out samples.npy",
            "  gne generate flowers --maximise petal_length"
        })
public final class GenerateCommand implements Callable<Integer> {

    /** The most samples in a line of the image, except for a grid or a square. */
    private static final int STRIP = 24;

    private static final int MOST_DRAWN = 100_000;

    /** Where to generate samples: one of these options. */
    static final class Where {
        @Option(names = "--at", paramLabel = "X,Y", description = "A point on the map; can be given several times.")
        private @Nullable List<String> at;

        @Option(names = "--grid", paramLabel = "N", description = "N x N points over the range of the map.")
        private @Nullable Integer grid;

        @Option(names = "--path", paramLabel = "X,Y:X,Y...", description = "Points along straight lines.")
        private @Nullable String path;

        @Option(names = "--sample", paramLabel = "N", description = "N random points, distributed like the rows.")
        private @Nullable Integer sample;

        @Option(
                names = {"--maximise", "--maximize"},
                paramLabel = "WHAT",
                description =
                        "The point, where rows lie, with the highest value of a column or a pixel (row,column from the top"
                                + " left), or where a class is densest; also column:NAME, class:NAME.")
        private @Nullable String maximise;
    }

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", paramLabel = "MODEL", description = "A model file, or the folder of a fit.")
    private String model = "";

    @ArgGroup(multiplicity = "1")
    private Where where = new Where();

    @Option(
            names = "--steps",
            paramLabel = "N",
            defaultValue = "16",
            description =
                    "Number of points on a path, spread evenly, including its corners; default: ${DEFAULT-VALUE}.")
    private int steps = 16;

    @Option(names = "--class", paramLabel = "NAME", description = "Random points of this class only, with --sample.")
    private @Nullable String ofClass;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "The same seed gives the same random points; default: ${DEFAULT-VALUE}.")
    private long seed = 1;

    @Option(
            names = {"-o", "--out"},
            paramLabel = "FILE",
            description =
                    "Ends in .png (images), .csv (coordinates and values, categories by name) or .npy (numbers, a row per"
                            + " sample); default: generated.png for images, generated.csv for tables.")
    private @Nullable Path out;

    @Option(
            names = {"-q", "--quiet"},
            description = "Print errors only.")
    private boolean quiet;

    @Override
    public Integer call() throws IOException {
        GneModel loaded = ModelArgument.load(model);
        boolean picture = loaded.schema() instanceof Schema.Picture;
        Path file = out == null ? Path.of(picture ? "generated.png" : "generated.csv") : out;
        String name = file.toString().toLowerCase(Locale.ROOT);
        if (!name.endsWith(".png") && !name.endsWith(".csv") && !name.endsWith(".npy")) {
            throw wrong("--out " + file + ": expected a name that ends in .png, .csv or .npy");
        }
        if (name.endsWith(".png") && !picture) {
            throw wrong("--out " + file
                    + ": the rows of this model are not images, expected a name that ends in .csv or" + " .npy");
        }
        if (ofClass != null && where.sample == null) {
            throw wrong("--class " + ofClass + ": found no --sample, expected it with --class");
        }
        float[][] places = places(loaded);
        float[][] samples = loaded.generate(places);
        if (name.endsWith(".csv")) {
            CsvExport.write(file, SamplesTable.of(places, samples, loaded.schema()));
        } else if (name.endsWith(".npy")) {
            int width = loaded.schema().width();
            NpyFile.write(file, samples.length, width, (row, to) -> System.arraycopy(samples[row], 0, to, 0, width));
        } else if (loaded.schema() instanceof Schema.Picture shape) {
            write(file, samples, shape, loaded.scaling().unitRange());
        }
        if (!quiet) {
            String count = samples.length + (samples.length == 1 ? " sample" : " samples");
            spec.commandLine().getErr().println("written to " + file + ": " + count);
        }
        return 0;
    }

    /** An image of the samples in lines; the rest of the last line is blank. */
    private void write(Path file, float[][] samples, Schema.Picture shape, float[] ends) throws IOException {
        int columns = columns(samples.length);
        int lines = (samples.length + columns - 1) / columns;
        float[][] tiles = Arrays.copyOf(samples, columns * lines);
        float[] blank = new float[shape.width()];
        Arrays.fill(blank, ends[1]);
        Arrays.fill(tiles, samples.length, tiles.length, blank);
        GridPicture.write(file, tiles, columns, shape, ends[0], ends[1]);
    }

    /** The number of samples in a line: a grid has its own, random samples make a square, others a strip of limited length. */
    private int columns(int samples) {
        if (where.grid != null) {
            return where.grid;
        }
        if (where.sample != null) {
            return (int) Math.ceil(Math.sqrt(samples));
        }
        int lines = (samples + STRIP - 1) / STRIP;
        return (samples + lines - 1) / lines;
    }

    private float[][] places(GneModel loaded) {
        if (where.grid != null) {
            return loaded.gridPlaces(where.grid);
        }
        if (where.path != null) {
            return Places.path(where.path, loaded.dim(), steps);
        }
        if (where.sample != null) {
            return drawn(loaded, where.sample);
        }
        if (where.maximise != null) {
            GneModel known = withMixture(loaded);
            MaximiseTarget target = MaximiseTarget.of(where.maximise, known);
            Ascent.Peak peak = target.peak(known);
            spec.commandLine().getOut().println(target.line(peak, known));
            return new float[][] {peak.place()};
        }
        List<String> at = where.at == null ? List.of() : where.at;
        return at.stream().map(place -> Places.parse(place, loaded.dim())).toArray(float[][]::new);
    }

    private float[][] drawn(GneModel loaded, int n) {
        if (n < 1 || n > MOST_DRAWN) {
            throw wrong("--sample: found " + n + ", expected 1 to " + MOST_DRAWN);
        }
        MapMixture mixture = Objects.requireNonNull(withMixture(loaded).mixture());
        if (ofClass == null) {
            return mixture.sample(n, seed);
        }
        int label = mixture.names().indexOf(ofClass);
        if (label < 0) {
            throw wrong("--class: found '" + ofClass + "', expected "
                    + (mixture.names().isEmpty()
                            ? "none: " + MaximiseTarget.noClasses(loaded)
                            : "one of " + String.join(", ", mixture.names())));
        }
        return mixture.sample(n, label, seed);
    }

    /** Files of earlier versions have no mixture: it is fitted here, with the same result each time. */
    private static GneModel withMixture(GneModel loaded) {
        return loaded.mixture() == null
                ? loaded.withMixture(loaded.labels(), Runtime.getRuntime().availableProcessors())
                : loaded;
    }

    private CommandLine.ParameterException wrong(String message) {
        return new CommandLine.ParameterException(spec.commandLine(), message);
    }
}
