package org.gne.spark;

import com.esotericsoftware.kryo.DefaultSerializer;
import com.esotericsoftware.kryo.serializers.JavaSerializer;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gne.data.Embedding;
import org.gne.data.PrincipalComponents;
import org.gne.data.Scaling;
import org.gne.data.Schema;
import org.gne.kernel.Parallel;
import org.gne.layout.RepulsionField;
import org.gne.nn.Heads;
import org.gne.nn.MlpShape;
import org.gne.train.CommonStart;
import org.gne.train.TrainingOptions;
import org.jspecify.annotations.Nullable;

/** What all tasks of a fit know, in a form that is broadcast once. */
@DefaultSerializer(JavaSerializer.class)
final class Shared implements Serializable {

    private static final long serialVersionUID = 1;

    private final Settings settings;
    private final long rows;
    private final Schema schema;
    private final Scaling scaling;
    private final Heads heads;
    private final FrozenComponents components;
    private final float[] reduced;
    private final float[] places;
    private final boolean layout;
    private final String[] classNames;
    /** Of the chosen rows. */
    private final int @Nullable [] classes;

    private transient @Nullable RepulsionField field;
    /** The epoch of the field, from 1; 0 before there is one. */
    private transient int fieldEpoch;

    /**
     * @param classNames the names of the classes, if labels influence the fit
     * @param classes the classes of the chosen rows, or null
     */
    Shared(
            Settings settings,
            long rows,
            Schema schema,
            Scaling scaling,
            Heads heads,
            CommonStart common,
            List<String> classNames,
            int @Nullable [] classes) {
        this.settings = settings;
        this.rows = rows;
        this.schema = schema;
        this.scaling = scaling;
        this.heads = heads;
        components = FrozenComponents.of(common.components());
        reduced = common.reduced().values();
        places = common.places().values();
        layout = common.layout();
        this.classNames = classNames.toArray(String[]::new);
        this.classes = classes;
    }

    Settings settings() {
        return settings;
    }

    /** Rows of all partitions. */
    long rows() {
        return rows;
    }

    /** How many of them are chosen: every partition knows where these are on the components and on the map. */
    int chosen() {
        return places.length / settings.dim();
    }

    Scaling scaling() {
        return scaling;
    }

    Heads heads() {
        return heads;
    }

    /**
     * The classes of a partition's rows and of its guests, if labels influence the fit: -1 for a row without one; else null.
     *
     * @param guests which of the chosen rows are of other partitions
     */
    int @Nullable [] classes(PartRows rows, int[] guests) {
        String[] labels = rows.labels();
        if (classes == null || labels == null) {
            return null;
        }
        Map<String, Integer> numbers = new HashMap<>();
        for (String name : classNames) {
            numbers.put(name, numbers.size());
        }
        int[] all = new int[labels.length + guests.length];
        for (int i = 0; i < labels.length; i++) {
            all[i] = labels[i] == null ? -1 : numbers.get(labels[i]);
        }
        for (int i = 0; i < guests.length; i++) {
            all[labels.length + i] = classes[guests[i]];
        }
        return all;
    }

    MlpShape shape() {
        return settings.shape(heads, rows, schema);
    }

    TrainingOptions training() {
        return settings.training(rows, schema);
    }

    CommonStart common() {
        PrincipalComponents axes = components.components();
        return new CommonStart(
                axes, new Embedding(reduced, axes.count()), new Embedding(places, settings.dim()), layout);
    }

    /**
     * The repulsion of all rows during an epoch, or null if the fit has none. An executor computes it once for all its tasks.
     *
     * @param map the coordinates of the chosen rows at the beginning of the epoch
     */
    synchronized @Nullable RepulsionField field(int epoch, float[] map, Parallel parallel) {
        if (fieldEpoch != epoch + 1) {
            field = RepulsionField.of(
                    new Embedding(map, settings.dim()), training().neighbors(), parallel);
            fieldEpoch = epoch + 1;
        }
        return field;
    }
}
