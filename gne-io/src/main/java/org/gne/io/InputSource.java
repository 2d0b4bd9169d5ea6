package org.gne.io;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** The data that a user named: the text, and the file or folder with that name, if there is one. */
public final class InputSource {

    private static final int START = 16;

    private final String text;
    private final @Nullable Path path;
    private byte @Nullable [] start;

    private InputSource(String text, @Nullable Path path) {
        this.text = text;
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
            return new InputSource(text, null);
        }
        if (!Files.isRegularFile(path) && !Files.isDirectory(path)) {
            throw new InputException(text + ": is a device or a pipe, expected a file");
        }
        return new InputSource(text, path);
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
     * Whether it is a file whose name has one of the endings, or one of them and {@code .gz}; upper or lower case does
     * not matter.
     */
    public boolean isFileEndingIn(List<String> endings) {
        String name = text.toLowerCase(Locale.ROOT);
        return isFile() && endings.stream().anyMatch(ending -> name.endsWith(ending) || name.endsWith(ending + ".gz"));
    }

    /** The first bytes of the file, unpacked if it is gzip: at most 16, none for a folder. */
    public byte[] start() {
        if (start == null) {
            start = isFile() ? readStart() : new byte[0];
        }
        return start.clone();
    }

    private byte[] readStart() {
        try (InputStream in = open()) {
            return in.readNBytes(START);
        } catch (IOException | InputException e) {
            // The reader of the file reports what is wrong with it.
            return new byte[0];
        }
    }

    /**
     * The bytes of the file, unpacked if it is gzip. Damaged gzip data throws an {@link InputException} when it is
     * reached.
     *
     * @throws IOException if it cannot be opened
     */
    public InputStream open() throws IOException {
        return unpacked(text, Files.newInputStream(path()));
    }

    /** A stream, unpacked if it is gzip. */
    public static InputStream unpacked(String name, InputStream stream) throws IOException {
        byte[] magic = stream.readNBytes(2);
        InputStream whole = new SequenceInputStream(new ByteArrayInputStream(magic), stream);
        if (magic.length < 2 || magic[0] != 0x1f || magic[1] != (byte) 0x8b) {
            return whole;
        }
        return named(name, whole);
    }

    private static InputStream named(String name, InputStream packed) throws IOException {
        try {
            return new NamedGunzip(name, new GunzipStream(packed));
        } catch (EOFException | ZipException e) {
            packed.close();
            throw damaged(name, e);
        }
    }

    private static InputException damaged(String name, IOException e) {
        return e instanceof EOFException
                ? new InputException(name + ": the gzip data ends early, expected it to go on", e)
                : new InputException(name + ": damaged gzip data " + e.getMessage(), e);
    }

    /** Adds the name of the file to messages about damage. */
    private static final class NamedGunzip extends InputStream {
        private final String name;
        private final InputStream in;

        NamedGunzip(String name, InputStream in) {
            this.name = name;
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] out, int offset, int length) throws IOException {
            try {
                return in.read(out, offset, length);
            } catch (EOFException | ZipException e) {
                throw damaged(name, e);
            }
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
