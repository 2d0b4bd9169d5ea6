package org.gne.io.array;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.gne.io.InputException;
import org.gne.io.InputSource;
import org.gne.io.ZipPart;

/** A zip of {@code .npy} files. Only the requested array is unpacked, as a stream. */
final class NpzFile implements ArrayFile {

    private static final String ENDING = ".npy";

    private final String name;
    private final ZipFile zip;
    private final List<String> names;

    private NpzFile(String name, ZipFile zip, List<String> names) {
        this.name = name;
        this.zip = zip;
        this.names = names;
    }

    static NpzFile open(InputSource source) throws IOException {
        ZipFile zip;
        try {
            zip = new ZipFile(source.path().toFile(), StandardCharsets.UTF_8);
        } catch (ZipException | IllegalArgumentException e) {
            throw noZip(source, e);
        }
        try {
            List<String> names = names(zip);
            if (names.isEmpty()) {
                throw new InputException(source.text() + ": found " + zip.size()
                        + " files in the zip, expected one that ends in " + ENDING);
            }
            return new NpzFile(source.text(), zip, names);
        } catch (IllegalArgumentException e) {
            // A name or comment that is not text is found only here.
            zip.close();
            throw noZip(source, e);
        } catch (InputException e) {
            zip.close();
            throw e;
        }
    }

    private static InputException noZip(InputSource source, Exception e) {
        return new InputException(source.text() + ": is not a .npz file, which must be a zip: " + e.getMessage(), e);
    }

    private static List<String> names(ZipFile zip) {
        return zip.stream()
                .map(ZipEntry::getName)
                .filter(entry -> entry.endsWith(ENDING))
                .map(entry -> entry.substring(0, entry.length() - ENDING.length()))
                .distinct()
                .toList();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<String> names() {
        return names;
    }

    @Override
    public StoredArray open(String array) throws IOException {
        String place = name + ", array '" + array + "'";
        ZipEntry entry = zip.getEntry(array + ENDING);
        InputStream packed = null;
        try {
            packed = zip.getInputStream(entry);
            if (packed == null || entry.isDirectory()) {
                throw new InputException(place + ": is not in the zip, expected a file");
            }
            return NpyHeader.read(place, new BufferedInputStream(new ZipPart(place, packed, entry.getCrc())));
        } catch (ZipException | EOFException e) {
            throw ZipPart.damaged(place, e);
        } catch (IOException | InputException e) {
            if (packed != null) {
                packed.close();
            }
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
