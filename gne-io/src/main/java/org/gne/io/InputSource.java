package org.gne.io;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The data that a user named: the text, and the file or folder with that name, if there is one. */
public final class InputSource {

    private static final int START = 16;

    private final String text;
    /** The name whose ending says what is in the file. */
    private final String fileName;

    private final @Nullable Path path;
    private byte @Nullable [] start;

    private InputSource(String text, String fileName, @Nullable Path path) {
        this.text = text;
        this.fileName = fileName;
        this.path = path;
    }

    /**
     * Finds what an input names.
     *
     * @throws InputException if it names a device or a pipe, because opening one could block forever
     */
    public static InputSource of(String text) {
        Path path = path(text);
        if (path == null || !Files.exists(path)) {
            return new InputSource(text, text, null);
        }
        if (!Files.isRegularFile(path) && !Files.isDirectory(path)) {
            throw new InputException(text + ": is a device or a pipe, expected a file");
        }
        return new InputSource(text, text, path);
    }

    /**
     * A file that holds a copy of an input.
     *
     * @param text the name of the input, for messages
     * @param fileName the name whose ending says what is in the file, empty if there is none
     * @param copy the file
     */
    public static InputSource copied(String text, String fileName, Path copy) {
        return new InputSource(text, fileName, copy);
    }

    private static @Nullable Path path(String text) {
        try {
            return text.isEmpty() ? null : Path.of(text);
        } catch (InvalidPathException e) {
            return null;
        }
    }

    /** The text, with which messages begin. */
    public String text() {
        return text;
    }

    /** Whether it is a folder. */
    public boolean isFolder() {
        return path != null && Files.isDirectory(path);
    }

    /** Whether it is a file. */
    public boolean isFile() {
        return path != null && !isFolder();
    }

    /**
     * The file or folder.
     *
     * @throws InputException if there is none
     */
    public Path path() {
        if (path == null) {
            throw new InputException(text + ": there is no such file");
        }
        return path;
    }

    /**
     * This source, if it exists.
     *
     * @throws InputException if there is no such file or folder
     */
    InputSource existing() {
        path();
        return this;
    }

    /**
     * Whether it is a file whose name has one of the endings, maybe with {@code .gz}, {@code .zst}, {@code .bz2} or {@code
     * .xz} after it; upper or lower case does not matter.
     */
    public boolean isFileEndingIn(List<String> endings) {
        String name = unpackedName();
        return isFile() && endings.stream().anyMatch(name::endsWith);
    }

    /** The name in lower case, without the ending of a packed file. */
    public String unpackedName() {
        return fileName.toLowerCase(Locale.ROOT).replaceAll("\\.(gz|zst|bz2|xz)$", "");
    }

    /** The first bytes of the file, unpacked if it is packed: at most 16, none for a folder. */
    public byte[] start() {
        if (start == null) {
            start = isFile() ? readStart(START) : new byte[0];
        }
        return start.clone();
    }

    /** The first bytes of the file, as {@link #start}, at most a given number. */
    public byte[] start(int most) {
        return isFile() ? readStart(most) : new byte[0];
    }

    private byte[] readStart(int most) {
        try (InputStream in = open()) {
            return in.readNBytes(most);
        } catch (IOException | InputException e) {
            // The reader of the file reports what is wrong with it.
            return new byte[0];
        }
    }

    /**
     * The bytes of the file, unpacked if it is gzip, zstd, bzip2 or xz. Damaged data throws an {@link InputException} when it
     * is reached.
     *
     * @throws IOException if it cannot be opened
     */
    public InputStream open() throws IOException {
        return unpacked(text, Files.newInputStream(path()));
    }

    /** A stream, unpacked if it is gzip, zstd, bzip2 or xz. */
    public static InputStream unpacked(String name, InputStream stream) throws IOException {
        byte[] magic = stream.readNBytes(PackedStream.MAGIC);
        InputStream whole = new SequenceInputStream(new ByteArrayInputStream(magic), stream);
        String kind = PackedStream.kind(magic);
        return kind == null ? whole : PackedStream.open(name, kind, whole);
    }

    /** How the file is packed: gzip, zstd, bzip2 or xz; null if it is not, or no file. */
    public @Nullable String packing() throws IOException {
        if (!isFile()) {
            return null;
        }
        try (InputStream in = Files.newInputStream(path())) {
            return PackedStream.kind(in.readNBytes(PackedStream.MAGIC));
        }
    }
}
