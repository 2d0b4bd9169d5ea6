package org.gne.io;

/** Thrown if an input is wrong. The message is one line, written for the user who gave the input. */
public final class InputException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /**
     * Creates an exception.
     *
     * @param message names the file, the position in it, what was found and what was expected; line ends are replaced
     */
    public InputException(String message) {
        super(oneLine(message));
    }

    /**
     * Creates an exception with a cause.
     *
     * @param message names the file, the position in it, what was found and what was expected
     * @param cause the exception that was thrown
     */
    public InputException(String message, Throwable cause) {
        super(oneLine(message), cause);
    }

    private static String oneLine(String message) {
        // Names of files may contain anything, even line ends.
        return message.replaceAll("[\\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+", " ");
    }
}
