package org.gne.explorer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * The page as one HTML text that contains its style and its program. The content security policy lets only this program
 * run, whatever text the data holds.
 *
 * @param style CSS, as built from {@code web}
 * @param program JavaScript, as built from {@code web}
 */
record Page(String style, String program) {

    /** The page that was built for this version. */
    static Page bundled() {
        return new Page(resource("explorer.css"), resource("explorer.js"));
    }

    /** Writes the elements with the data, if any; the page's program comes after them. */
    @FunctionalInterface
    interface Data {
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * The content security policy.
     *
     * @param connect where the page may load data from: {@code 'self'} or {@code 'none'}
     */
    String policy(String connect) {
        return "default-src 'none'; script-src " + hash(program) + "; style-src " + hash(style)
                + "; img-src data: blob:; worker-src blob:; connect-src " + connect
                + "; base-uri 'none'; form-action 'none'";
    }

    /**
     * Writes the page.
     *
     * @param description JSON, by {@link Description}
     */
    void write(OutputStream out, String title, String description, String connect, Data data) throws IOException {
        text(out, """
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta http-equiv="Content-Security-Policy" content="%s">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark">
                <link rel="icon" href="data:,">
                <title>%s</title>
                """.formatted(policy(connect), escaped(title)));
        text(out, "<style>" + style + "</style>\n</head>\n<body>\n<div id=\"app\"></div>\n");
        text(out, "<script id=\"description\" type=\"application/json\">" + inScript(description) + "</script>\n");
        data.writeTo(out);
        text(out, "<script>" + program + "</script>\n</body>\n</html>\n");
    }

    /** The page as a server sends it; it may load data from that server. */
    Payload payload(String title, String description) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            write(out, title, description, "'self'", data -> {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Payload.ofBytes(Payload.PAGE, out.toByteArray());
    }

    static void text(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Escapes JSON so that it cannot close the script element: in JSON a less-than sign occurs in strings only. */
    static String inScript(String json) {
        return json.replace("<", "\\u003c");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String hash(String inline) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(inline.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static String resource(String name) {
        try (InputStream in = Page.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the page was not built: there is no " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
