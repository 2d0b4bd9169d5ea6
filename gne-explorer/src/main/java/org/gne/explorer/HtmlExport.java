package org.gne.explorer;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Base64;
import java.util.zip.GZIPOutputStream;
import org.gne.data.AtomicFile;
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
        return write(file, content, MOST_ROW_BYTES);
    }

    static @Nullable String write(Path file, MapContent content, long mostRowBytes) throws IOException {
        Payloads payloads = Payloads.of(content);
        RowBytes rows = payloads.rows();
        boolean withRows = rows != null && rows.length() <= mostRowBytes;
        String note = rows == null
                ? "The data was not given, so rows are shown as the decoder reconstructs them."
                : withRows
                        ? null
                        : "The rows are left out of this file: they have " + (rows.length() >> 20) + " MB, more than "
                                + (mostRowBytes >> 20) + ". gne explore shows them.";
        String description = Description.of(content, payloads.names(withRows), "embedded", note, false);
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
