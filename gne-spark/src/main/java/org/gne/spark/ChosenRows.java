package org.gne.spark;

import com.esotericsoftware.kryo.DefaultSerializer;
import com.esotericsoftware.kryo.serializers.JavaSerializer;
import java.io.Serializable;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.gne.data.Embedding;
import org.gne.data.PrincipalComponents;
import org.gne.data.Samples;
import org.gne.data.Scaling;
import org.gne.data.Schema;
import org.gne.kernel.Parallel;
import org.gne.nn.Heads;
import org.gne.train.CommonStart;
import org.gne.train.TrainingOptions;
import org.jspecify.annotations.Nullable;

/**
 * The chosen rows on the principal components, and where they start without a layout. Their partitions compute both, so that the rows
 * themselves do not travel.
 *
 * @param reduced {@code [chosen, components]}
 * @param places {@code [chosen, dim]}; null if the chosen rows are to be laid out
 */
record ChosenRows(Embedding reduced, @Nullable Embedding places) {

    /** What the partitions compute with. */
    @DefaultSerializer(JavaSerializer.class)
    private record Task(
            Settings settings,
            Schema schema,
            Scaling scaling,
            Heads heads,
            FrozenComponents components,
            long rows,
            int count)
            implements Serializable {

        TrainingOptions options() {
            return settings.training(rows, schema);
        }

        boolean layout() {
            return CommonStart.layout(count, settings.dim(), options());
        }

        Share share(PartRows part, int threads) {
            int[] indices = part.chosen(rows, count);
            Samples own = comparable(part.samples().rows(part.rowsOf(rows, count, indices)));
            PrincipalComponents axes = components.components();
            try (Parallel parallel = new Parallel(threads)) {
                float[] reduced = axes.projectAll(own, parallel).values();
                float[] places = layout() ? new float[0] : initial(part, indices, axes, parallel);
                return new Share(indices, reduced, places);
            }
        }

        private Samples comparable(Samples rows) {
            return heads.represented(rows.scaled(scaling));
        }

        /** Of all rows of the partition, because random coordinates go by the place of a row in it. */
        private float[] initial(PartRows part, int[] indices, PrincipalComponents axes, Parallel parallel) {
            Embedding all = CommonStart.initial(
                    comparable(part.samples()),
                    settings.dim(),
                    options(),
                    settings.seed(),
                    part.part(),
                    axes,
                    parallel);
            return all.rows(part.rowsOf(rows, count, indices)).values();
        }
    }

    /** The chosen rows of a partition. */
    @DefaultSerializer(JavaSerializer.class)
    private record Share(int[] indices, float[] reduced, float[] places) implements Serializable {

        void scatter(float[] values, float[] into) {
            int width = indices.length == 0 ? 0 : values.length / indices.length;
            for (int i = 0; i < indices.length; i++) {
                System.arraycopy(values, i * width, into, indices[i] * width, width);
            }
        }
    }

    /**
     * Collects the chosen rows.
     *
     * @param rows of all partitions
     */
    static ChosenRows of(
            JavaSparkContext context,
            JavaRDD<PartRows> parts,
            Settings settings,
            Schema schema,
            Scaling scaling,
            Heads heads,
            PrincipalComponents components,
            long rows) {
        int count = (int) Math.min(rows, CommonStart.MOST_ROWS);
        Task task = new Task(settings, schema, scaling, heads, FrozenComponents.of(components), rows, count);
        Broadcast<Task> everywhere = context.broadcast(task);
        float[] reduced = new float[count * components.count()];
        float[] places = new float[count * settings.dim()];
        for (Share share : parts.map(
                        part -> everywhere.value().share(part, TaskContext.get().cpus()))
                .collect()) {
            share.scatter(share.reduced, reduced);
            share.scatter(share.places, places);
        }
        everywhere.unpersist();
        return new ChosenRows(
                new Embedding(reduced, components.count()),
                task.layout() ? null : new Embedding(places, settings.dim()));
    }
}
