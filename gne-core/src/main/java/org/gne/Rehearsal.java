package org.gne;

import java.util.Arrays;
import org.gne.data.Dataset;
import org.gne.data.Embedding;
import org.gne.data.MergedSchema;
import org.gne.data.Samples;
import org.gne.kernel.CounterRandom;
import org.gne.kernel.Parallel;
import org.gne.quality.ErrorLimit;
import org.gne.quality.Explained;

/**
 * Rows that a map generates, in place of old rows that are not at hand. They are generated at the coordinates of old rows, which a
 * model keeps: these have the density of the map exactly, and samples of its mixture only nearly. A generated row has no noise of its
 * own, and means in place of categories and counts, so it stands for the decoder and not for a row.
 */
final class Rehearsal {

    private static final int CHUNK = 1024;

    private Rehearsal() {}

    /** A fixed choice of old rows, ascending. */
    static int[] chosen(GneModel parent, int count) {
        int rows = parent.embedding().size();
        int[] order = CounterRandom.of(parent.record().seed(), "rehearsal").permutation(rows);
        int[] chosen = Arrays.copyOf(order, Math.min(count, rows));
        Arrays.sort(chosen);
        return chosen;
    }

    /** What the map generates at the coordinates of some rows, in the units of the data. */
    static Samples generated(GneModel parent, int[] rows) {
        int width = parent.schema().width();
        float[] values = new float[Math.multiplyExact(rows.length, width)];
        for (int from = 0; from < rows.length; from += CHUNK) {
            int[] some = Arrays.copyOfRange(rows, from, Math.min(rows.length, from + CHUNK));
            float[][] samples = parent.generate(parent.embedding().rows(some).toArray());
            for (int i = 0; i < samples.length; i++) {
                System.arraycopy(samples[i], 0, values, (from + i) * width, width);
            }
        }
        return Samples.ofFloats(values, parent.schema());
    }

    /**
     * The map of all rows: the old ones at the coordinates that they had, the new ones where they were trained. Shares and errors are
     * those of the new rows.
     *
     * @param trained the map of the rows that were trained
     * @param rehearsed the number of its rows that stood for old ones
     */
    static GneModel whole(
            GneModel parent, GneModel trained, int rehearsed, Dataset added, MergedSchema schema, Parallel parallel) {
        int dim = parent.dim();
        float[] points = trained.embedding().values();
        Embedding news = new Embedding(Arrays.copyOfRange(points, rehearsed * dim, points.length), dim);
        int before = parent.embedding().values().length;
        float[] all = Arrays.copyOf(parent.embedding().values(), before + news.values().length);
        System.arraycopy(news.values(), 0, all, before, news.values().length);
        Samples rows = schema.second(added.samples());
        Explained found = Explained.of(rows.scaled(trained.scaling()), news, trained.decoder(), parallel);
        double limit = Math.max(parent.record().explainedError(), ErrorLimit.of(found.errors()));
        // Only what is known of the old rows matters here, so any row stands for them.
        Dataset known = Dataset.of(rows.rows(parent.embedding().size(), i -> 0))
                .withLabels(parent.labels())
                .withTarget(parent.target())
                .withIds(parent.ids())
                .followedBy(added.withSamples(rows));
        Embedding whole = new Embedding(all, dim);
        return new GneModel(
                        whole,
                        trained.decoder(),
                        trained.scaling(),
                        trained.schema(),
                        trained.record().ofRows(whole.size(), limit),
                        null,
                        null,
                        new Explained(found.total(), found.columns(), found.nullError(), new float[0]),
                        known.target(),
                        known.ids())
                .withMixture(known.labels(), parallel);
    }
}
