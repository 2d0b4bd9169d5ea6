package org.gne.explorer;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * A random text that nobody can guess.
 *
 * @param text 32 hexadecimal digits
 */
record Secret(String text) {

    static Secret random() {
        byte[] random = new byte[16];
        new SecureRandom().nextBytes(random);
        return new Secret(HexFormat.of().formatHex(random));
    }

    /** Whether a text is this one, in a time that does not depend on the text. */
    boolean is(@Nullable String given) {
        return given != null
                && MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "a secret";
    }
}
