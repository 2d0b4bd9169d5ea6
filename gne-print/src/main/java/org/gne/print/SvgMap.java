package org.gne.print;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.RenderedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.ImageHandlerBase64Encoder;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.apache.batik.svggen.SVGGraphics2DIOException;
import org.gne.data.AtomicFile;
import org.gne.draw.Lettering;
import org.gne.draw.MapPlot;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Writes maps as SVG, by Batik. Texts stay texts; more than 2,000 points are one image. */
public final class SvgMap {

    private static final String SVG = "http://www.w3.org/2000/svg";

    private SvgMap() {}

    /**
     * Draws a map as SVG.
     *
     * @param file the file; if writing fails, an existing file stays as it was
     * @throws IOException if the file cannot be written
     */
    public static void write(Path file, MapPlot plot) throws IOException {
        SVGGeneratorContext context = SVGGeneratorContext.createDefault(document());
        context.setImageHandler(new Png());
        Canvas canvas = new Canvas(context);
        canvas.setSVGCanvasSize(new Dimension(plot.size().width(), plot.size().height()));
        plot.draw(canvas, new Texts());
        Element root = canvas.getRoot();
        root.setAttribute(
                "viewBox", "0 0 " + plot.size().width() + " " + plot.size().height());
        AtomicFile.write(file, out -> {
            Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            canvas.stream(root, writer, true, false);
            writer.flush();
        });
    }

    private static Document document() {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .getDOMImplementation()
                    .createDocument(SVG, "svg", null);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("every Java platform makes XML documents", e);
        }
    }

    /** Batik's graphics, to which elements can be added that Java's graphics do not know. */
    private static final class Canvas extends SVGGraphics2D {

        Canvas(SVGGeneratorContext context) {
            super(context, false);
        }

        Element text(Lettering.Line line) {
            Element text = getDOMFactory().createElementNS(SVG, "text");
            text.setAttribute("x", number(line.middle()));
            text.setAttribute("y", number(line.baseline()));
            text.setAttribute("text-anchor", "middle");
            text.setAttribute("font-family", "sans-serif");
            text.setAttribute("font-size", number(line.font().getSize2D()));
            text.setAttribute("font-weight", line.font().isBold() ? "bold" : "normal");
            text.setTextContent(line.text());
            return text;
        }

        void add(Element element) {
            domGroupManager.addElement(element);
        }
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    private static String rgb(Color color) {
        return String.format(Locale.ROOT, "#%06x", color.getRGB() & 0xffffff);
    }

    /** Images within the file, written by Java: Batik's own writers are another library. */
    private static final class Png extends ImageHandlerBase64Encoder {

        @Override
        public void encodeImage(RenderedImage image, OutputStream out) throws SVGGraphics2DIOException {
            try {
                ImageIO.write(image, "png", out);
            } catch (IOException e) {
                throw new SVGGraphics2DIOException(e.getMessage(), e);
            }
        }
    }

    private static final class Texts implements Lettering {

        @Override
        public void write(Graphics2D g, Line line) {
            if (!(g instanceof Canvas canvas)) {
                SHAPES.write(g, line);
                return;
            }
            // Not "paint-order", which many programs do not know. Graphics need a font for text elements.
            g.setFont(new Font(
                    Font.SANS_SERIF, line.font().getStyle(), line.font().getSize()));
            Element halo = canvas.text(line);
            halo.setAttribute("fill", "none");
            halo.setAttribute("stroke", rgb(line.halo()));
            halo.setAttribute("stroke-opacity", number(line.halo().getAlpha() / 255.0));
            halo.setAttribute("stroke-width", number(2 * line.width()));
            halo.setAttribute("stroke-linejoin", "round");
            halo.setAttribute("aria-hidden", "true");
            canvas.add(halo);
            Element text = canvas.text(line);
            text.setAttribute("fill", rgb(line.ink()));
            // The group around it has the opacity of what was drawn before.
            text.setAttribute("fill-opacity", "1");
            text.setAttribute("stroke", "none");
            canvas.add(text);
        }

        @Override
        public boolean isVector() {
            return true;
        }
    }
}
