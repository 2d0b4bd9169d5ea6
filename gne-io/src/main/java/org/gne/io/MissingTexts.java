package org.gne.io;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which texts in a cell mean that its value is missing. An empty cell always does.
 *
 * @param usual whether those that table programs write do: {@link MissingRule}
 * @param texts others, in all columns; numbers hold for all ways to write them
 * @param columns others in columns of these names, which may hold {@code *}; an empty text says that none of the usual
 *     ones and of {@code texts} is missing there
 */
public record MissingTexts(boolean usual, List<String> texts, Map<String, List<String>> columns) {

    /** What table programs write. */
    public static final MissingTexts USUAL = new MissingTexts(true, List.of(), Map.of());

    public MissingTexts {
        texts = List.copyOf(texts);
        columns = Map.copyOf(columns);
    }

    /**
     * As they are written on a command line: {@code TEXT} or {@code COLUMN=TEXT}, beside the usual ones; an empty text says
     * that the usual ones are none.
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

    /** What holds for a column. */
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
