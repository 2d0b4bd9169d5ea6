package org.gne.draw;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.image.RenderedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.gne.data.AtomicFile;

/** Writes PNG files. */
final class PngFile {

    private PngFile() {}

    /** Writes an image. If writing fails, an existing file stays as it was. */
    static void write(Path file, RenderedImage image) throws IOException {
        AtomicFile.write(file, out -> write(file.toString(), out, image));
    }

    /** Writes an image; {@code name} is for messages. */
    static void write(String name, OutputStream out, RenderedImage image) throws IOException {
        // Not ImageIO's own stream, which uses another temporary file in another directory.
        try (ImageOutputStream png = new MemoryCacheImageOutputStream(out)) {
            if (!ImageIO.write(image, "png", png)) {
                throw new IOException(name + ": this Java installation cannot write PNG images");
            }
        }
    }

    /**
     * Checks before drawing that text can be drawn: a Java installation without fonts, or without the libraries for
     * them, fails with all kinds of errors.
     */
    static void checkFonts(Path file) throws IOException {
        checkFonts(file.toString());
    }

    /** The same; {@code name} is for the message. */
    static void checkFonts(String name) throws IOException {
        try {
            new Font(Font.SANS_SERIF, Font.PLAIN, 20).getStringBounds("0", new FontRenderContext(null, true, true));
        } catch (LinkageError | InternalError | RuntimeException e) {
            throw new IOException(
                    name + ": this Java installation finds no font to draw text with, expected fontconfig and a font"
                            + " (Debian and Ubuntu: apt install fontconfig fonts-dejavu-core)",
                    e);
        }
    }
}
