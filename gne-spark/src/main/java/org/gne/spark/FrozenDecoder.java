package org.gne.spark;

import com.esotericsoftware.kryo.DefaultSerializer;
import com.esotericsoftware.kryo.serializers.JavaSerializer;
import java.io.Serializable;
import org.gne.nn.Encoding;
import org.gne.nn.Heads;
import org.gne.nn.MlpShape;
import org.gne.nn.ResidualMlp;

/** A trained decoder in a form that travels. */
@DefaultSerializer(JavaSerializer.class)
record FrozenDecoder(Encoding encoding, int hidden, int blocks, Heads heads, float[] parameters)
        implements Serializable {

    static FrozenDecoder of(ResidualMlp decoder) {
        MlpShape shape = decoder.shape();
        return new FrozenDecoder(shape.encoding(), shape.hidden(), shape.blocks(), shape.heads(), decoder.parameters());
    }

    ResidualMlp decoder() {
        return new ResidualMlp(new MlpShape(encoding, hidden, blocks, heads), parameters);
    }
}
