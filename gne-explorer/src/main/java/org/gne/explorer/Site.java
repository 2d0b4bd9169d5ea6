package org.gne.explorer;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The answers of a server. */
interface Site {

    /** The payload at a path, or null if the path does not exist. */
    @Nullable Payload get(String path);

    /**
     * Does what the path asks for.
     *
     * @param body what was sent with the request
     * @return the answer, {@link Payload#NOTHING} if there is nothing to say, or null if the path does not exist
     * @throws IllegalArgumentException if the body is not one for this path
     * @throws IOException if it cannot be done
     */
    default @Nullable Payload post(String path, byte[] body) throws IOException {
        return null;
    }

    /** Whether the token is the one that this site gave to its own page. */
    default boolean trusts(@Nullable String token) {
        return false;
    }
}
