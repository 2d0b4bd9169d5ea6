package org.gne.io.web;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.gne.data.Dataset;
import org.gne.io.InputException;
import org.gne.io.InputFormat;
import org.gne.io.InputSource;
import org.gne.io.Inputs;
import org.gne.io.ReadOptions;
import org.gne.io.Table;
import org.gne.io.TemporaryTable;
import org.gne.io.text.TextEncoding;
import org.jspecify.annotations.Nullable;

/**
 * A file of a web server: {@code https://host/file.csv}. It is downloaded to a temporary file, which does not outlive the reading. What
 * is in it decides how it is read; the ending of its name decides only between formats of text.
 *
 * @hidden internal
 */
public final class UrlFormat implements InputFormat {

    private static final int LOOKED_AT = 4096;

    @Override
    public String description() {
        return "address of a file (https://...)";
    }

    @Override
    public boolean claims(InputSource source) {
        return !source.isFile() && !source.isFolder() && source.text().matches("(?is)https?://.*");
    }

    @Override
    public Dataset read(InputSource source, ReadOptions options) throws IOException {
        try (DownloadedFile file = Download.of(address(source.text()), options)) {
            InputSource copy = copy(file);
            return format(copy, file).read(copy, options);
        }
    }

    @Override
    public @Nullable Table table(InputSource source, ReadOptions options) throws IOException {
        DownloadedFile file = Download.of(address(source.text()), options);
        try {
            InputSource copy = copy(file);
            Table table = format(copy, file).table(copy, options);
            if (table != null) {
                return new TemporaryTable(table.name(), table.notes(), table, file);
            }
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
        file.close();
        return null;
    }

    private static InputSource copy(DownloadedFile file) {
        return InputSource.copied(file.name(), file.fileName(), file.path());
    }

    private static InputFormat format(InputSource copy, DownloadedFile file) {
        byte[] start = copy.start(LOOKED_AT);
        if (start.length == 0) {
            throw new InputException(file.name() + ": found an empty file, expected data");
        }
        if (isPage(start)) {
            throw new InputException(file.name()
                    + ": found a web page (HTML), expected the address of the file itself, often a link called Raw or"
                    + " Download");
        }
        InputFormat found =
                TextEncoding.isText(start) ? null : Inputs.known(InputSource.copied(file.name(), "", file.path()));
        return found != null ? found : Inputs.format(copy);
    }

    private static boolean isPage(byte[] start) {
        String text = new String(start, StandardCharsets.ISO_8859_1)
                .replace("\u00ef\u00bb\u00bf", "")
                .strip()
                .toLowerCase(Locale.ROOT);
        return text.startsWith("<!doctype html") || text.startsWith("<html");
    }

    private static URI address(String text) {
        try {
            URI address = new URI(text);
            if (address.getHost() == null) {
                throw new InputException(text + ": found no host name, expected https://host/file");
            }
            if (address.getUserInfo() != null) {
                throw new InputException("https://" + address.getHost()
                        + ": found a user name in the address, which is not supported: download the file first");
            }
            return address;
        } catch (URISyntaxException e) {
            throw new InputException(
                    text + ": character " + (e.getIndex() + 1) + ": " + e.getReason()
                            + ", expected an address like https://host/file (a space is written %20)",
                    e);
        }
    }
}
