package org.gne.io.excel;

import java.util.ArrayList;
import java.util.List;
import org.gne.io.InputException;
import org.jspecify.annotations.Nullable;

/** The texts that cells share. */
final class SharedTexts {

    /** The largest number of characters of all texts. */
    private static final long MOST = 1L << 28;

    /** What an object takes beside its characters. */
    private static final int OVERHEAD = 32;

    private final List<String> texts;

    private SharedTexts(List<String> texts) {
        this.texts = texts;
    }

    /** No texts. */
    static SharedTexts none() {
        return new SharedTexts(List.of());
    }

    /**
     * Reads the texts.
     *
     * @throws InputException if they do not fit into memory
     */
    static SharedTexts read(String name, XmlPart xml) {
        List<String> texts = new ArrayList<>();
        long most = Math.min(MOST, Runtime.getRuntime().maxMemory() / 4);
        long size = 0;
        while (xml.find("si")) {
            String text = xml.text("rPh");
            texts.add(text);
            size += text.length() + OVERHEAD;
            if (size > most) {
                throw new InputException(name + ": found more than " + (most >> 20)
                        + " MB of texts, expected fewer, or a larger Java heap (-Xmx); a CSV file needs less memory");
            }
        }
        return new SharedTexts(texts);
    }

    /** A text, null if there is none with this number. */
    @Nullable String get(int index) {
        return index >= 0 && index < texts.size() ? texts.get(index) : null;
    }
}
