package org.gne.io;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/**
 * Unpacks gzip (RFC 1952), one member after another. Unlike {@link java.util.zip.GZIPInputStream} it rejects other
 * bytes after the last member, and its messages say where the damage is.
 */
final class GunzipStream extends InputStream {

    private static final int HEADER_CRC = 2;
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;

    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private final Inflater inflater = new Inflater(true);
    private final CRC32 crc = new CRC32();
    private int position;
    private int limit;
    /** The number of bytes read from {@code in} up to {@code limit}. */
    private long taken;

    private boolean ended;

    GunzipStream(InputStream in) throws IOException {
        this.in = in;
        header();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] out, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (!ended) {
            try {
                int n = inflater.inflate(out, offset, length);
                if (n > 0) {
                    crc.update(out, offset, n);
                    return n;
                }
            } catch (DataFormatException e) {
                throw damaged("compressed data: " + e.getMessage());
            }
            if (inflater.finished()) {
                position = limit - inflater.getRemaining();
                trailer();
                if (atEnd()) {
                    ended = true;
                } else {
                    header();
                }
            } else if (inflater.needsDictionary()) {
                throw damaged("compressed data asks for a dictionary");
            } else {
                position = limit;
                if (atEnd()) {
                    throw new EOFException();
                }
                inflater.setInput(buffer, position, limit - position);
            }
        }
        return -1;
    }

    private void header() throws IOException {
        if (next() != 0x1f || next() != 0x8b) {
            throw damaged("found other bytes, expected the end of the file or gzip (1f 8b)");
        }
        int method = next();
        if (method != 8) {
            throw damaged("gzip method " + method + ", expected 8");
        }
        int flags = next();
        // Skip time, kind of compression and system.
        skip(6);
        if ((flags & EXTRA) != 0) {
            skip(next() | next() << 8);
        }
        if ((flags & NAME) != 0) {
            skipText();
        }
        if ((flags & COMMENT) != 0) {
            skipText();
        }
        if ((flags & HEADER_CRC) != 0) {
            skip(2);
        }
        inflater.reset();
        crc.reset();
        inflater.setInput(buffer, position, limit - position);
    }

    private void trailer() throws IOException {
        long checksum = word();
        long length = word();
        if (checksum != crc.getValue() || length != (inflater.getBytesWritten() & 0xffffffffL)) {
            throw damaged("checksum or length do not match the data");
        }
    }

    private long word() throws IOException {
        return next() | next() << 8 | next() << 16 | (long) next() << 24;
    }

    private void skip(int bytes) throws IOException {
        for (int i = 0; i < bytes; i++) {
            next();
        }
    }

    private void skipText() throws IOException {
        while (next() != 0) {
            // Names and comments end with a zero byte.
        }
    }

    private int next() throws IOException {
        if (atEnd()) {
            throw new EOFException();
        }
        return buffer[position++] & 0xff;
    }

    private boolean atEnd() throws IOException {
        if (position == limit) {
            position = 0;
            limit = Math.max(0, in.read(buffer));
            taken += limit;
        }
        return limit == 0;
    }

    private ZipException damaged(String what) {
        int left = inflater.getRemaining() > 0 ? inflater.getRemaining() : limit - position;
        return new ZipException("near byte " + (taken - left) + " of the compressed file: " + what);
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        in.close();
    }
}
