package org.gne.cli.compare;

import java.util.Map;
import org.gne.cli.output.ResultFolder;

/** Some methods of a comparison failed; what the others left is written. */
public final class MethodsFailedException extends RuntimeException {

    /**
     * @param failures why, by the methods' names
     * @param all methods in all
     */
    public MethodsFailedException(Map<String, String> failures, int all, ResultFolder folder) {
        super(failures.size() + " of " + all + " methods failed; the others are in " + folder.path() + "; "
                + String.join(
                        "; ",
                        failures.entrySet().stream()
                                .map(failure -> failure.getKey() + ": " + failure.getValue())
                                .toList()));
    }
}
