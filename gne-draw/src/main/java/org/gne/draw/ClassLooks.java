package org.gne.draw;

import java.awt.Color;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;
import org.gne.data.Labels;

/**
 * The colour and mark of each class. Up to 40 classes have a look of their own each. Of more classes, the 40 with the most
 * rows have one; all others share one pale look, so that no two named classes look the same.
 */
public final class ClassLooks {

    /** The number of looks that differ: ten colours with four marks. */
    public static final int MOST = 40;

    /** The colour of classes without a look of their own. */
    private static final Color PALE = new Color(0xc6ccd4);

    /** The colour of rows whose label is not known. */
    static final Color UNKNOWN = new Color(0xa9b1bc);

    private static final int OTHER = -1;

    private final int[] looks;
    private final int[] shown;
    private final int others;
    private final int otherRows;

    private ClassLooks(int[] looks, int[] shown, int others, int otherRows) {
        this.looks = looks;
        this.shown = shown;
        this.others = others;
        this.otherRows = otherRows;
    }

    /** The looks of the classes of some rows. The same classes on several maps have the same looks. */
    public static ClassLooks of(Labels labels) {
        int n = labels.names().size();
        if (n <= MOST) {
            int[] all = IntStream.range(0, n).toArray();
            return new ClassLooks(all, all, 0, 0);
        }
        int[] rows = new int[n];
        for (int label : labels.classes()) {
            if (label >= 0) {
                rows[label]++;
            }
        }
        int[] bySize = IntStream.range(0, n)
                .filter(label -> rows[label] > 0)
                .boxed()
                .sorted((a, b) -> rows[a] != rows[b] ? Integer.compare(rows[b], rows[a]) : Integer.compare(a, b))
                .mapToInt(Integer::intValue)
                .toArray();
        int[] shown = IntStream.of(bySize).limit(MOST).toArray();
        int[] looks = new int[n];
        Arrays.fill(looks, OTHER);
        for (int look = 0; look < shown.length; look++) {
            looks[shown[look]] = look;
        }
        int otherRows =
                IntStream.of(bySize).skip(MOST).map(label -> rows[label]).sum();
        return new ClassLooks(looks, shown, bySize.length - shown.length, otherRows);
    }

    /** The classes with a look of their own: in their order if all have one, else the largest first. */
    public int[] shown() {
        return shown.clone();
    }

    /** The number of classes that have rows, but no look of their own. */
    public int others() {
        return others;
    }

    /** The number of rows of these classes. */
    public int otherRows() {
        return otherRows;
    }

    /** These classes as a line of a legend; empty if there are none. */
    public String otherText() {
        return others == 0
                ? ""
                : String.format(
                        Locale.ROOT,
                        "other (%,d %s, %,d %s)",
                        others,
                        others == 1 ? "class" : "classes",
                        otherRows,
                        otherRows == 1 ? "row" : "rows");
    }

    /** Whether a class has no look of its own. */
    public boolean isOther(int label) {
        return label >= 0 && looks[label] == OTHER;
    }

    /** The colour of a class; for -1 that of rows whose class is not known. */
    public Color color(int label) {
        return label < 0 ? UNKNOWN : looks[label] == OTHER ? PALE : ClassColors.of(looks[label]);
    }

    /** The same on a dark background. */
    public Color colorOnDark(int label) {
        return label < 0 || looks[label] == OTHER ? color(label) : ClassColors.onDark(looks[label]);
    }

    /** The same hue, dark enough for lines and letters on white. */
    Color ink(int label) {
        return label < 0 || looks[label] == OTHER ? ClassColors.ink(-1) : ClassColors.ink(looks[label]);
    }

    /** The mark of a class, as {@link ClassColors#markOf}; for -1 {@link ClassColors#RING}. */
    public int mark(int label) {
        return label < 0 ? ClassColors.RING : looks[label] == OTHER ? 0 : ClassColors.markOf(looks[label]);
    }
}
