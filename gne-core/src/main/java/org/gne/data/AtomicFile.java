package org.gne.data;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * Writes files completely or not at all: a reader never sees a partly written file.
 *
 * @hidden internal
 */
public final class AtomicFile {

    /**
     * Writes the content of a file.
     *
     * @hidden internal
     */
    @FunctionalInterface
    public interface Content {
        /**
         * Writes all bytes of the file.
         *
         * @param out a buffered stream; it may be closed, but need not be
         */
        void writeTo(OutputStream out) throws IOException;
    }

    private AtomicFile() {}

    /**
     * Writes a temporary file beside {@code target}, forces it to disk and renames it. If anything fails, the temporary
     * file is deleted and an existing target stays as it was. A symbolic link to a file stays a link; its target is
     * replaced.
     *
     * @param target the file to create or replace; its directory must exist
     * @throws InterruptedIOException if the thread is interrupted
     * @throws IOException if the target is a directory, a device, a pipe or a socket, if its directory is missing, or if writing
     *     fails
     */
    public static void write(Path target, Content content) throws IOException {
        Path file = resolved(target);
        Path temporary = null;
        try {
            while (temporary == null) {
                Path candidate = sibling(file);
                // Not createTempFile: its file is readable by its owner only, also after the rename.
                try (FileChannel channel =
                        FileChannel.open(candidate, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                    temporary = candidate;
                    OutputStream out =
                            new BufferedOutputStream(new Unclosed(target, Channels.newOutputStream(channel)), 1 << 16);
                    content.writeTo(out);
                    out.flush();
                    channel.force(true);
                } catch (FileAlreadyExistsException e) {
                    if (temporary != null) {
                        throw e;
                    }
                }
            }
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (ClosedByInterruptException e) {
            deleteQuietly(temporary, e);
            InterruptedIOException interrupted = new InterruptedIOException(target
                    + ": not written, because the thread is interrupted; an earlier file is as it was."
                    + " Thread.interrupted() clears the interrupt");
            interrupted.initCause(e);
            throw interrupted;
        } catch (Throwable failure) {
            deleteQuietly(temporary, failure);
            throw failure;
        }
        forceDirectory(file);
    }

    /**
     * Deletes temporary files that killed processes left. No process may be writing the file.
     *
     * @param target a file as for {@link #write}; nothing happens if its directory does not exist
     */
    public static void deleteLeftovers(Path target) throws IOException {
        Path file = Files.exists(target) ? target.toRealPath() : target.toAbsolutePath();
        Path directory = file.getParent();
        if (directory == null || !Files.isDirectory(directory)) {
            return;
        }
        String prefix = "." + file.getFileName() + ".";
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, entry -> {
            String name = entry.getFileName().toString();
            return name.startsWith(prefix) && name.substring(prefix.length()).matches("[0-9a-f]{1,16}\\.tmp");
        })) {
            for (Path leftover : files) {
                Files.deleteIfExists(leftover);
            }
        }
    }

    private static Path resolved(Path target) throws IOException {
        Path directory = target.toAbsolutePath().getParent();
        if (directory == null || Files.isDirectory(target)) {
            throw new IOException(target + ": is a directory, expected the name of a file to write");
        }
        if (!Files.isDirectory(directory)) {
            throw new IOException(target + ": its directory is missing, expected " + directory + " to exist");
        }
        if (!Files.exists(target)) {
            return target.toAbsolutePath();
        }
        if (!Files.isRegularFile(target)) {
            throw new IOException(target + ": is a device, a pipe or a socket, expected a file that can be replaced");
        }
        return target.toRealPath();
    }

    private static Path sibling(Path file) {
        String unique = Long.toHexString(ThreadLocalRandom.current().nextLong());
        return file.resolveSibling("." + file.getFileName() + "." + unique + ".tmp");
    }

    private static void deleteQuietly(@Nullable Path file, Throwable failure) {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }

    /** Forces the new name to disk, on platforms that can open directories. */
    private static void forceDirectory(Path file) {
        try (FileChannel channel = FileChannel.open(file.resolveSibling(""), StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // The file is complete and in place; only its durability depends on the platform.
        }
    }

    /** Does not close the channel with the stream, because it must still be forced to disk. */
    private static final class Unclosed extends FilterOutputStream {
        private final Path target;

        Unclosed(Path target, OutputStream out) {
            super(out);
            this.target = target;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            try {
                out.write(bytes, offset, length);
            } catch (ClosedByInterruptException e) {
                throw e;
            } catch (IOException e) {
                // The system's message, such as "No space left on device", names no file.
                throw new IOException(target + ": cannot be written: " + e.getMessage(), e);
            }
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
