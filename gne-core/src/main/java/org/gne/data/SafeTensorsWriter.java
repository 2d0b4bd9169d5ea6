package org.gne.data;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes safetensors files. */
record SafeTensorsWriter(SafeTensors content) {

    void write(Path file) throws IOException {
        // Widest elements first, so that every tensor starts at a multiple of its element's size, and readers can map
        // it.
        List<Map.Entry<String, Tensor>> ordered = content.tensors().entrySet().stream()
                .sorted(Comparator.comparing(entry -> -entry.getValue().type().bytes()))
                .toList();
        byte[] header = header(file, ordered);
        AtomicFile.write(file, out -> {
            out.write(ByteBuffer.allocate(8)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putLong(header.length)
                    .array());
            out.write(header);
            for (Map.Entry<String, Tensor> entry : ordered) {
                TensorCodec.write(entry.getValue(), out);
            }
        });
    }

    private byte[] header(Path file, List<Map.Entry<String, Tensor>> ordered) throws IOException {
        Map<String, Object> fields = new LinkedHashMap<>();
        if (!content.metadata().isEmpty()) {
            fields.put(SafeTensors.METADATA, content.metadata());
        }
        long begin = 0;
        for (Map.Entry<String, Tensor> entry : ordered) {
            Tensor tensor = entry.getValue();
            long end = begin + (long) tensor.length() * tensor.type().bytes();
            Map<String, Object> field = new LinkedHashMap<>();
            field.put("dtype", tensor.type().name());
            field.put("shape", tensor.shape());
            field.put("data_offsets", new long[] {begin, end});
            fields.put(entry.getKey(), field);
            begin = end;
        }
        String json = JSON.std.asString(fields);
        int length = json.getBytes(StandardCharsets.UTF_8).length;
        if (length > SafeTensors.MAX_HEADER) {
            throw new IOException(
                    file + ": header of " + length + " bytes to write, expected at most " + SafeTensors.MAX_HEADER);
        }
        // The tensors start at a multiple of 8 bytes.
        return (json + " ".repeat(-length & 7)).getBytes(StandardCharsets.UTF_8);
    }
}
