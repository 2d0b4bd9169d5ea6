package org.gne.io;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.ZipException;

/**
 * The content of one file in a zip, compared with its checksum, which {@link java.util.zip.ZipFile} does not do.
 *
 * @hidden internal
 */
public final class ZipPart extends FilterInputStream {

    private final String place;
    private final long expected;
    private final CRC32 crc = new CRC32();

    /**
     * Creates a stream.
     *
     * @param place the zip and the name of the file, for messages
     * @param in the content
     * @param expected the checksum (CRC-32)
     */
    public ZipPart(String place, InputStream in, long expected) {
        super(in);
        this.place = place;
        this.expected = expected;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] out, int offset, int length) throws IOException {
        try {
            int n = in.read(out, offset, length);
            if (n > 0) {
                crc.update(out, offset, n);
            } else if (n < 0 && crc.getValue() != expected) {
                throw new InputException(place + ": damaged zip data: the checksum does not match");
            }
            return n;
        } catch (ZipException | EOFException e) {
            throw damaged(place, e);
        }
    }

    /** An exception for a zip that cannot be unpacked. */
    public static InputException damaged(String place, IOException e) {
        return new InputException(
                place + ": damaged zip data" + (e.getMessage() == null ? "" : ": " + e.getMessage()), e);
    }
}
