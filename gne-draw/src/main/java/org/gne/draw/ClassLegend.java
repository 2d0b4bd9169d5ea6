package org.gne.draw;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.gne.data.Labels;
import org.jspecify.annotations.Nullable;

/**
 * The names of the classes beside their marks, in columns. Classes that share a look are one line with their number and that
 * of their rows.
 */
final class ClassLegend implements Legend {

    /** Up to this many entries are far apart. */
    private static final int FEW = 30;

    private static final int LINE = 44;
    private static final int CLOSE_LINE = 34;
    private static final int MARK = 24;
    private static final int GAP = 14;

    private record Entry(Color color, int mark, String name, boolean pale) {}

    private final List<Entry> entries = new ArrayList<>();
    private final Font font;
    private final int columnWidth;
    private final int line;
    private final int inColumn;

    /**
     * @param height the height that its columns may have in pixels
     */
    ClassLegend(Graphics2D g, @Nullable Labels labels, int height) {
        if (labels != null) {
            ClassLooks looks = ClassLooks.of(labels);
            ShortNames shortNames = ShortNames.of(labels.names());
            for (int label : looks.shown()) {
                entries.add(new Entry(looks.color(label), looks.mark(label), shortNames.get(label), false));
            }
            int other = IntStream.range(0, labels.names().size())
                    .filter(looks::isOther)
                    .findFirst()
                    .orElse(-1);
            if (looks.others() > 0) {
                entries.add(new Entry(looks.color(other), looks.mark(other), looks.otherText(), true));
            }
            if (IntStream.of(labels.classes()).anyMatch(label -> label < 0)) {
                entries.add(new Entry(looks.color(-1), looks.mark(-1), "not known", true));
            }
        }
        line = entries.size() <= FEW ? LINE : CLOSE_LINE;
        inColumn = Math.max(1, height / line);
        font = new Font(Font.SANS_SERIF, Font.PLAIN, entries.size() <= 12 ? 26 : 21);
        int widest = 0;
        for (Entry entry : entries) {
            widest = Math.max(widest, g.getFontMetrics(font).stringWidth(entry.name()));
        }
        columnWidth = MARK + GAP + widest + 2 * GAP;
    }

    @Override
    public int width() {
        return (entries.size() + inColumn - 1) / inColumn * columnWidth;
    }

    @Override
    public void draw(Graphics2D g, double left, Rectangle2D area, Theme theme) {
        AffineTransform before = g.getTransform();
        g.setFont(font);
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            g.translate(left + i / inColumn * columnWidth + MARK / 2.0, area.getY() + i % inColumn * line + line / 2.0);
            g.setColor(theme.mark(entry.color(), entry.pale()));
            ClassColors.draw(g, entry.mark(), MARK);
            g.setColor(theme.text());
            g.drawString(entry.name(), MARK / 2 + GAP, g.getFontMetrics().getAscent() / 2 - 3);
            g.setTransform(before);
        }
    }
}
