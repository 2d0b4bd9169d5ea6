package org.gne.draw;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.gne.data.Labels;
import org.jspecify.annotations.Nullable;

/** The legend: the names of the classes beside their marks, in columns to the right of the map. */
final class Legend {

    /** With more classes than this, there is no legend; classes are named on the map only. */
    private static final int MOST = 40;

    private static final int IN_COLUMN = 30;
    private static final int LINE = 44;
    private static final int MARK = 24;
    private static final int GAP = 14;
    private static final Color TEXT = new Color(0x333333);

    private record Entry(int label, String name) {}

    private final List<Entry> entries = new ArrayList<>();
    private final Font font;
    private final int columnWidth;

    Legend(Graphics2D g, @Nullable Labels labels) {
        if (labels != null && labels.names().size() <= MOST) {
            for (int label = 0; label < labels.names().size(); label++) {
                entries.add(new Entry(label, ClassNames.name(labels, label)));
            }
            if (IntStream.of(labels.classes()).anyMatch(label -> label < 0)) {
                entries.add(new Entry(-1, "not known"));
            }
        }
        font = new Font(Font.SANS_SERIF, Font.PLAIN, entries.size() <= 12 ? 26 : 21);
        int widest = 0;
        for (Entry entry : entries) {
            widest = Math.max(widest, g.getFontMetrics(font).stringWidth(entry.name()));
        }
        columnWidth = MARK + GAP + widest + 2 * GAP;
    }

    /** The width in pixels. */
    int width() {
        return (entries.size() + IN_COLUMN - 1) / IN_COLUMN * columnWidth;
    }

    void draw(Graphics2D g, double left, double top) {
        AffineTransform before = g.getTransform();
        g.setFont(font);
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            g.translate(left + i / IN_COLUMN * columnWidth + MARK / 2.0, top + i % IN_COLUMN * LINE + LINE / 2.0);
            g.setColor(ClassColors.of(entry.label()));
            g.fill(ClassColors.mark(entry.label(), MARK));
            g.setColor(TEXT);
            g.drawString(entry.name(), MARK / 2 + GAP, g.getFontMetrics().getAscent() / 2 - 3);
            g.setTransform(before);
        }
    }
}
