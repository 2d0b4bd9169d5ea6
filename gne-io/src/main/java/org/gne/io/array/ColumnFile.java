package org.gne.io.array;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.gne.data.StorageOptions;

/**
 * The elements of an array in a temporary file, which can be read at any position; the file is deleted when it is
 * closed.
 */
final class ColumnFile implements Closeable {

    private static final int BLOCK = 1 << 20;

    private final FileChannel channel;

    private ColumnFile(FileChannel channel) {
        this.channel = channel;
    }

    static ColumnFile copy(StoredArray array, StorageOptions storage) throws IOException {
        Path path = Files.createTempFile(storage.existingDirectory(), "gne-", ".array");
        FileChannel channel = FileChannel.open(
                path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        try {
            ByteBuffer block = ByteBuffer.allocate(BLOCK);
            for (long left = array.bytes(); left > 0; left -= block.limit()) {
                int count = (int) Math.min(left, BLOCK);
                array.fill(block, count);
                block.position(0).limit(count);
                while (block.hasRemaining()) {
                    channel.write(block);
                }
                block.limit(count);
            }
            array.requireEnd();
            return new ColumnFile(channel);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /** Fills the rest of a buffer. */
    void read(ByteBuffer buffer, long from) throws IOException {
        long at = from;
        while (buffer.hasRemaining()) {
            int n = channel.read(buffer, at);
            if (n < 0) {
                throw new EOFException("the temporary file of an array is too short");
            }
            at += n;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
