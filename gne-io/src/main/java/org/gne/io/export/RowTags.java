package org.gne.io.export;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The tags that people gave to the rows of a map: at most one each, a short text such as {@code odd}. Immutable; {@link TagsCsv} reads and
 * writes them.
 */
public final class RowTags {

    /** The largest number of characters of a tag. */
    public static final int LONGEST = 60;

    /** The largest number of different tags. */
    public static final int MOST = 1000;

    /** A tag of the first characters would be a formula in a spreadsheet. */
    private static final String FORMULA = "=+-@'";

    private final @Nullable String[] tags;
    private final boolean byId;
    private final List<Unread> unread;

    /**
     * A line of a file that says nothing about a row of the map. It is kept when the file is written again.
     *
     * @param fields its fields, as they are
     * @param problem where it is, what was found and what was expected
     */
    record Unread(List<String> fields, String problem) {}

    /**
     * A tag for some rows.
     *
     * @param tag the tag, or empty to take theirs away
     * @param rows the numbers of the rows, from 0
     */
    public record Change(String tag, int[] rows) {}

    /**
     * @param tags {@code [rows]}: null for a row without a tag
     * @param byId whether the file names rows by their ids
     */
    RowTags(@Nullable String[] tags, boolean byId, List<Unread> unread) {
        this.tags = tags;
        this.byId = byId;
        this.unread = unread;
    }

    /** No tags. */
    public static RowTags none(int rows) {
        return new RowTags(new @Nullable String[rows], false, List.of());
    }

    /** The number of rows, with and without tags. */
    public int rows() {
        return tags.length;
    }

    /** Whether no row has a tag. */
    public boolean isEmpty() {
        for (String tag : tags) {
            if (tag != null) {
                return false;
            }
        }
        return true;
    }

    /** The tag of a row, or null. */
    public @Nullable String of(int row) {
        return tags[row];
    }

    /** Whether the file names rows by their ids, else by their numbers. */
    boolean byId() {
        return byId;
    }

    List<Unread> unread() {
        return unread;
    }

    /** What is wrong with lines of the file, a sentence each. These lines stay in the file. */
    public List<String> problems() {
        return unread.stream().map(Unread::problem).toList();
    }

    /**
     * The tags after some changes, one after the other.
     *
     * @throws IllegalArgumentException if a tag cannot be one ({@link #fault}), a row does not exist, or there are too many tags
     */
    public RowTags with(List<Change> changes) {
        @Nullable String[] next = tags.clone();
        for (Change change : changes) {
            String fault = change.tag().isEmpty() ? null : fault(change.tag());
            if (fault != null) {
                throw new IllegalArgumentException(fault);
            }
            for (int row : change.rows()) {
                if (row < 0 || row >= next.length) {
                    throw new IllegalArgumentException("row: found " + row + ", expected 0 to " + (next.length - 1));
                }
                next[row] = change.tag().isEmpty() ? null : change.tag();
            }
        }
        Set<String> different = new HashSet<>();
        for (String tag : next) {
            if (tag != null && different.add(tag) && different.size() > MOST) {
                throw new IllegalArgumentException("tags: found more than " + MOST + ", expected at most " + MOST);
            }
        }
        return new RowTags(next, byId, unread);
    }

    /**
     * What is wrong with a tag, in words, or null. A tag has up to {@value #LONGEST} characters without line breaks and other control
     * characters, no spaces at its ends, and does not begin as a formula of a spreadsheet does.
     */
    public static @Nullable String fault(String tag) {
        String expected = null;
        if (tag.isBlank()) {
            expected = "a name";
        } else if (tag.length() > LONGEST) {
            expected = "at most " + LONGEST + " characters";
        } else if (!tag.equals(tag.strip())) {
            expected = "a name without spaces at its ends";
        } else if (tag.chars().anyMatch(c -> Character.isISOControl(c) || c == '\u2028' || c == '\u2029')) {
            expected = "a name without line breaks and control characters";
        } else if (FORMULA.indexOf(tag.charAt(0)) >= 0) {
            expected = "a name that does not begin with one of " + FORMULA;
        }
        if (expected == null) {
            return null;
        }
        String shown = tag.length() > LONGEST ? tag.substring(0, LONGEST) + "..." : tag;
        return "tag: found '" + shown.replaceAll("\\p{Cntrl}", "?") + "', expected " + expected;
    }
}
