package org.gne.spark;

import com.esotericsoftware.kryo.DefaultSerializer;
import com.esotericsoftware.kryo.serializers.JavaSerializer;
import java.io.Serializable;
import org.gne.data.PrincipalComponents;

/** Principal components in a form that travels. */
@DefaultSerializer(JavaSerializer.class)
record FrozenComponents(float[] mean, float[] axes, float[] variance, float[] origin) implements Serializable {

    static FrozenComponents of(PrincipalComponents components) {
        return new FrozenComponents(components.mean(), components.axes(), components.variance(), components.origin());
    }

    PrincipalComponents components() {
        return new PrincipalComponents(mean, axes, variance, origin);
    }
}
