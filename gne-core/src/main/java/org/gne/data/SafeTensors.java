package org.gne.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The content of a safetensors file: named tensors and metadata.
 *
 * <p>The format is an 8-byte little-endian header length, a JSON header, and the tensors' little-endian bytes, one
 * after another without gaps; see <a href="https://github.com/huggingface/safetensors">its description</a>. Libraries
 * for Python, Rust and others read it.
 *
 * @param metadata text by name, in the order of the file; stored under {@code __metadata__} in the header
 * @param tensors tensors by name, in the order of the file
 */
public record SafeTensors(Map<String, String> metadata, Map<String, Tensor> tensors) {

    /** The largest header that is read or written, in bytes: the limit of the format's own library. */
    static final int MAX_HEADER = 100_000_000;

    static final String METADATA = "__metadata__";

    /**
     * The maps are copied.
     *
     * @throws IllegalArgumentException if a tensor has the name {@code __metadata__}
     */
    public SafeTensors {
        // Not Map.copyOf: its order differs from run to run, but equal content must give equal files.
        metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
        tensors = Collections.unmodifiableMap(new LinkedHashMap<>(tensors));
        if (tensors.containsKey(METADATA)) {
            throw new IllegalArgumentException("a tensor is named " + METADATA + ", which the format keeps for text");
        }
    }

    /**
     * Reads a file. The header is checked against the size of the file before memory is allocated.
     *
     * @throws IOException if the file cannot be read or is not valid; the message is one line that names the file, the
     *     position, what was found and what was expected
     */
    public static SafeTensors read(Path file) throws IOException {
        return new SafeTensorsReader(file).read();
    }

    /**
     * Writes a file. If writing fails, an existing file stays as it was. Equal content in equal order gives equal
     * bytes.
     *
     * @throws IOException if the file cannot be written, or the header would exceed the format's 100 MB
     */
    public void write(Path file) throws IOException {
        new SafeTensorsWriter(this).write(file);
    }
}
