package org.gne.explorer;

import org.jspecify.annotations.Nullable;

/** The answers of a server. */
interface Site {

    /** The payload at a path, or null if the path does not exist. */
    @Nullable Payload get(String path);

    /** Does what the path asks for, or returns false if the path does not exist. */
    default boolean post(String path) {
        return false;
    }

    /** Whether the token is the one that this site gave to its own page. */
    default boolean trusts(@Nullable String token) {
        return false;
    }
}
