package org.gne.io.array;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.gne.io.BoundedStream;
import org.gne.io.InputException;
import org.gne.io.InputSource;

/**
 * A safetensors file as arrays: 8 bytes of length, a JSON header, the tensors. Unlike the reader of models it reads one
 * tensor at a time, as a stream, and ignores unknown types of other tensors.
 */
final class SafeTensorsFile implements ArrayFile {

    private static final int LENGTH_BYTES = 8;

    /** The longest header; those of large language models have a few megabytes. */
    private static final long LONGEST_HEADER = 1 << 25;

    /** A parsed header needs at most this many times its bytes in the heap. */
    private static final int HEADER_GROWTH = 16;

    private final String name;
    private final Path path;
    private final Map<String, TensorEntry> entries;
    private final long data;

    private SafeTensorsFile(String name, Path path, Map<String, TensorEntry> entries, long data) {
        this.name = name;
        this.path = path;
        this.entries = entries;
        this.data = data;
    }

    static SafeTensorsFile open(InputSource source) throws IOException {
        try (FileChannel channel = FileChannel.open(source.path());
                InputStream in = Channels.newInputStream(channel)) {
            byte[] start = in.readNBytes(LENGTH_BYTES);
            long left = channel.size() - LENGTH_BYTES;
            long length = left < 0
                    ? 0
                    : ByteBuffer.wrap(start).order(ByteOrder.LITTLE_ENDIAN).getLong();
            long bearable = Math.min(LONGEST_HEADER, Runtime.getRuntime().maxMemory() / HEADER_GROWTH);
            long most = Math.min(left, bearable);
            if (length < 2 || length > most) {
                throw new InputException(source.text() + ": bytes 0-7: found a header of " + length
                        + " bytes, expected 2 to " + Math.max(2, most));
            }
            String header = new String(in.readNBytes((int) length), StandardCharsets.UTF_8);
            Map<String, TensorEntry> entries = TensorEntry.parse(source.text(), header);
            if (entries.isEmpty()) {
                throw new InputException(source.text() + ": found no tensor, expected at least one");
            }
            return new SafeTensorsFile(source.text(), source.path(), entries, LENGTH_BYTES + length);
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<String> names() {
        return new ArrayList<>(entries.keySet());
    }

    @Override
    public StoredArray open(String array) throws IOException {
        TensorEntry entry = entries.get(array);
        String place = name + ", tensor '" + array + "'";
        if (entry == null) {
            throw new InputException(place + ": is not in the file");
        }
        ArrayElement element = entry.element(place);
        FileChannel channel = FileChannel.open(path);
        try {
            long size = channel.size() - data;
            if (entry.begin() > entry.end() || entry.end() > size) {
                throw new InputException(place + ": found data_offsets " + entry.begin() + " to " + entry.end()
                        + ", expected them in order and at most " + size + ", where the file ends");
            }
            channel.position(data + entry.begin());
            InputStream in = new BoundedStream(
                    new BufferedInputStream(Channels.newInputStream(channel)), entry.end() - entry.begin());
            StoredArray found = new StoredArray(place, element, entry.shape(), false, in, data + entry.begin());
            if (found.bytes() != entry.end() - entry.begin()) {
                throw new InputException(place + ": found " + (entry.end() - entry.begin()) + " bytes, expected "
                        + found.bytes() + " for the shape " + Arrays.toString(entry.shape()));
            }
            return found;
        } catch (IOException | InputException e) {
            channel.close();
            throw e;
        }
    }

    @Override
    public void close() {
        // Every opened tensor has a stream of its own.
    }
}
