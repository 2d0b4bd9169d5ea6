package org.gne.io;

import com.github.luben.zstd.ZstdInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.HexFormat;
import java.util.zip.ZipException;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.XZInputStream;

/** Unpacks a stream. Its name is added to messages about damage. */
final class PackedStream extends InputStream {

    /** The number of bytes at the start of a stream that show how it is packed. */
    static final int MAGIC = 6;

    /** The largest memory that an xz stream may ask for, in KiB. */
    private static final int XZ_MEMORY = 1 << 18;

    private final String name;
    private final String kind;
    private final InputStream in;

    private PackedStream(String name, String kind, InputStream in) {
        this.name = name;
        this.kind = kind;
        this.in = in;
    }

    /** How a stream is packed, null if it is not. */
    static @Nullable String kind(byte[] start) {
        String hex = HexFormat.of().formatHex(start);
        return hex.startsWith("1f8b")
                ? "gzip"
                : hex.startsWith("28b52ffd")
                        ? "zstd"
                        : hex.startsWith("425a68") ? "bzip2" : hex.startsWith("fd377a585a00") ? "xz" : null;
    }

    /**
     * Opens a packed stream.
     *
     * @param kind what {@link #kind} found
     * @throws InputException if its header is damaged
     */
    static InputStream open(String name, String kind, InputStream packed) throws IOException {
        try {
            InputStream in = switch (kind) {
                case "gzip" -> new GunzipStream(packed);
                case "zstd" -> new ZstdInputStream(packed);
                case "bzip2" -> new BZip2CompressorInputStream(packed, true);
                default -> new XZInputStream(packed, XZ_MEMORY);
            };
            return new PackedStream(name, kind, in);
        } catch (IOException e) {
            packed.close();
            throw damaged(name, kind, e);
        }
    }

    private static InputException damaged(String name, String kind, IOException e) {
        boolean early =
                e instanceof EOFException || String.valueOf(e.getMessage()).contains("Truncated");
        return early
                ? new InputException(name + ": the " + kind + " data ends early, expected it to go on", e)
                : new InputException(name + ": damaged " + kind + " data " + e.getMessage(), e);
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
        } catch (ZipException | EOFException e) {
            throw damaged(name, kind, e);
        } catch (IOException | RuntimeException e) {
            if (kind.equals("gzip")) {
                throw e;
            }
            // The other libraries have no type of their own for damage.
            throw damaged(name, kind, e instanceof IOException io ? io : new IOException(e.toString(), e));
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
