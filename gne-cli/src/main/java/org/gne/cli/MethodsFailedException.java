package org.gne.cli;

import java.util.Map;

/** Some methods of a comparison failed; what the others left is written. */
final class MethodsFailedException extends RuntimeException {

    /**
     * @param failures why, by the methods' names
     * @param all methods in all
     */
    MethodsFailedException(Map<String, String> failures, int all, ResultFolder folder) {
        super(failures.size() + " of " + all + " methods failed; the others are in " + folder.path() + "; "
                + String.join(
                        "; ",
                        failures.entrySet().stream()
                                .map(failure -> failure.getKey() + ": " + failure.getValue())
                                .toList()));
    }
}
