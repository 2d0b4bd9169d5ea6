package org.gne.cli.compare;

import java.util.Map;
import org.gne.cli.output.ResultFolder;

/** Some methods of a comparison failed; the results of the others are written. */
public final class MethodsFailedException extends RuntimeException {

    /**
     * @param failures the failures, by the names of the methods
     * @param all the number of all methods
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
