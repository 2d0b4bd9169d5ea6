package org.gne.spark;

import com.esotericsoftware.kryo.DefaultSerializer;
import com.esotericsoftware.kryo.serializers.JavaSerializer;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.gne.ClusterFit;
import org.gne.data.Embedding;
import org.gne.kernel.Parallel;
import org.gne.nn.ResidualMlp;
import org.gne.quality.ReconstructionError;
import org.jspecify.annotations.Nullable;

/**
 * Where the rows of a partition lie.
 *
 * @param ids one per row, or null where rows are known by their numbers
 * @param coordinates {@code [size, dim]}
 * @param errors {@code [size]}: mean squared error of each row, in scaled units
 */
@DefaultSerializer(JavaSerializer.class)
record PartMap(int part, int parts, int dim, Object @Nullable [] ids, float[] coordinates, float[] errors)
        implements Serializable {

    /**
     * @param network the decoder of the model
     * @param drift by how much the map has drifted away from 0, or null
     */
    static PartMap of(
            Part part, PartState state, ResidualMlp network, float @Nullable [] drift, Shared shared, int threads) {
        PartRows rows = part.rows();
        int dim = shared.settings().dim();
        float[] trained = state.codes().parameters();
        float[] places = drift == null
                ? trained
                : ClusterFit.centred(new Embedding(trained, dim), drift).values();
        if (rows.size() == 0) {
            return new PartMap(rows.part(), rows.parts(), dim, rows.ids(), places, new float[0]);
        }
        try (Parallel parallel = new Parallel(threads)) {
            float[] errors =
                    ReconstructionError.perRow(part.scaled(shared), new Embedding(places, dim), network, parallel);
            return new PartMap(rows.part(), rows.parts(), dim, rows.ids(), places, errors);
        }
    }

    /** Without what the driver has already. */
    PartMap onlyErrors() {
        return new PartMap(part, parts, dim, null, new float[0], errors);
    }

    /** Puts the errors where they belong among those of all partitions, by the numbers of the rows. */
    void scatter(float[] allErrors) {
        for (int i = 0; i < errors.length; i++) {
            allErrors[part + i * parts] = errors[i];
        }
    }

    /** Rows of id or number, coordinates, error. */
    Iterator<Row> rows() {
        List<Row> rows = new ArrayList<>(errors.length);
        for (int i = 0; i < errors.length; i++) {
            Object id = ids == null ? (Object) (part + (long) i * parts) : ids[i];
            rows.add(RowFactory.create(id, vector(coordinates, i, dim), errors[i]));
        }
        return rows.iterator();
    }

    static org.apache.spark.ml.linalg.Vector vector(float[] values, int row, int width) {
        double[] vector = new double[width];
        for (int j = 0; j < width; j++) {
            vector[j] = values[row * width + j];
        }
        return Vectors.dense(vector);
    }
}
