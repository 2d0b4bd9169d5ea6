package org.gne.io.text;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import org.jspecify.annotations.Nullable;
import org.mozilla.universalchardet.UniversalDetector;

/**
 * Guesses the encoding of a text that is not UTF-8. In Western European languages the letters beyond ASCII mostly stand alone, in
 * others they make words. Then Mozilla's detector, which compares the frequencies of letters, can tell which it is; with single
 * letters it often errs.
 */
final class EncodingGuess {

    private final UniversalDetector detector = new UniversalDetector();
    private boolean zero;
    /** The number of bytes beyond ASCII, and of those next to another one. */
    private long beyond;

    private long together;
    private boolean before;
    private boolean counted;
    /** Whether there are bytes that ISO-8859-1 has no characters for, and Windows-1252 does. */
    private boolean windows;
    /** Whether there are bytes that Windows-1252 has no characters for. */
    private boolean unknown;

    void add(byte[] bytes, int count) {
        for (int i = 0; i < count; i++) {
            int b = bytes[i] & 0xff;
            zero |= b == 0;
            boolean now = b >= 0x80;
            if (now) {
                beyond++;
                windows |= b < 0xa0;
                unknown |= b == 0x81 || b == 0x8d || b == 0x8f || b == 0x90 || b == 0x9d;
                if (before) {
                    together += counted ? 1 : 2;
                }
            }
            counted = now && before;
            before = now;
        }
        if (!detector.isDone()) {
            detector.handleData(bytes, 0, count);
        }
    }

    /** Whether the encoding is a plain case: Western European. */
    boolean isSure() {
        return 2 * together < beyond;
    }

    /** The encoding, null for bytes that are no text. */
    @Nullable Charset charset() {
        if (zero) {
            return null;
        }
        Charset western = windows && !unknown ? Charset.forName("windows-1252") : StandardCharsets.ISO_8859_1;
        if (isSure()) {
            return western;
        }
        detector.dataEnd();
        String name = detector.getDetectedCharset();
        try {
            return name == null || name.equals("UTF-8") ? western : Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return western;
        }
    }
}
