package org.gne.io;

/** An input that is not what it should be. The message is one line, meant for the person who gave the input. */
public final class InputException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /**
     * A wrong input.
     *
     * @param message names the file, the place in it, what was found and what was expected; made one line
     */
    public InputException(String message) {
        super(oneLine(message));
    }

    /**
     * A wrong input, as another exception told.
     *
     * @param message as above
     * @param cause what was thrown
     */
    public InputException(String message, Throwable cause) {
        super(oneLine(message), cause);
    }

    private static String oneLine(String message) {
        // Names of files may hold anything, line ends too.
        return message.replaceAll("[\\p{Cntrl}\u2028\u2029]+", " ");
    }
}
