package org.gne.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.gne.GneModel;
import org.gne.data.Schema;
import org.gne.io.GridPicture;
import org.gne.io.SamplesCsv;
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
        description = "Shows what the data looks like at places of the map.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  gne generate out --at 0.5,-1 --at 2,0",
            "  gne generate out --grid 20 --out grid.png",
            "  gne generate out --path -1,0:1,0:1,1 --steps 30 --out path.csv"
        })
final class GenerateCommand implements Callable<Integer> {

    /** Where to look: one of these. */
    static final class Where {
        @Option(names = "--at", paramLabel = "X,Y", description = "A place on the map; may be given several times.")
        private @Nullable List<String> at;

        @Option(names = "--grid", paramLabel = "N", description = "N x N places over the range of the map.")
        private @Nullable Integer grid;

        @Option(names = "--path", paramLabel = "X,Y:X,Y...", description = "Places along straight lines.")
        private @Nullable String path;
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
            description = "Places along each line of a path; default: ${DEFAULT-VALUE}.")
    private int steps = 16;

    @Option(
            names = {"-o", "--out"},
            paramLabel = "FILE",
            description = "Ends in .png or .csv; default: generated.png for pictures, generated.csv for tables.")
    private @Nullable Path out;

    @Override
    public Integer call() throws IOException {
        GneModel loaded = ModelArgument.load(model);
        boolean picture = loaded.schema() instanceof Schema.Picture;
        Path file = out == null ? Path.of(picture ? "generated.png" : "generated.csv") : out;
        String name = file.toString().toLowerCase(Locale.ROOT);
        if (!name.endsWith(".png") && !name.endsWith(".csv")) {
            throw wrong("--out " + file + ": expected a name that ends in .png or .csv");
        }
        if (name.endsWith(".png") && !picture) {
            throw wrong("--out " + file + ": the rows of this model are no pictures, expected a name ending in .csv");
        }
        int columns = columns();
        float[][] places = places(loaded);
        float[][] samples = loaded.generate(places);
        if (name.endsWith(".csv")) {
            SamplesCsv.write(file, places, samples, loaded.schema());
        } else if (loaded.schema() instanceof Schema.Picture shape) {
            float[] ends = loaded.scaling().unitRange();
            GridPicture.write(file, samples, columns > 0 ? columns : samples.length, shape, ends[0], ends[1]);
        }
        spec.commandLine().getErr().println("written to " + file + ": " + samples.length + " samples");
        return 0;
    }

    /** Samples in a row of the picture, or 0 for all of them. */
    private int columns() {
        return where.grid == null ? 0 : where.grid;
    }

    private float[][] places(GneModel loaded) {
        if (where.grid != null) {
            return loaded.gridPlaces(where.grid);
        }
        if (where.path != null) {
            return Places.path(where.path, loaded.dim(), steps);
        }
        List<String> at = where.at == null ? List.of() : where.at;
        return at.stream().map(place -> Places.parse(place, loaded.dim())).toArray(float[][]::new);
    }

    private CommandLine.ParameterException wrong(String message) {
        return new CommandLine.ParameterException(spec.commandLine(), message);
    }
}
