package org.gne.bench.scaling;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gne.CheckpointOptions;
import org.gne.Gne;
import org.gne.GneOptions;
import org.gne.Preset;
import org.gne.data.Embedding;
import org.gne.data.PrincipalComponents;
import org.gne.data.Samples;
import org.gne.data.Scaling;
import org.gne.kernel.Parallel;
import org.gne.loop.FitListener;
import org.gne.loop.FitProgress;
import org.gne.loop.TrainingResult;
import org.gne.mnist.Mnist;
import org.gne.neighbor.NeighborSearch;
import org.gne.nn.Heads;
import org.gne.nn.MlpShape;
import org.gne.place.Placement;
import org.gne.place.PlacementOptions;
import org.gne.quality.Explained;
import org.gne.quality.MapQuality;
import org.gne.search.SearchOptions;
import org.gne.train.Training;

/** A training with the default preset, few epochs and searches for all rows; then placement of new rows. */
final class LibraryExperiment implements Experiment {

    private static final int ROWS = 20_000;

    /** Beyond this number of rows, neighbours are chosen among landmarks only. */
    private static final int MOST_NEIGHBORS = 200_000;

    private static final int COMPONENTS = 48;

    /** The number of new rows on all axes except {@link Axis#ROWS}. */
    private static final int PLACED = 1_000;

    private final Axis axis;
    private final Samples rows;

    /**
     * @param rows the rows of {@link Axis#ROWS}, as many as the largest setting; the other axes use MNIST
     */
    LibraryExperiment(Axis axis, Samples rows) {
        this.axis = axis;
        this.rows = rows;
    }

    /** The experiment of an axis other than {@link Axis#ROWS}. */
    static LibraryExperiment ofDigits(Axis axis) {
        return new LibraryExperiment(axis, Mnist.train().samples().limit(ROWS));
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
                options.training().withSearch(new SearchOptions(cells, 0, usual.every(), usual.until(), 0)));
        try (Parallel parallel = new Parallel(axis == Axis.THREADS ? setting : options.threads())) {
            return run(scaled, options, parallel);
        }
    }

    private Map<String, Cost> run(Samples scaled, GneOptions options, Parallel parallel) {
        MlpShape shape = new MlpShape(2, options.hidden(), options.blocks(), Heads.unit(scaled.width()));
        TrainingCosts costs = new TrainingCosts(scaled.size());
        TrainingResult result = Training.run(scaled, shape, options.training(), options.seed(), parallel, costs);
        Map<String, Cost> parts = new LinkedHashMap<>();
        if (axis == Axis.ROWS) {
            before(parts, costs.start(), scaled, options, parallel);
        }
        costs.parts().forEach((part, cost) -> {
            if (concerned().contains(part)) {
                parts.put(part, cost);
            }
        });
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

    /** The work before the epochs. */
    private void before(Map<String, Cost> parts, Cost start, Samples scaled, GneOptions options, Parallel parallel) {
        parts.put("checks before the start", checks(rows.limit(scaled.size())));
        // Two algorithms, which have different exponents.
        if (scaled.size() <= MOST_NEIGHBORS) {
            parts.put("start, all rows neighbours", start);
            parts.put("neighbours (in that start)", neighbors(scaled, options, parallel));
        } else {
            parts.put("start, 100,000 landmarks", start);
        }
    }

    /** The parts of a training that the axis changes. */
    private List<String> concerned() {
        return switch (axis) {
            case GRID -> List.of("search");
            case ROWS, HIDDEN -> List.of("epoch", "search");
            default -> List.of("start", "epoch", "search");
        };
    }

    /**
     * The work of a fit with checkpoints before its training: survey, scaling, SHA-256. The paper's listing computes nothing
     * else before the first batch.
     */
    private static Cost checks(Samples samples) {
        Cost begin = Cost.now();
        Cost[] end = {Cost.NONE};
        FitListener first = new FitListener() {
            @Override
            public Action onBatch(int epoch, int done) {
                end[0] = Cost.now();
                return Action.STOP;
            }

            @Override
            public Action onEpoch(FitProgress progress) {
                return Action.STOP;
            }
        };
        try {
            Path file = Files.createTempFile("gne", ".safetensors");
            Gne.fit(samples, GneOptions.of(Preset.PAPER), first, CheckpointOptions.to(file));
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return end[0].minus(begin);
    }

    /** As in a training, but without the projection on principal components. */
    private static Cost neighbors(Samples scaled, GneOptions options, Parallel parallel) {
        Embedding reduced = PrincipalComponents.fit(scaled, COMPONENTS, options.seed(), parallel)
                .projectAll(scaled, parallel);
        int k = options.training().neighbors().neighborsAmong(scaled.size());
        return Cost.of(
                () -> NeighborSearch.over(reduced, options.seed(), parallel).graph(k, parallel));
    }

    private static void place(TrainingResult result, Samples scaled, Parallel parallel) {
        new Placement(result.decoder(), result.embedding(), PlacementOptions.defaults(), parallel)
                .place(scaled, parallel, done -> {});
    }

    /** The measures of {@code gne fit} for a map without classes. */
    private static void measure(TrainingResult result, Samples scaled, long seed, Parallel parallel) {
        Explained explained = Explained.of(scaled, result.embedding(), result.decoder(), parallel);
        MapQuality.of(result.embedding(), scaled, null, explained, seed, parallel);
    }
}
