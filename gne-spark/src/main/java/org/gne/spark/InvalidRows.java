package org.gne.spark;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What happens to a row with a value that cannot be used. */
enum InvalidRows {
    /** The work fails with a message that names the row. */
    ERROR,
    /** The row is left out. */
    SKIP,
    /** What cannot be used in the row is a missing value. */
    KEEP;

    /**
     * Finds one by its name.
     *
     * @throws IllegalArgumentException if there is none of that name
     */
    static InvalidRows of(String name) {
        for (InvalidRows each : values()) {
            if (each.toString().equals(name)) {
                return each;
            }
        }
        throw new IllegalArgumentException("handleInvalid: found " + name + ", expected one of "
                + Arrays.stream(values()).map(InvalidRows::toString).collect(Collectors.joining(", ")));
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
