package org.gne.spark;

import com.esotericsoftware.kryo.DefaultSerializer;
import com.esotericsoftware.kryo.serializers.JavaSerializer;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaRDD;
import org.gne.data.Ids;
import org.gne.data.Labels;
import org.gne.data.Target;
import org.gne.io.LabelChoice;
import org.gne.io.LabelsBuilder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the rows are called and which labels they have, in the order of the rows, on the driver.
 *
 * @param labels the labels as classes, or null without labels
 * @param chosen the labels as the model has them: classes or numbers; null without labels
 * @param ids the ids of the rows; null without ids, or if there are too many for the driver
 */
record RowNames(
        @Nullable Labels labels,
        LabelChoice.@Nullable Chosen chosen,
        @Nullable Ids ids) {

    private static final Logger LOG = LoggerFactory.getLogger(RowNames.class);

    /** Ids of more rows stay in the data frame of the map, and out of the model. */
    static final int MOST_IDS = 5_000_000;

    /**
     * One partition's share.
     *
     * @param names the different labels
     * @param classes {@code [rows]}: the label of each row, -1 for none; empty without labels
     * @param ids {@code [rows]}, or empty
     */
    @DefaultSerializer(JavaSerializer.class)
    private record Share(
            int part,
            int parts,
            String[] names,
            int[] classes,
            @Nullable String[] ids) implements Serializable {}

    /**
     * Collects them.
     *
     * @param rows of all partitions
     * @param label the column of labels, or null
     */
    static RowNames of(JavaRDD<PartRows> parts, int rows, @Nullable String label, boolean hasIds) {
        if (label == null && !hasIds) {
            return new RowNames(null, null, null);
        }
        boolean keepsIds = hasIds && rows <= MOST_IDS;
        if (hasIds && !keepsIds) {
            LOG.warn(
                    "the model is without the ids of its {} rows, because they are more than {}: the data frame of the map has them",
                    rows,
                    MOST_IDS);
        }
        List<Share> shares = parts.map(part -> share(part, keepsIds)).collect();
        String[] labels = new String[label == null ? 0 : rows];
        String[] ids = new String[keepsIds ? rows : 0];
        for (Share share : shares) {
            for (int i = 0; i < share.classes.length; i++) {
                labels[share.part + i * share.parts] = share.classes[i] < 0 ? null : share.names[share.classes[i]];
            }
            for (int i = 0; i < share.ids.length; i++) {
                ids[share.part + i * share.parts] = share.ids[i];
            }
        }
        Ids named = keepsIds ? ids(ids) : null;
        if (label == null) {
            return new RowNames(null, null, named);
        }
        Labels classes = labels(labels);
        return new RowNames(classes, LabelChoice.of("data frame", label, classes, null), named);
    }

    private static Share share(PartRows part, boolean keepsIds) {
        Map<String, Integer> numbers = new HashMap<>();
        List<String> names = new ArrayList<>();
        @Nullable String[] labels = part.labels() == null ? new String[0] : part.labels();
        int[] classes = new int[labels.length];
        for (int i = 0; i < classes.length; i++) {
            String name = labels[i];
            classes[i] = name == null
                    ? -1
                    : numbers.computeIfAbsent(name, unseen -> {
                        names.add(unseen);
                        return names.size() - 1;
                    });
        }
        Object[] all = keepsIds && part.ids() != null ? part.ids() : new Object[0];
        @Nullable String[] ids = new String[all.length];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = SparkRow.text(all[i]);
        }
        return new Share(part.part(), part.parts(), names.toArray(String[]::new), classes, ids);
    }

    private static Labels labels(@Nullable String[] labels) {
        LabelsBuilder builder = new LabelsBuilder();
        for (String label : labels) {
            builder.add(label);
        }
        return builder.build();
    }

    private static Ids ids(@Nullable String[] ids) {
        Ids.Builder builder = new Ids.Builder();
        for (String id : ids) {
            builder.add(id == null ? "" : id);
        }
        return builder.build();
    }

    /** The classes of the model, or null. */
    @Nullable Labels classes() {
        return chosen == null ? null : chosen.labels();
    }

    /** The numbers with which rows of the model are labelled, or null. */
    @Nullable Target target() {
        return chosen == null ? null : chosen.target();
    }

    /** The labels of the rows as a fit may use them: classes. */
    Labels requireClasses(double weight) {
        if (labels == null) {
            throw new IllegalArgumentException(
                    "labelWeight: found " + weight + " without a column of labels, expected labelCol too");
        }
        if (target() != null) {
            throw new IllegalArgumentException("labelWeight: found " + weight + ", but the label " + target().name()
                    + " is a number, expected classes");
        }
        return labels;
    }
}
