package org.gne.text;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.gne.io.InputException;

/** The tokens of texts, by the {@code tokenizer.json} of a model. Several threads may use it at once. */
final class Tokens implements AutoCloseable {

    /** What the tokenizer puts around the tokens of a text. */
    private static final String PROBE = "a";

    /** The most windows of a text: about 16,000 tokens, or 70,000 letters, in windows of 256. */
    static final int MOST_WINDOWS = 64;

    private final HuggingFaceTokenizer tokenizer;
    private final long[] before;
    private final long[] after;

    private Tokens(HuggingFaceTokenizer tokenizer, long[] before, long[] after) {
        this.tokenizer = tokenizer;
        this.before = before;
        this.after = after;
    }

    /**
     * @param name the name of the file, for messages
     * @param json the content of {@code tokenizer.json}
     * @throws InputException if it is no tokenizer
     */
    static Tokens of(String name, byte[] json) {
        // The library would report its use to its makers, and look for other builds of itself.
        if (System.getProperty("ai.djl.offline") == null) {
            System.setProperty("ai.djl.offline", "true");
        }
        HuggingFaceTokenizer tokenizer;
        try {
            tokenizer = HuggingFaceTokenizer.newInstance(
                    new ByteArrayInputStream(json), Map.of("padding", "false", "truncation", "false"));
        } catch (IOException | RuntimeException e) {
            throw new InputException(
                    name + ": is no tokenizer (" + OnnxFile.firstLine(e)
                            + "), expected the tokenizer.json of the model",
                    e);
        }
        long[] bare = tokenizer.encode(PROBE, false, false).getIds();
        long[] whole = tokenizer.encode(PROBE, true, false).getIds();
        for (int i = 0; i + bare.length <= whole.length; i++) {
            if (Arrays.equals(bare, 0, bare.length, whole, i, i + bare.length)) {
                long[] before = Arrays.copyOf(whole, i);
                return new Tokens(tokenizer, before, Arrays.copyOfRange(whole, i + bare.length, whole.length));
            }
        }
        tokenizer.close();
        throw new InputException(
                name + ": changes the tokens of a text when it adds those of its beginning and end, expected"
                        + " a tokenizer that puts them around the text");
    }

    /**
     * The tokens of a text in windows of about the same length, each with the tokens of beginning and end; none if
     * the text has no tokens. Of a very long text, {@value #MOST_WINDOWS} windows evenly spread, so that it does not take minutes.
     *
     * @param most the largest length of a window
     */
    List<long[]> windows(String text, int most) {
        long[] ids = tokenizer.encode(wellFormed(text), false, false).getIds();
        int room = most - before.length - after.length;
        int windows = (ids.length + room - 1) / room;
        int taken = Math.min(windows, MOST_WINDOWS);
        List<long[]> all = new ArrayList<>(taken);
        for (int k = 0; k < taken; k++) {
            int i = (int) ((long) windows * k / taken);
            int from = (int) ((long) ids.length * i / windows);
            int to = (int) ((long) ids.length * (i + 1) / windows);
            long[] window = new long[before.length + to - from + after.length];
            System.arraycopy(before, 0, window, 0, before.length);
            System.arraycopy(ids, from, window, before.length, to - from);
            System.arraycopy(after, 0, window, before.length + to - from, after.length);
            all.add(window);
        }
        return all;
    }

    /** The text without half characters and zeros, which native code does not accept. */
    private static String wellFormed(String text) {
        StringBuilder clean = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pair = Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (pair) {
                i++;
            } else if (Character.isSurrogate(c) || c == 0) {
                clean = clean == null ? new StringBuilder(text) : clean;
                clean.setCharAt(i, c == 0 ? ' ' : '\uFFFD');
            }
        }
        return clean == null ? text : clean.toString();
    }

    @Override
    public void close() {
        tokenizer.close();
    }
}
