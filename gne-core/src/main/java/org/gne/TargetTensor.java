package org.gne;

import java.util.Map;
import org.gne.data.SafeTensors;
import org.gne.data.Target;
import org.gne.data.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * Labels that are numbers in a model file; absent if there are none. Metadata: {@code target}, the name. Tensor: {@code target
 * [rows]}, doubles, NaN for a row whose number is not known.
 */
final class TargetTensor {

    private static final String TARGET = "target";

    private TargetTensor() {}

    static void write(@Nullable Target target, Map<String, String> metadata, Map<String, Tensor> tensors) {
        if (target != null) {
            metadata.put(TARGET, target.name());
            tensors.put(TARGET, Tensor.ofDoubles(target.values(), target.size()));
        }
    }

    /**
     * @throws IllegalArgumentException if it exists but is wrong
     */
    static @Nullable Target read(SafeTensors content, int rows) {
        Tensor values = content.tensors().get(TARGET);
        if (values == null) {
            return null;
        }
        if (values.type() != Tensor.Type.F64 || !values.hasShape(rows)) {
            throw new IllegalArgumentException("tensor " + TARGET + " is " + values + ", expected F64[" + rows + "]");
        }
        String name = content.metadata().get(TARGET);
        if (name == null) {
            throw new IllegalArgumentException(
                    "the header has no " + TARGET + ", but there is a tensor " + TARGET + ": expected its name");
        }
        return new Target(name, values.doubles());
    }
}
