package org.gne.explorer;

import java.util.List;
import org.gne.data.Dataset;
import org.gne.data.Ids;
import org.jspecify.annotations.Nullable;

/** What the page calls rows, and searches: their ids, their texts, or both. */
public final class RowNames {

    /** Characters of a text; the page shows it beside the pointer. */
    private static final int SHOWN = 300;

    private RowNames() {}

    /** The names of the rows of a data set; null if they have neither ids nor texts. */
    static @Nullable Ids of(Dataset data) {
        return data.texts() == null ? data.ids() : of(data.ids(), data.texts());
    }

    /**
     * The names of rows with texts.
     *
     * @param ids the ids of the rows, or null
     * @param texts the text of each row
     */
    public static Ids of(@Nullable Ids ids, List<String> texts) {
        Ids.Builder names = new Ids.Builder();
        for (int row = 0; row < texts.size(); row++) {
            String text = beginning(texts.get(row));
            String id = ids == null ? "" : ids.get(row);
            names.add(id.isEmpty() || text.isEmpty() ? id + text : id + ": " + text);
        }
        return names.build();
    }

    private static String beginning(String text) {
        if (text.length() <= SHOWN) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(SHOWN - 1)) ? SHOWN - 1 : SHOWN;
        return text.substring(0, end) + " ...";
    }
}
