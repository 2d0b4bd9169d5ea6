package org.gne;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.gne.data.Ids;
import org.gne.data.SafeTensors;
import org.gne.data.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * The ids of the rows in a model file; absent if there are none. Tensors: {@code ids [bytes]}, the UTF-8 texts one after
 * another, and {@code ids.ends [rows]}, the end of each.
 */
final class IdsTensor {

    private static final String IDS = "ids";

    private static final String ENDS = "ids.ends";

    private IdsTensor() {}

    static void write(@Nullable Ids ids, Map<String, Tensor> tensors) {
        if (ids != null) {
            int[] ends = ids.ends();
            tensors.put(ENDS, Tensor.ofInts(ends, ends.length));
            byte[] text = ids.utf8();
            tensors.put(IDS, Tensor.ofBytes(text, text.length));
        }
    }

    /**
     * @throws IllegalArgumentException if they exist but are wrong
     */
    static @Nullable Ids read(SafeTensors content, int rows) {
        Tensor text = content.tensors().get(IDS);
        Tensor ends = content.tensors().get(ENDS);
        if (text == null && ends == null) {
            return null;
        }
        if (text == null || text.type() != Tensor.Type.U8 || text.shape().length != 1) {
            throw new IllegalArgumentException("tensor " + IDS + " is " + text + ", expected U8[bytes]");
        }
        if (ends == null || ends.type() != Tensor.Type.I32 || !ends.hasShape(rows)) {
            throw new IllegalArgumentException("tensor " + ENDS + " is " + ends + ", expected I32[" + rows + "]");
        }
        return ids(text.bytes(), ends.ints());
    }

    private static Ids ids(byte[] text, int[] ends) {
        Ids.Builder builder = new Ids.Builder();
        int begin = 0;
        for (int row = 0; row < ends.length; row++) {
            if (ends[row] < begin || ends[row] > text.length) {
                throw new IllegalArgumentException("tensor " + ENDS + ", row " + row + ": found " + ends[row]
                        + ", expected " + begin + " to " + text.length);
            }
            try {
                builder.add(StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .decode(ByteBuffer.wrap(text, begin, ends[row] - begin))
                        .toString());
            } catch (CharacterCodingException e) {
                throw new IllegalArgumentException("tensor " + IDS + ", row " + row + ": found no UTF-8 text", e);
            }
            begin = ends[row];
        }
        return builder.build();
    }
}
