package org.gne.io;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which texts in a cell mean a missing value. An empty cell always does.
 *
 * @param usual whether the usual texts of {@link MissingRule} do
 * @param texts more texts, for all columns; a number matches however it is written
 * @param columns more texts, by the names of columns, in which {@code *} matches any text. An empty text turns the usual texts
 *     and {@code texts} off for the column
 */
public record MissingTexts(boolean usual, List<String> texts, Map<String, List<String>> columns) {

    /** The usual texts. */
    public static final MissingTexts USUAL = new MissingTexts(true, List.of(), Map.of());

    /** The collections are copied. */
    public MissingTexts {
        texts = List.copyOf(texts);
        columns = Map.copyOf(columns);
    }

    /**
     * Parses the values of a command line option, {@code TEXT} or {@code COLUMN=TEXT}. They add to the usual texts; an empty text
     * turns the usual texts off.
     */
    public static MissingTexts of(List<String> options) {
        boolean usual = true;
        List<String> texts = new ArrayList<>();
        Map<String, List<String>> columns = new TreeMap<>();
        for (String option : options) {
            int equals = option.lastIndexOf('=');
            if (equals > 0) {
                columns.computeIfAbsent(option.substring(0, equals), unseen -> new ArrayList<>())
                        .add(option.substring(equals + 1).strip());
            } else if (option.isBlank()) {
                usual = false;
            } else {
                texts.add(option.strip());
            }
        }
        return new MissingTexts(usual, texts, columns);
    }

    /**
     * The rule for a column.
     *
     * @hidden internal
     */
    public MissingRule rule(String column) {
        boolean fromUsual = usual;
        List<String> all = new ArrayList<>(texts);
        for (Map.Entry<String, List<String>> entry : columns.entrySet()) {
            if (ColumnChoice.matches(List.of(entry.getKey()), column)) {
                if (entry.getValue().contains("")) {
                    fromUsual = false;
                    all.clear();
                }
                entry.getValue().stream().filter(text -> !text.isEmpty()).forEach(all::add);
            }
        }
        return new MissingRule(fromUsual, all);
    }
}
