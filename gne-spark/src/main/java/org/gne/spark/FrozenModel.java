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
import org.gne.kernel.Parallel;
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
    private final FrozenDecoder decoder;
    private final Scaling scaling;
    private final double awayWeight;
    private transient volatile @Nullable Placement placement;

    FrozenModel(GneModel model) {
        map = model.embedding().values();
        dim = model.dim();
        decoder = FrozenDecoder.of(model.decoder());
        scaling = model.scaling();
        awayWeight = model.awayWeight();
    }

    private synchronized Placement placement(Parallel parallel) {
        Placement found = placement;
        if (found == null) {
            found = new Placement(
                    decoder.decoder(), new Embedding(map, dim), PlacementOptions.defaults(), awayWeight, parallel);
            placement = found;
        }
        return found;
    }

    /**
     * The rows with coordinates and errors appended, a chunk at a time.
     *
     * @param id the position of the column that names rows in messages, or -1
     */
    Iterator<Row> place(Iterator<Row> rows, RowReader reader, InvalidRows invalid, int id, int threads) {
        return new Chunks(rows, CHUNK, chunk -> {
            List<Row> usable = new ArrayList<>(chunk.size());
            List<RowValues> read = new ArrayList<>(chunk.size());
            for (Row row : chunk) {
                RowValues values = reader.read(row, id < 0 ? "" : "row " + SparkRow.text(row.get(id)));
                if (values.problem() == null) {
                    usable.add(row);
                    read.add(values);
                } else if (invalid == InvalidRows.ERROR) {
                    throw new IllegalArgumentException(values.problem());
                }
            }
            return usable.isEmpty() ? List.of() : placed(usable, read, reader, threads);
        });
    }

    private List<Row> placed(List<Row> rows, List<RowValues> read, RowReader reader, int threads) {
        Samples stored = new RowArrays(
                read.stream().map(RowValues::values).toArray(float[][]::new),
                read.stream().map(RowValues::columns).toArray(int[][]::new),
                reader.cells());
        Samples samples = (reader.table() == null ? stored : Samples.ofCells(stored, reader.table())).scaled(scaling);
        try (Parallel parallel = new Parallel(threads)) {
            Placed placed = placement(parallel).place(samples, parallel, done -> {});
            List<Row> result = new ArrayList<>(rows.size());
            for (int i = 0; i < rows.size(); i++) {
                result.add(with(rows.get(i), PartMap.vector(placed.embedding().values(), i, dim), placed.errors()[i]));
            }
            return result;
        }
    }

    /** The rows with generated samples appended, in the units of the data. */
    Iterator<Row> generate(Iterator<Row> rows, int column, String name) {
        ResidualMlp network = decoder.decoder();
        int width = network.out();
        VectorReader reader = new VectorReader(name, column, dim, false);
        return new Chunks(rows, CHUNK, chunk -> {
            float[] places = new float[chunk.size() * dim];
            for (int i = 0; i < chunk.size(); i++) {
                RowValues place = reader.read(chunk.get(i), "");
                if (place.problem() != null) {
                    throw new IllegalArgumentException(place.problem());
                }
                new RowArrays(new float[][] {place.values()}, new int[][] {place.columns()}, dim)
                        .read(0, places, i * dim);
            }
            float[][] samples = network.decode(new Embedding(places, dim).toArray());
            List<Row> result = new ArrayList<>(chunk.size());
            for (int i = 0; i < chunk.size(); i++) {
                scaling.undo(samples[i], 0, width);
                result.add(with(chunk.get(i), PartMap.vector(samples[i], 0, width)));
            }
            return result;
        });
    }

    private static Row with(Row row, Object... more) {
        Object[] values = new Object[row.size() + more.length];
        Arrays.setAll(values, i -> i < row.size() ? row.get(i) : more[i - row.size()]);
        return RowFactory.create(values);
    }
}
