package org.gne.bench.cells;

import java.util.Arrays;
import java.util.List;
import org.gne.Gne;
import org.gne.GneModel;
import org.gne.GneOptions;
import org.gne.batch.BatchFactors;
import org.gne.data.Embedding;
import org.gne.data.Labels;
import org.gne.data.Samples;
import org.gne.data.Scaling;
import org.gne.data.Schema;
import org.gne.data.SparseSamples;
import org.gne.data.Survey;
import org.gne.kernel.Parallel;
import org.gne.loop.FitListener;
import org.gne.loop.TrainingResult;
import org.gne.nn.Heads;
import org.gne.nn.MlpShape;
import org.gne.nn.Stretch;
import org.gne.place.Placement;
import org.gne.place.PlacementOptions;
import org.gne.train.Training;

/**
 * Fits of GNE to counts with different likelihoods, and what each says of cells that it has not seen.
 *
 * @param map the coordinates of the training cells
 * @param trained the decoded shares of the genes at these coordinates
 * @param placed the decoded shares at the coordinates where new cells were placed
 * @param model the likelihood around these means
 */
record CellFits(Embedding map, CountModel.Shares trained, CountModel.Shares placed, CountModel model) {

    /** Values of a cell whose total is 10,000. */
    private static final double TOTAL = 1e4;

    private static final double POISSON = 1e6;

    /** The count head as it is: negative binomial. */
    static CellFits negativeBinomial(SparseSamples training, SparseSamples fresh, GneOptions options) {
        GneModel model = Gne.fit(training, options);
        Embedding places = model.place(fresh, options.threads()).embedding();
        CountModel.Shares trained = decoded(model.generate(model.embedding().toArray()));
        return new CellFits(
                model.embedding(),
                trained,
                decoded(model.generate(places.toArray())),
                CountModel.of(training, trained));
    }

    /** The count head on counts divided by the factors of batches; the decoded shares are multiplied by them again. */
    static CellFits batched(
            SparseSamples training, Labels batches, SparseSamples fresh, Labels freshBatches, GneOptions options) {
        BatchFactors factors = BatchFactors.of("batch", training, batches, options.seed(), options.threads());
        GneModel model = Gne.fit(factors.corrected(training, batches), options);
        Embedding places = model.place(factors.corrected(fresh, freshBatches), options.threads())
                .embedding();
        CountModel.Shares trained = decoded(model.generate(model.embedding().toArray()));
        CountModel.Shares placed = decoded(model.generate(places.toArray()));
        return new CellFits(
                model.embedding(),
                trained,
                inBatches(placed, factors, freshBatches),
                CountModel.of(training, inBatches(trained, factors, batches)));
    }

    private static CountModel.Shares inBatches(CountModel.Shares usual, BatchFactors factors, Labels batches) {
        int width = factors.width();
        return (cell, shares) -> {
            usual.write(cell, shares);
            int from = batches.classes()[cell] * width;
            double total = 0;
            for (int j = 0; j < width; j++) {
                shares[j] *= factors.factors()[from + j];
                total += shares[j];
            }
            for (int j = 0; j < width; j++) {
                shares[j] /= total;
            }
        };
    }

    /** The count head with dispersions so large that the distribution is Poisson's. */
    static CellFits poisson(SparseSamples training, SparseSamples fresh, GneOptions options, Parallel parallel) {
        Survey survey = Survey.of(training, parallel);
        Scaling scaling = options.scalingFor(survey, training.schema());
        Stretch counts =
                options.headsFor(survey, training.schema(), scaling).stretches().get(0);
        float[] dispersion = new float[counts.width()];
        Arrays.fill(dispersion, (float) POISSON);
        Heads heads =
                new Heads(List.of(Stretch.counts(0, counts.weights(), counts.scales(), dispersion, counts.usual())));
        MlpShape shape = new MlpShape(
                options.encoding().of(options.dim(), training.size()), options.hidden(), options.blocks(), heads);
        TrainingResult result =
                Training.run(training, shape, options.training(), options.seed(), parallel, FitListener.NONE);
        Embedding places = new Placement(result.decoder(), result.embedding(), PlacementOptions.defaults(), parallel)
                .place(fresh, parallel, done -> {})
                .embedding();
        return new CellFits(
                result.embedding(),
                decoded(result.decoder().decode(result.embedding().toArray())),
                decoded(result.decoder().decode(places.toArray())),
                CountModel.poisson(training.width()));
    }

    /**
     * Logarithms of scaled counts as numbers with the squared error. Their decoded values are turned back, and multiplied by a
     * factor for each gene so that they add up to the counts of the training cells; dispersions are estimated as for the count
     * head.
     */
    static CellFits gaussian(SparseSamples training, SparseSamples fresh, GneOptions options) {
        GneModel model = Gne.fit(logarithms(training), options);
        Embedding places = model.place(logarithms(fresh), options.threads()).embedding();
        float[][] trained = back(model.generate(model.embedding().toArray()));
        float[][] placed = back(model.generate(places.toArray()));
        double[] sum = new double[training.width()];
        double[] expected = new double[training.width()];
        CountModel.Shares raw = Denoising.raw(training);
        double[] of = new double[training.width()];
        for (int i = 0; i < training.size(); i++) {
            raw.write(i, of);
            for (int j = 0; j < of.length; j++) {
                sum[j] += of[j];
                expected[j] += trained[i][j];
            }
        }
        for (float[][] rows : List.of(trained, placed)) {
            for (float[] row : rows) {
                for (int j = 0; j < row.length; j++) {
                    row[j] *= (float) (expected[j] > 0 ? sum[j] / expected[j] : 0);
                }
            }
        }
        CountModel.Shares shares = decoded(trained);
        return new CellFits(model.embedding(), shares, decoded(placed), CountModel.of(training, shares));
    }

    /** {@code log(1 + 10,000 x / total)}. */
    static Samples logarithms(SparseSamples counts) {
        int width = counts.width();
        return counts.mapped((rows, at) -> {
                    double total = 0;
                    for (int j = 0; j < width; j++) {
                        total += rows[at + j];
                    }
                    for (int j = 0; j < width; j++) {
                        rows[at + j] = (float) Math.log1p(TOTAL * rows[at + j] / Math.max(1, total));
                    }
                })
                .withSchema(Schema.Columns.numbered(width));
    }

    /** The same with mean 0 and standard deviation 1, at most 10, as in scanpy's tutorial. */
    static Samples standardized(SparseSamples counts) {
        Samples rows = logarithms(counts);
        Survey survey = Survey.of(rows);
        int width = rows.width();
        return rows.mapped((values, at) -> {
            for (int j = 0; j < width; j++) {
                double deviation = Math.sqrt(Math.max(1e-12, survey.variance(j)));
                values[at + j] = (float) Math.min(10, (values[at + j] - survey.mean(j)) / deviation);
            }
        });
    }

    private static float[][] back(float[][] logarithms) {
        for (float[] row : logarithms) {
            for (int j = 0; j < row.length; j++) {
                row[j] = (float) (Math.max(0, Math.expm1(row[j])) / TOTAL);
            }
        }
        return logarithms;
    }

    /** Rows of means, divided by their totals. */
    private static CountModel.Shares decoded(float[][] means) {
        return (cell, shares) -> {
            double total = 0;
            for (float mean : means[cell]) {
                total += mean;
            }
            for (int j = 0; j < shares.length; j++) {
                shares[j] = means[cell][j] / total;
            }
        };
    }
}
