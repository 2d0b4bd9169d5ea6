package org.gne.bench.scaling;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gne.GneOptions;
import org.gne.Preset;
import org.gne.data.Samples;
import org.gne.data.Scaling;
import org.gne.io.Mnist;
import org.gne.kernel.Parallel;
import org.gne.nn.MlpShape;
import org.gne.quality.DistanceCorrelation;
import org.gne.quality.Preservation;
import org.gne.quality.ReconstructionError;
import org.gne.train.Placement;
import org.gne.train.PlacementOptions;
import org.gne.train.SearchOptions;
import org.gne.train.Training;
import org.gne.train.TrainingResult;

/** A training by the default preset, with few epochs and searches that look at every row, then placement of new rows. */
final class LibraryExperiment implements Experiment {

    private static final int ROWS = 20_000;
    private static final int NEIGHBORHOOD = 12;

    /** New rows of axes other than that of rows. */
    private static final int PLACED = 1_000;

    private final Axis axis;
    private final Samples rows;

    /**
     * @param rows those of {@link Axis#ROWS}, as many as the largest setting; other axes take MNIST's
     */
    LibraryExperiment(Axis axis, Samples rows) {
        this.axis = axis;
        this.rows = rows;
    }

    /** The experiment of an axis other than that of rows. */
    static LibraryExperiment ofDigits(Axis axis) {
        Samples digits = Mnist.train().samples();
        return new LibraryExperiment(axis, axis == Axis.THREADS ? digits : digits.limit(ROWS));
    }

    @Override
    public Map<String, Cost> run(int setting) {
        Samples samples = switch (axis) {
            case ROWS -> rows.limit(setting);
            case WIDTH -> SampledPictures.of(rows, (int) Math.round(Math.sqrt(setting)));
            default -> rows;
        };
        Samples scaled = samples.scaled(Scaling.unit(0, 255));
        int epochs = axis == Axis.ROWS ? 2 : 3;
        GneOptions options = GneOptions.of(Preset.DEFAULT).withEpochs(epochs);
        options = axis == Axis.HIDDEN ? options.withHidden(setting) : options;
        SearchOptions usual = options.training().search();
        int cells = axis == Axis.GRID ? setting * setting : usual.cells();
        options = options.withTraining(
                options.training().withSearch(new SearchOptions(cells, usual.every(), usual.until(), 0)));
        try (Parallel parallel = new Parallel(axis == Axis.THREADS ? setting : options.threads())) {
            return run(scaled, options, parallel);
        }
    }

    private Map<String, Cost> run(Samples scaled, GneOptions options, Parallel parallel) {
        MlpShape shape = new MlpShape(2, options.hidden(), options.blocks(), scaled.width(), MlpShape.Output.SIGMOID);
        TrainingCosts costs = new TrainingCosts(scaled.size());
        TrainingResult result = Training.run(scaled, shape, options.training(), options.seed(), parallel, costs);
        Map<String, Cost> parts = new LinkedHashMap<>(costs.parts());
        parts.keySet().retainAll(concerned());
        if (axis != Axis.GRID) {
            int placed = axis == Axis.ROWS ? scaled.size() / 10 : PLACED;
            parts.put(
                    axis == Axis.ROWS ? "placement of a tenth as many" : "placement of 1,000 new rows",
                    Cost.of(() -> place(result, scaled.limit(placed), parallel)));
        }
        if (axis == Axis.WIDTH) {
            parts.put("measuring", Cost.of(() -> measure(result, scaled, options.seed(), parallel)));
        }
        return parts;
    }

    /** Parts of a training that the axis has a say in. */
    private List<String> concerned() {
        return switch (axis) {
            case GRID -> List.of("search");
            case HIDDEN -> List.of("epoch", "search");
            default -> List.of("start", "epoch", "search");
        };
    }

    private static void place(TrainingResult result, Samples scaled, Parallel parallel) {
        new Placement(result.decoder(), result.embedding(), PlacementOptions.defaults(), parallel)
                .place(scaled, parallel, done -> {});
    }

    /** What {@code gne fit} measures of a map without classes. */
    private static void measure(TrainingResult result, Samples scaled, long seed, Parallel parallel) {
        ReconstructionError.perRow(scaled, result.embedding(), result.decoder(), parallel);
        Preservation.of(scaled, result.embedding(), NEIGHBORHOOD, seed, parallel);
        DistanceCorrelation.of(scaled, result.embedding(), seed, parallel);
    }
}
