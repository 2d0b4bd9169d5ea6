package org.gne.explorer;

import org.jspecify.annotations.Nullable;

/** What a server answers with. */
interface Site {

    /** What is at a path, or null where there is nothing. */
    @Nullable Payload get(String path);

    /** Does what is asked for, or returns false where there is nothing of that name to do. */
    default boolean post(String path) {
        return false;
    }

    /** Whether a request that changes something knows what only this site's own page was told. */
    default boolean trusts(@Nullable String token) {
        return false;
    }
}
