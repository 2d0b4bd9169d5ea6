package org.gne.explorer;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Base64;
import java.util.zip.GZIPOutputStream;
import org.gne.data.AtomicFile;
import org.jspecify.annotations.Nullable;

/** The page and all of its data as one file that opens from disk and asks nobody for anything. */
public final class HtmlExport {

    /** Rows of more bytes are left out: browsers hold the text of a page in memory, and mail has its limits. */
    static final long MOST_ROW_BYTES = 64L << 20;

    private HtmlExport() {}

    /**
     * Writes the file, whole or not at all.
     *
     * @return what was left out, for a person to know, or null
     * @throws IOException if it cannot be written
     */
    public static @Nullable String write(Path file, MapContent content) throws IOException {
        return write(file, content, MOST_ROW_BYTES);
    }

    static @Nullable String write(Path file, MapContent content, long mostRowBytes) throws IOException {
        Payloads blocks = Payloads.of(content);
        RowBytes rows = blocks.rows();
        boolean withRows = rows != null && rows.length() <= mostRowBytes;
        String note = rows == null
                ? "The rows themselves were not given; what is shown of a row is how the map draws it."
                : withRows
                        ? null
                        : "The rows are left out of this file, being " + (rows.length() >> 20) + " MB, more than "
                                + (mostRowBytes >> 20) + "; gne explore shows them.";
        String description = Description.of(content, blocks.names(withRows), "embedded", note);
        Page page = Page.bundled();
        AtomicFile.write(
                file,
                out -> page.write(out, content.title(), description, "'none'", data -> {
                    for (Payload block : blocks.always()) {
                        embed(data, block);
                    }
                    if (rows != null && withRows) {
                        int n = content.rows();
                        embed(data, new Payload(Payloads.ROWS, rows.length(), to -> rows.write(to, 0, n)));
                    }
                }));
        return rows != null && !withRows ? note : null;
    }

    /** A block as gzip in base 64. */
    private static void embed(OutputStream out, Payload block) throws IOException {
        Page.text(out, "<script id=\"block-" + block.name() + "\" type=\"text/plain\">");
        try (OutputStream packed = new GZIPOutputStream(Base64.getEncoder().wrap(new Unclosed(out)), 1 << 16)) {
            block.content().writeTo(packed);
        }
        Page.text(out, "</script>\n");
    }

    /** Keeps the file open when a block in it ends. */
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
            // The file has more to come.
        }
    }
}
