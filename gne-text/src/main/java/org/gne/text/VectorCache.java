package org.gne.text;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gne.data.SafeTensors;
import org.gne.data.Samples;
import org.gne.data.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * The vectors of a model by text, in a safetensors file: {@code vectors} [n, size] and {@code keys} [n, 16], the first bytes of
 * the SHA-256 of each text in UTF-8. The name of the model is in the metadata; a file of another model counts as empty.
 */
final class VectorCache {

    private static final int KEY = 16;

    private static final String MODEL = "model";

    /** The first 16 bytes of a text's SHA-256. */
    private record Key(long high, long low) {}

    private final Map<Key, Integer> rows = new HashMap<>();
    private final float[] vectors;
    private final int size;

    private VectorCache(float[] vectors, int size) {
        this.vectors = vectors;
        this.size = size;
    }

    /**
     * Reads a file.
     *
     * @return an empty cache if there is no file, it is damaged, or of another model: its vectors are made again
     */
    static VectorCache read(@Nullable Path file, String model, int size) {
        if (file != null && Files.exists(file)) {
            try {
                SafeTensors content = SafeTensors.read(file);
                Tensor vectors = content.tensors().get("vectors");
                Tensor keys = content.tensors().get("keys");
                boolean ours = model.equals(content.metadata().get(MODEL));
                if (ours && vectors != null && keys != null && fit(vectors, keys, size)) {
                    return of(vectors.floats(), keys.bytes(), size);
                }
            } catch (IOException e) {
                // What a damaged file holds is computed again, and the file is replaced.
                return new VectorCache(new float[0], size);
            }
        }
        return new VectorCache(new float[0], size);
    }

    private static boolean fit(Tensor vectors, Tensor keys, int size) {
        return vectors.type() == Tensor.Type.F32
                && vectors.shape().length == 2
                && vectors.hasShape(vectors.shape()[0], size)
                && keys.type() == Tensor.Type.U8
                && keys.hasShape(vectors.shape()[0], KEY);
    }

    private static VectorCache of(float[] vectors, byte[] keys, int size) {
        VectorCache cache = new VectorCache(vectors, size);
        ByteBuffer bytes = ByteBuffer.wrap(keys);
        for (int row = 0; row < keys.length / KEY; row++) {
            cache.rows.put(new Key(bytes.getLong(), bytes.getLong()), row);
        }
        return cache;
    }

    /** Copies the vector of a text, if it is there. */
    boolean get(String text, float[] out) {
        Integer row = rows.isEmpty() ? null : rows.get(key(text));
        if (row == null) {
            return false;
        }
        System.arraycopy(vectors, row * size, out, 0, size);
        return true;
    }

    /** Writes vectors in place of those of the file; none, if they are too many for one array. */
    static void write(Path file, String model, List<String> texts, Samples vectors, int from) throws IOException {
        int size = vectors.width();
        if ((long) texts.size() * size > Integer.MAX_VALUE - 8) {
            return;
        }
        float[] all = new float[texts.size() * size];
        ByteBuffer keys = ByteBuffer.allocate(texts.size() * KEY);
        for (int i = 0; i < texts.size(); i++) {
            vectors.read(from + i, all, i * size);
            Key key = key(texts.get(i));
            keys.putLong(key.high).putLong(key.low);
        }
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        new SafeTensors(
                        Map.of(MODEL, model),
                        Map.of(
                                "vectors", Tensor.ofFloats(all, texts.size(), size),
                                "keys", Tensor.ofBytes(keys.array(), texts.size(), KEY)))
                .write(file);
    }

    private static Key key(String text) {
        try {
            ByteBuffer hash =
                    ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
            return new Key(hash.getLong(), hash.getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
