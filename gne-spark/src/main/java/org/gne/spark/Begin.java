package org.gne.spark;

import com.esotericsoftware.kryo.DefaultSerializer;
import com.esotericsoftware.kryo.serializers.JavaSerializer;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import org.gne.data.Embedding;
import org.gne.search.GlobalSearch;
import org.gne.train.PartTraining;
import org.jspecify.annotations.Nullable;

/** What all partitions begin a round with. All tasks of an executor share one, and what is computed from it once. */
@DefaultSerializer(JavaSerializer.class)
final class Begin implements Serializable {

    private static final long serialVersionUID = 1;

    private final Weights decoder;
    private transient float[] map;
    private transient float[] epochMap;
    private transient GlobalSearch.@Nullable Cells cells;

    /**
     * @param decoder the merged decoder
     * @param map the coordinates of the chosen rows of all partitions
     * @param epochMap these coordinates at the beginning of the epoch
     */
    Begin(Weights decoder, float[] map, float[] epochMap) {
        this.decoder = decoder;
        this.map = map;
        this.epochMap = epochMap;
    }

    private void writeObject(ObjectOutputStream out) throws IOException {
        out.defaultWriteObject();
        FloatBytes.write(out, map);
        FloatBytes.write(out, epochMap);
    }

    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        in.defaultReadObject();
        map = FloatBytes.read(in);
        epochMap = FloatBytes.read(in);
    }

    Weights decoder() {
        return decoder;
    }

    float[] map() {
        return map;
    }

    float[] epochMap() {
        return epochMap;
    }

    /**
     * The cells of the search before the round.
     *
     * @param any the training of any partition
     * @param epoch the epoch before the search, from 0
     */
    synchronized GlobalSearch.Cells cells(PartTraining any, int dim, int epoch) {
        GlobalSearch.Cells found = cells;
        if (found == null) {
            found = any.cells(new Embedding(map, dim), epoch);
            cells = found;
        }
        return found;
    }
}
