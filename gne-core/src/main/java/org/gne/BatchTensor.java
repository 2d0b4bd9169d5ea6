package org.gne;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gne.batch.BatchFactors;
import org.gne.data.SafeTensors;
import org.gne.data.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * The factors of batches in a model file; absent if there are none. Tensor {@code batches [batches, width]}; metadata {@code
 * batches.column}, and {@code batches.names}, a JSON array.
 */
final class BatchTensor {

    private static final String FACTORS = "batches";

    private static final String COLUMN = "batches.column";

    private static final String NAMES = "batches.names";

    private BatchTensor() {}

    static void write(@Nullable BatchFactors batches, Map<String, String> metadata, Map<String, Tensor> tensors)
            throws IOException {
        if (batches != null) {
            metadata.put(COLUMN, batches.column());
            metadata.put(NAMES, JSON.std.asString(batches.names()));
            tensors.put(
                    FACTORS, Tensor.ofFloats(batches.factors(), batches.names().size(), batches.width()));
        }
    }

    /**
     * @throws IllegalArgumentException if they exist but are wrong
     */
    static @Nullable BatchFactors read(SafeTensors content, int width) {
        Tensor factors = content.tensors().get(FACTORS);
        String column = content.metadata().get(COLUMN);
        String names = content.metadata().get(NAMES);
        if (factors == null && column == null && names == null) {
            return null;
        }
        if (factors == null || column == null || names == null) {
            throw new IllegalArgumentException("batches: found a part of tensor " + FACTORS + ", " + COLUMN + " and "
                    + NAMES + ", expected all or none");
        }
        List<String> all = names(names);
        if (factors.type() != Tensor.Type.F32 || !factors.hasShape(all.size(), width)) {
            throw new IllegalArgumentException(
                    "tensor " + FACTORS + " is " + factors + ", expected F32[" + all.size() + ", " + width + "]");
        }
        return new BatchFactors(column, all, factors.floats());
    }

    private static List<String> names(String text) {
        List<String> names = new ArrayList<>();
        try {
            for (Object name : JSON.std.listFrom(text)) {
                names.add(String.valueOf(name));
            }
        } catch (IOException e) {
            throw new IllegalArgumentException(NAMES + ": expected a JSON array", e);
        }
        return names;
    }
}
