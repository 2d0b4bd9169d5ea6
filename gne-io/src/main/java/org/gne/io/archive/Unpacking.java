package org.gne.io.archive;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.zip.ZipException;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.gne.io.InputException;
import org.gne.io.InputSource;
import org.gne.io.ReadOptions;
import org.gne.io.ZipPart;

/** Unpacks archives. Links and devices in them are left out. */
final class Unpacking {

    private static final int RECORD = 512;

    private Unpacking() {}

    /** Whether a file begins like a zip. */
    static boolean isZip(InputSource source) {
        return new String(source.start(), StandardCharsets.ISO_8859_1).startsWith("PK\3\4");
    }

    /** Whether a file begins like a tar, maybe in a packed file. */
    static boolean isTar(InputSource source) {
        byte[] start = source.start(RECORD);
        return start.length == RECORD && new String(start, 257, 5, StandardCharsets.ISO_8859_1).equals("ustar");
    }

    /**
     * Unpacks an archive.
     *
     * @return the files, at least one
     * @throws InputException if it is damaged, encrypted or too large, or a name leads out of it
     */
    static UnpackedFolder unpack(InputSource source, ReadOptions options) throws IOException {
        UnpackedFolder folder = UnpackedFolder.create(source, options);
        try {
            if (isZip(source)) {
                zip(source, folder);
            } else {
                tar(source, folder);
            }
            if (folder.files().isEmpty()) {
                throw new InputException(source.text() + ": is an archive without files, expected images or a table");
            }
            return folder;
        } catch (InputException e) {
            folder.close();
            throw e;
        } catch (IOException | RuntimeException e) {
            folder.close();
            // For damaged bytes, the library throws all kinds of exceptions.
            throw new InputException(source.text() + ": is a damaged archive: " + e.getMessage(), e);
        }
    }

    private static void zip(InputSource source, UnpackedFolder folder) throws IOException {
        try (ZipFile zip = ZipFile.builder().setPath(source.path()).get()) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                String name = entry.getName();
                if (entry.isDirectory() || entry.isUnixSymlink() || UnpackedFolder.isHidden(name)) {
                    continue;
                }
                String place = source.text() + ", '" + name + "'";
                if (!zip.canReadEntryData(entry)) {
                    throw new InputException(place
                            + ": is encrypted, or packed in an unusual way, expected a plain zip (unpack it first)");
                }
                try (InputStream in = new ZipPart(place, zip.getInputStream(entry), entry.getCrc())) {
                    folder.add(name, in);
                } catch (ZipException e) {
                    throw ZipPart.damaged(place, e);
                }
            }
        }
    }

    private static void tar(InputSource source, UnpackedFolder folder) throws IOException {
        try (Tail tail = new Tail(new BufferedInputStream(source.open(), 1 << 16));
                TarArchiveInputStream tar = new TarArchiveInputStream(tail)) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                boolean file = entry.isFile() && !entry.isSymbolicLink() && !entry.isLink();
                if (file && !UnpackedFolder.isHidden(entry.getName())) {
                    folder.add(entry.getName(), tar);
                }
            }
            if (tail.zeros < RECORD) {
                throw new InputException(source.text() + ": the archive ends early, expected more files or its end");
            }
        }
    }

    /** Counts the zeros at the end of what was read: a tar ends with records of zeros. */
    private static final class Tail extends FilterInputStream {
        private long zeros;

        Tail(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            zeros = value == 0 ? zeros + 1 : value < 0 ? zeros : 0;
            return value;
        }

        @Override
        public int read(byte[] out, int offset, int length) throws IOException {
            int n = super.read(out, offset, length);
            for (int i = 0; i < n; i++) {
                zeros = out[offset + i] == 0 ? zeros + 1 : 0;
            }
            return n;
        }

        @Override
        public long skip(long bytes) throws IOException {
            zeros = 0;
            return super.skip(bytes);
        }
    }
}
