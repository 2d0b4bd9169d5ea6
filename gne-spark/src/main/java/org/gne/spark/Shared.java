package org.gne.spark;

import java.io.Serializable;
import org.gne.data.Embedding;
import org.gne.data.PrincipalComponents;
import org.gne.data.Scaling;
import org.gne.data.ScalingKind;
import org.gne.data.Schema;
import org.gne.nn.Heads;
import org.gne.nn.MlpShape;
import org.gne.train.CommonStart;
import org.gne.train.TrainingOptions;

/** What all tasks of a fit know, in a form that is broadcast once. */
final class Shared implements Serializable {

    private static final long serialVersionUID = 1;

    private final Settings settings;
    private final long rows;
    private final int width;
    private final ScalingKind kind;
    private final float[] offset;
    private final float[] factor;
    private final float[] mean;
    private final float[] axes;
    private final float[] variance;
    private final float[] origin;
    private final float[] reduced;
    private final float[] places;
    private final boolean layout;

    Shared(Settings settings, long rows, int width, Scaling scaling, CommonStart common) {
        this.settings = settings;
        this.rows = rows;
        this.width = width;
        kind = scaling.kind();
        offset = scaling.offset();
        factor = scaling.factor();
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
        return new Scaling(kind, offset, factor);
    }

    /** What rows are to the training; what they are to people is the model's business. */
    Schema schema() {
        return Schema.Columns.numbered(width);
    }

    MlpShape shape() {
        return settings.shape(kind == ScalingKind.UNIT ? Heads.unit(width) : Heads.real(width));
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
