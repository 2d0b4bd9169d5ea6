package org.gne;

import java.io.IOException;
import java.nio.file.Path;

/** Messages about files with wrong content: one line of limited length, even if it quotes the file. */
final class BadFile {

    private static final int BEGINNING = 400;
    private static final int END = 200;

    private BadFile() {}

    /**
     * Creates the exception.
     *
     * @param what what the file is not, like {@code "model"}
     * @param e an exception whose message says what was found and expected
     */
    static IOException of(Path file, String what, IllegalArgumentException e) {
        return new IOException(file + ": is not a " + what + ": " + oneLine(String.valueOf(e.getMessage())), e);
    }

    private static String oneLine(String message) {
        String line = message.replaceAll("[\\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+", " ");
        int length = line.length();
        return length <= BEGINNING + END ? line : line.substring(0, BEGINNING) + " ... " + line.substring(length - END);
    }
}
