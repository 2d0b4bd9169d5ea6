package org.gne.io.archive;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.gne.io.InputException;
import org.gne.io.InputSource;
import org.gne.io.ReadOptions;

/**
 * A temporary folder with the files of an archive. It is deleted when it is closed, or when the program ends. Hidden files are left
 * out.
 */
final class UnpackedFolder implements Closeable {

    /** An archive that unpacks to more than this, and to many times its size, is taken for a trap. */
    private static final long LARGE = 1L << 30;

    private static final int MANY_TIMES = 200;

    private static final int MOST_FILES = 5_000_000;

    private final String name;
    private final Path folder;
    private final List<String> files = new ArrayList<>();
    private final Thread atEnd = new Thread(this::delete);
    private final long most;
    private final String bound;
    private long size;

    private UnpackedFolder(String name, Path folder, long packed) throws IOException {
        this.name = name;
        this.folder = folder;
        long free = Files.getFileStore(folder).getUsableSpace();
        long usual = Math.max(LARGE, MANY_TIMES * packed);
        most = Math.min(free, usual);
        bound = free < usual
                ? "at most the " + (free >> 20) + " MB that are free in " + folder.getParent()
                : "at most " + MANY_TIMES + " times the size of the archive (unpack it yourself if it is right)";
        Runtime.getRuntime().addShutdownHook(atEnd);
    }

    /** Makes an empty folder for the files of an archive. */
    static UnpackedFolder create(InputSource source, ReadOptions options) throws IOException {
        Path folder =
                Files.createTempDirectory(options.storage().directory(), "gne-").toRealPath();
        return new UnpackedFolder(source.text(), folder, Files.size(source.path()));
    }

    /** The folder. */
    Path path() {
        return folder;
    }

    /** The relative paths of the files, with {@code /} between names. */
    List<String> files() {
        return files;
    }

    /** Whether a file is left out because it is hidden, or because only macOS needs it. */
    static boolean isHidden(String entry) {
        return !leadsOut(entry)
                && Stream.of(entry.split("[/\\\\]"))
                        .anyMatch(part -> (part.startsWith(".") && !part.equals(".")) || part.equals("__MACOSX"));
    }

    private static boolean leadsOut(String entry) {
        String path = entry.replace('\\', '/');
        return path.startsWith("/")
                || path.matches("[A-Za-z]:.*")
                || path.indexOf('\0') >= 0
                || Stream.of(path.split("/")).anyMatch(".."::equals);
    }

    /**
     * Writes a file.
     *
     * @param entry its path in the archive
     * @throws InputException if the path leads out of the folder, the file is there already, or there is no room for it
     */
    void add(String entry, InputStream content) throws IOException {
        if (leadsOut(entry)) {
            throw new InputException(name + ": found the name '" + entry + "', expected names below the archive");
        }
        if (files.size() == MOST_FILES) {
            throw new InputException(name + ": found more than " + MOST_FILES + " files, expected fewer");
        }
        String relative = entry.replace('\\', '/').replaceAll("/+", "/").replaceAll("^(\\./)+", "");
        Path file = folder.resolve(relative);
        try {
            Files.createDirectories(file.getParent());
            try (OutputStream out =
                    Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                copy(content, out);
            }
        } catch (FileAlreadyExistsException e) {
            throw new InputException(name + ": found '" + entry + "' twice, expected different names", e);
        } catch (FileSystemException e) {
            throw new InputException(name + ": '" + entry + "' cannot be unpacked: " + e.getMessage(), e);
        }
        files.add(relative);
    }

    private void copy(InputStream content, OutputStream out) throws IOException {
        byte[] block = new byte[1 << 16];
        for (int n = content.read(block); n >= 0; n = content.read(block)) {
            size += n;
            if (size > most) {
                throw new InputException(name + ": unpacks to more than " + (most >> 20) + " MB, expected " + bound);
            }
            out.write(block, 0, n);
        }
    }

    /** Deletes one of the files. */
    void remove(String file) throws IOException {
        Files.delete(folder.resolve(file));
        files.remove(file);
    }

    /** A message with the name of the archive instead of that of the folder. */
    String named(String message) {
        return message.replace(folder.toString(), name);
    }

    @Override
    public void close() {
        delete();
        try {
            Runtime.getRuntime().removeShutdownHook(atEnd);
        } catch (IllegalStateException e) {
            // The program ends.
        }
    }

    private void delete() {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : (Iterable<Path>) all.sorted(Comparator.reverseOrder())::iterator) {
                Files.delete(each);
            }
        } catch (IOException | UncheckedIOException e) {
            // The system cleans its temporary folder.
        }
    }
}
