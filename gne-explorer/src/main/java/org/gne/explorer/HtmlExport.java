package org.gne.explorer;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;
import org.gne.data.AtomicFile;
import org.gne.io.export.RowTags;
import org.jspecify.annotations.Nullable;

/** Writes the page and all its data as one HTML file. It opens from disk and makes no requests. */
public final class HtmlExport {

    /** Rows of more bytes are left out: browsers hold the text of a page in memory, and mail has size limits. */
    static final long MOST_ROW_BYTES = 64L << 20;

    private HtmlExport() {}

    /**
     * Writes the file. If writing fails, an existing file stays as it was.
     *
     * @return a sentence for the user about what was left out, or null
     * @throws IOException if it cannot be written
     */
    public static @Nullable String write(Path file, MapContent content) throws IOException {
        return write(file, content, RowTags.none(content.rows()));
    }

    /**
     * Writes the file with tags of the rows. If writing fails, an existing file stays as it was.
     *
     * @param tags what readers see before they tag rows themselves, which their browser keeps
     * @return a sentence for the user about what was left out, or null
     * @throws IOException if it cannot be written
     */
    public static @Nullable String write(Path file, MapContent content, RowTags tags) throws IOException {
        return write(file, content, tags, MOST_ROW_BYTES);
    }

    static @Nullable String write(Path file, MapContent content, RowTags tags, long mostRowBytes) throws IOException {
        Payloads payloads = Payloads.of(content).with(tags);
        RowBytes rows = payloads.rows();
        boolean withRows = rows != null && rows.length() <= mostRowBytes;
        String note = rows == null
                ? "The data was not given, so rows are shown as the decoder reconstructs them."
                : withRows
                        ? null
                        : "The rows are left out of this file: they have " + (rows.length() >> 20) + " MB, more than "
                                + (mostRowBytes >> 20) + ". gne explore shows them.";
        String description = Description.of(content, payloads.names(withRows), Abilities.ofFile(key(content)), note);
        Page page = Page.bundled();
        AtomicFile.write(
                file,
                out -> page.write(out, content.title(), description, "'none'", data -> {
                    for (Payload payload : payloads.always()) {
                        embed(data, payload);
                    }
                    if (rows != null && withRows) {
                        int n = content.rows();
                        embed(data, new Payload(Payloads.ROWS, rows.length(), to -> rows.write(to, 0, n)));
                    }
                }));
        return rows != null && !withRows ? note : null;
    }

    /** A hash of the map and its decoder: tags that a browser keeps belong to one map. */
    private static String key(MapContent content) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (OutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
                Payload.ofFloats("embedding", content.model().embedding().values())
                        .content()
                        .writeTo(out);
                Payload.ofFloats("decoder", content.model().decoder().parameters())
                        .content()
                        .writeTo(out);
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Writes a payload: gzip, then base 64. */
    private static void embed(OutputStream out, Payload payload) throws IOException {
        Page.text(out, "<script id=\"payload-" + payload.name() + "\" type=\"text/plain\">");
        try (OutputStream packed = new GZIPOutputStream(Base64.getEncoder().wrap(new Unclosed(out)), 1 << 16)) {
            payload.content().writeTo(packed);
        }
        Page.text(out, "</script>\n");
    }

    /** Does not close the file at the end of a payload. */
    private static final class Unclosed extends FilterOutputStream {
        Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() {
            // More follows in the file.
        }
    }
}
