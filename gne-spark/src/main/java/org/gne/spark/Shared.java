package org.gne.spark;

import com.esotericsoftware.kryo.DefaultSerializer;
import com.esotericsoftware.kryo.serializers.JavaSerializer;
import java.io.Serializable;
import org.gne.data.Embedding;
import org.gne.data.PrincipalComponents;
import org.gne.data.Scaling;
import org.gne.data.Schema;
import org.gne.nn.Heads;
import org.gne.nn.MlpShape;
import org.gne.train.CommonStart;
import org.gne.train.TrainingOptions;

/** What all tasks of a fit know, in a form that is broadcast once. */
@DefaultSerializer(JavaSerializer.class)
final class Shared implements Serializable {

    private static final long serialVersionUID = 1;

    private final Settings settings;
    private final long rows;
    private final int width;
    private final Scaling scaling;
    private final Heads heads;
    private final float[] mean;
    private final float[] axes;
    private final float[] variance;
    private final float[] origin;
    private final float[] reduced;
    private final float[] places;
    private final boolean layout;

    Shared(Settings settings, long rows, int width, Scaling scaling, Heads heads, CommonStart common) {
        this.settings = settings;
        this.rows = rows;
        this.width = width;
        this.scaling = scaling;
        this.heads = heads;
        mean = common.components().mean();
        axes = common.components().axes();
        variance = common.components().variance();
        origin = common.components().origin();
        reduced = common.reduced().values();
        places = common.places().values();
        layout = common.layout();
    }

    Settings settings() {
        return settings;
    }

    /** Rows of all partitions. */
    long rows() {
        return rows;
    }

    /** How many of them are chosen: the common start is found on these, and every partition knows where they are. */
    int chosen() {
        return places.length / settings.dim();
    }

    Scaling scaling() {
        return scaling;
    }

    /** What rows are to the training; what they are to people is the model's business. */
    Schema schema() {
        return Schema.Columns.numbered(width);
    }

    MlpShape shape() {
        return settings.shape(heads, rows);
    }

    TrainingOptions training() {
        return settings.training(rows);
    }

    CommonStart common() {
        PrincipalComponents components = new PrincipalComponents(mean, axes, variance, origin);
        return new CommonStart(
                components, new Embedding(reduced, components.count()), new Embedding(places, settings.dim()), layout);
    }
}
