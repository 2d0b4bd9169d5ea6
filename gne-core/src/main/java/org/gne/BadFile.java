package org.gne;

import java.io.IOException;
import java.nio.file.Path;

/** What is said of a file whose content is wrong: one line of bounded length, though it quotes what may be anything. */
final class BadFile {

    private static final int BEGINNING = 400;
    private static final int END = 200;

    private BadFile() {}

    /**
     * The exception that tells of it.
     *
     * @param what the file is said to be no, {@code "model"}
     * @param e its message says what was found and expected
     */
    static IOException of(Path file, String what, IllegalArgumentException e) {
        return new IOException(file + ": no " + what + ": " + oneLine(String.valueOf(e.getMessage())), e);
    }

    private static String oneLine(String message) {
        String line = message.replaceAll("[\\p{Cntrl}\u2028\u2029]+", " ");
        int length = line.length();
        return length <= BEGINNING + END ? line : line.substring(0, BEGINNING) + " ... " + line.substring(length - END);
    }
}
