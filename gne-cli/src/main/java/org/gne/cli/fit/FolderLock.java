package org.gne.cli.fit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import org.gne.io.InputException;
import org.gne.results.ResultFiles;
import org.jspecify.annotations.Nullable;

/**
 * Keeps other processes from writing to a folder. It is a lock of the operating system on a file in that folder. It ends
 * with its process, however that ends: a file that was left behind locks nothing.
 */
final class FolderLock implements AutoCloseable {

    /** The locked byte lies beyond the text, so that the text can be read on systems where locks apply to readers too. */
    private static final long LOCKED = Long.MAX_VALUE - 1;

    private final Path file;
    private final FileChannel channel;

    private FolderLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * @param folder an existing folder
     * @throws InputException if another process holds the lock
     */
    static FolderLock of(Path folder) throws IOException {
        Path file = folder.resolve(ResultFiles.LOCK);
        while (true) {
            FolderLock lock = attempt(folder, file);
            if (lock != null) {
                return lock;
            }
        }
    }

    /** The lock, or null if its last holder deleted the file while this process opened it. */
    private static @Nullable FolderLock attempt(Path folder, Path file) throws IOException {
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            Object opened = key(file);
            if (!lock(channel)) {
                throw new InputException("--out " + folder + ": " + holder(channel)
                        + " is writing to it, expected a folder that no other process uses");
            }
            if (opened == null || !Objects.equals(opened, key(file))) {
                channel.close();
                return null;
            }
            channel.truncate(0);
            String self = Long.toString(ProcessHandle.current().pid());
            channel.write(ByteBuffer.wrap(self.getBytes(StandardCharsets.US_ASCII)), 0);
            return new FolderLock(file, channel);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static boolean lock(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock(LOCKED, 1, false);
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    /** Identifies the file behind a name; empty on systems without such keys, which do not delete open files either. */
    private static @Nullable Object key(Path file) throws IOException {
        try {
            Object key = Files.readAttributes(file, BasicFileAttributes.class).fileKey();
            return key == null ? "" : key;
        } catch (NoSuchFileException e) {
            return null;
        }
    }

    private static String holder(FileChannel channel) throws IOException {
        ByteBuffer text = ByteBuffer.allocate(20);
        channel.read(text, 0);
        String pid = new String(text.array(), 0, text.position(), StandardCharsets.US_ASCII);
        return pid.isEmpty() ? "another process" : "process " + pid;
    }

    /** Deletes the file while it is locked, so that a file of another process is never deleted. */
    @Override
    public void close() throws IOException {
        try (channel) {
            Files.deleteIfExists(file);
        }
    }
}
