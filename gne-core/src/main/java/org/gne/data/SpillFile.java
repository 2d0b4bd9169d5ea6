package org.gne.data;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A temporary file to which rows are written, one block after another, and which is then mapped into memory. It does not
 * outlive the process: it is deleted when it is opened, if the system allows that, else when the process ends.
 */
final class SpillFile implements AutoCloseable {

    private final StorageOptions options;
    private final FileChannel channel;

    /**
     * Creates the file.
     *
     * @throws IOException if its folder is missing or cannot be written
     */
    SpillFile(StorageOptions options) throws IOException {
        this.options = options;
        channel = open(options.existingDirectory());
    }

    private static FileChannel open(Path directory) throws IOException {
        Path file;
        do {
            file = directory.resolve(
                    "gne-" + Long.toHexString(ThreadLocalRandom.current().nextLong()) + ".rows");
        } while (Files.exists(file));
        return FileChannel.open(
                file,
                StandardOpenOption.CREATE_NEW,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                StandardOpenOption.DELETE_ON_CLOSE);
    }

    /**
     * Appends what remains in a block.
     *
     * @throws IOException if it cannot be written
     */
    void write(ByteBuffer block) throws IOException {
        try {
            while (block.hasRemaining()) {
                channel.write(block);
            }
        } catch (IOException e) {
            throw new IOException(
                    options.directory() + ": the rows cannot be stored there: " + e.getMessage()
                            + ", expected room for them, or another folder (--scratch)",
                    e);
        }
    }

    /**
     * Maps a part of the file. The mapping stays valid after the file is closed.
     *
     * @throws IOException if it cannot be mapped
     */
    ByteBuffer map(long from, long bytes) throws IOException {
        return channel.map(FileChannel.MapMode.READ_ONLY, from, bytes).order(ByteOrder.nativeOrder());
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
