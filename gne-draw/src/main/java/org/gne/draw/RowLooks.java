package org.gne.draw;

import java.awt.Color;
import java.util.Arrays;
import org.gne.data.Labels;
import org.gne.data.RowLabels;
import org.gne.data.Target;
import org.jspecify.annotations.Nullable;

/**
 * How rows are drawn: a few looks, and which of them each row has.
 *
 * @param looks the looks
 * @param codes {@code [rows]}: the index of the look of each row
 */
record RowLooks(Look[] looks, int[] codes) {

    /** The number of colours of a colour scale. */
    private static final int STEPS = 256;

    /**
     * One look.
     *
     * @param color the colour of the mark
     * @param ink the same hue, dark enough for lines on white
     * @param mark 0 to 3 as {@link ClassColors#markOf}, or {@link ClassColors#RING}
     * @param pale whether these marks are drawn under all others
     */
    record Look(Color color, Color ink, int mark, boolean pale) {}

    /**
     * @param labels classes, numbers, or null
     * @param rows the number of rows
     */
    static RowLooks of(@Nullable RowLabels labels, int rows) {
        if (labels instanceof Labels classes) {
            return ofClasses(classes);
        }
        if (labels instanceof Target target) {
            return ofNumbers(target);
        }
        return new RowLooks(new Look[] {new Look(ClassColors.of(-1), ClassColors.ink(-1), 0, false)}, new int[rows]);
    }

    private static RowLooks ofClasses(Labels labels) {
        ClassLooks classes = ClassLooks.of(labels);
        Look[] looks = new Look[labels.names().size() + 1];
        for (int label = -1; label < labels.names().size(); label++) {
            boolean pale = label < 0 || classes.isOther(label);
            looks[label + 1] = new Look(classes.color(label), classes.ink(label), classes.mark(label), pale);
        }
        return new RowLooks(
                looks, Arrays.stream(labels.classes()).map(label -> label + 1).toArray());
    }

    private static RowLooks ofNumbers(Target target) {
        ColorScale scale = ColorScale.of(target.values());
        Look[] looks = new Look[STEPS + 1];
        for (int step = 0; step < STEPS; step++) {
            Color color = scale.atShare(step / (STEPS - 1.0));
            looks[step] = new Look(color, color, 0, false);
        }
        looks[STEPS] = new Look(ClassLooks.UNKNOWN, ClassColors.ink(-1), ClassColors.RING, true);
        int[] codes = new int[target.size()];
        for (int row = 0; row < codes.length; row++) {
            double value = target.values()[row];
            codes[row] = Double.isNaN(value) ? STEPS : (int) Math.round((STEPS - 1) * scale.share(value));
        }
        return new RowLooks(looks, codes);
    }

    Look of(int row) {
        return looks[codes[row]];
    }
}
