package org.gne.spark;

import com.esotericsoftware.kryo.DefaultSerializer;
import com.esotericsoftware.kryo.serializers.JavaSerializer;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.gne.GneModel;
import org.gne.data.Embedding;
import org.gne.data.Samples;
import org.gne.data.Scaling;
import org.gne.data.Schema;
import org.gne.kernel.Parallel;
import org.gne.nn.Encoding;
import org.gne.nn.Heads;
import org.gne.nn.MlpShape;
import org.gne.nn.ResidualMlp;
import org.gne.place.Placed;
import org.gne.place.Placement;
import org.gne.place.PlacementOptions;
import org.jspecify.annotations.Nullable;

/** The part of a finished model that executors need, to be broadcast; each executor decodes the map once. */
@DefaultSerializer(JavaSerializer.class)
final class FrozenModel implements Serializable {

    private static final long serialVersionUID = 1;

    /** The number of rows that are placed at a time. */
    private static final int CHUNK = 1024;

    private final float[] map;
    private final int dim;
    private final Encoding encoding;
    private final int hidden;
    private final int blocks;
    private final int width;
    private final Heads heads;
    private final float[] parameters;
    private final Scaling scaling;
    private final double awayWeight;
    private transient volatile @Nullable Placement placement;

    FrozenModel(GneModel model) {
        map = model.embedding().values();
        dim = model.dim();
        MlpShape shape = model.decoder().shape();
        encoding = shape.encoding();
        hidden = shape.hidden();
        blocks = shape.blocks();
        width = shape.out();
        heads = shape.heads();
        parameters = model.decoder().parameters();
        scaling = model.scaling();
        awayWeight = model.awayWeight();
    }

    private ResidualMlp decoder() {
        return new ResidualMlp(new MlpShape(encoding, hidden, blocks, heads), parameters);
    }

    private synchronized Placement placement(Parallel parallel) {
        Placement found = placement;
        if (found == null) {
            found = new Placement(
                    decoder(), new Embedding(map, dim), PlacementOptions.defaults(), awayWeight, parallel);
            placement = found;
        }
        return found;
    }

    /** The rows with coordinates and errors appended, a chunk at a time. */
    Iterator<Row> place(Iterator<Row> rows, int column, String name, int threads) {
        return new Chunks(rows, CHUNK, chunk -> {
            float[] values = read(chunk, column, name, width);
            try (Parallel parallel = new Parallel(threads)) {
                Samples samples =
                        Samples.ofFloats(values, Schema.Columns.numbered(width)).scaled(scaling);
                Placed placed = placement(parallel).place(samples, parallel, done -> {});
                List<Row> result = new ArrayList<>(chunk.size());
                for (int i = 0; i < chunk.size(); i++) {
                    result.add(with(
                            chunk.get(i), PartMap.vector(placed.embedding().values(), i, dim), placed.errors()[i]));
                }
                return result;
            }
        });
    }

    /** The rows with generated samples appended, in the units of the data. */
    Iterator<Row> generate(Iterator<Row> rows, int column, String name) {
        ResidualMlp decoder = decoder();
        return new Chunks(rows, CHUNK, chunk -> {
            float[] places = read(chunk, column, name, dim);
            float[][] samples = decoder.decode(new Embedding(places, dim).toArray());
            List<Row> result = new ArrayList<>(chunk.size());
            for (int i = 0; i < chunk.size(); i++) {
                scaling.undo(samples[i], 0, width);
                result.add(with(chunk.get(i), PartMap.vector(samples[i], 0, width)));
            }
            return result;
        });
    }

    private static float[] read(List<Row> chunk, int column, String name, int width) {
        float[] values = new float[chunk.size() * width];
        for (int i = 0; i < chunk.size(); i++) {
            String problem = NumberColumn.read(chunk.get(i), column, width, values, i * width);
            if (problem != null) {
                throw new IllegalArgumentException("column " + name + ": " + problem);
            }
        }
        return values;
    }

    private static Row with(Row row, Object... more) {
        Object[] values = new Object[row.size() + more.length];
        Arrays.setAll(values, i -> i < row.size() ? row.get(i) : more[i - row.size()]);
        return RowFactory.create(values);
    }
}
