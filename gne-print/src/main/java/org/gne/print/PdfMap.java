package org.gne.print;

import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2D;
import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2DFontTextDrawerDefaultFonts;
import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.util.Matrix;
import org.gne.data.AtomicFile;
import org.gne.draw.Lettering;
import org.gne.draw.MapPlot;

/**
 * Writes maps as PDF, by PDFBox. Texts stay texts, in Helvetica, as far as that has their letters; other texts are shapes. More than
 * 2,000 points are one image.
 */
public final class PdfMap {

    /** Pixels of the figure per point: 250 per inch. */
    private static final float PIXELS = 250f / 72;

    private PdfMap() {}

    /**
     * Draws a map as PDF of one page, whose size is that of the figure at 250 pixels per inch.
     *
     * @param file the file; if writing fails, an existing file stays as it was
     * @throws IOException if the file cannot be written
     */
    public static void write(Path file, MapPlot plot) throws IOException {
        float width = plot.size().width();
        float height = plot.size().height();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            // The same map is the same file.
            document.setDocumentId(0L);
            PDPage page = new PDPage(new PDRectangle(width / PIXELS, height / PIXELS));
            document.addPage(page);
            PdfBoxGraphics2D g = new PdfBoxGraphics2D(document, width, height);
            g.setFontTextDrawer(new PdfBoxGraphics2DFontTextDrawerDefaultFonts());
            plot.draw(g, new Texts());
            g.dispose();
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.transform(Matrix.getScaleInstance(1 / PIXELS, 1 / PIXELS));
                content.drawForm(g.getXFormObject());
            }
            document.save(bytes);
        }
        AtomicFile.write(file, bytes::writeTo);
    }

    private static final class Texts implements Lettering {

        private final PDType1Font plain = new PDType1Font(FontName.HELVETICA);
        private final PDType1Font bold = new PDType1Font(FontName.HELVETICA_BOLD);

        @Override
        public void write(Graphics2D g, Line line) {
            PDType1Font font = line.font().isBold() ? bold : plain;
            double size = line.font().getSize2D() / 1000;
            try {
                double left = line.middle() - size * font.getStringWidth(line.text()) / 2;
                AffineTransform place = new AffineTransform(size, 0, 0, -size, left, line.baseline());
                g.setColor(line.halo());
                g.setStroke(new BasicStroke((float) (2 * line.width()), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
                g.draw(place.createTransformedShape(outline(font, line.text())));
                g.setColor(line.ink());
                g.setFont(new Font(
                        Font.SANS_SERIF, line.font().getStyle(), line.font().getSize()));
                g.drawString(line.text(), (float) left, (float) line.baseline());
            } catch (IllegalArgumentException e) {
                // A letter that the font does not have.
                SHAPES.write(g, line);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** The outlines of letters, 1,000 units high. */
        private static Path2D outline(PDType1Font font, String text) throws IOException {
            Path2D outline = new Path2D.Double();
            double left = 0;
            for (int i = 0; i < text.length(); i++) {
                String letter = text.substring(i, i + 1);
                String glyph = font.getEncoding().getName(font.encode(letter)[0] & 0xff);
                outline.append(
                        font.getPath(glyph).getPathIterator(AffineTransform.getTranslateInstance(left, 0)), false);
                left += font.getStringWidth(letter);
            }
            return outline;
        }

        @Override
        public boolean isVector() {
            return true;
        }
    }
}
