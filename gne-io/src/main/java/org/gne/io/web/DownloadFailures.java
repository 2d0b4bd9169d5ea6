package org.gne.io.web;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.FileSystemException;
import java.util.Locale;
import java.util.Map;
import javax.net.ssl.SSLException;
import org.gne.io.InputException;

/** One line for every way in which a download fails. */
final class DownloadFailures {

    private static final Map<Integer, String> MEANINGS = Map.of(
            401, "a password is needed",
            403, "not allowed",
            404, "no such file",
            410, "the file is gone",
            429, "too many requests",
            500, "an error of the server",
            503, "the server is busy or closed");

    private DownloadFailures() {}

    /** The failure of an answer that is no file. */
    static InputException ofStatus(String name, int status) {
        if (status >= 300 && status < 400) {
            return new InputException(name + ": the server redirects too often or to an address without encryption,"
                    + " expected a file: use the address where the file is");
        }
        String meaning = MEANINGS.get(status);
        return new InputException(name + ": the server answers " + status
                + (meaning == null ? "" : " (" + meaning + ")") + ", expected a file (200)");
    }

    /**
     * The failure of a connection.
     *
     * @param received the number of bytes that came before
     */
    static InputException of(String name, URI address, Throwable cause, long received) {
        if (cause instanceof InputException known) {
            return known;
        }
        return new InputException(name + ": " + reason(address, cause, received), cause);
    }

    private static String reason(URI address, Throwable cause, long received) {
        for (Throwable e = cause; e != null; e = e.getCause()) {
            if (e instanceof UnresolvedAddressException || e instanceof UnknownHostException) {
                return "the host " + address.getHost() + " is not known, expected another name or a connection";
            }
        }
        if (cause instanceof SSLException) {
            return "no trusted encrypted connection to " + address.getHost() + ": " + cause.getMessage();
        }
        if (cause instanceof HttpTimeoutException) {
            return "no connection to " + address.getHost() + " in time";
        }
        if (cause instanceof ConnectException) {
            return "no connection to " + address.getRawAuthority() + ", expected a web server there";
        }
        if (cause instanceof FileSystemException || isDisk(cause)) {
            return "cannot be stored: " + cause.getMessage();
        }
        String after = received == 0 ? "" : " after " + String.format(Locale.ROOT, "%,d bytes", received);
        return "the download failed" + after + ": "
                + (cause.getMessage() == null ? cause.toString() : cause.getMessage()) + "; try again";
    }

    private static boolean isDisk(Throwable cause) {
        return cause instanceof IOException
                && String.valueOf(cause.getMessage()).contains("space left");
    }
}
