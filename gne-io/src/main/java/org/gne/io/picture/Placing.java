package org.gne.io.picture;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadata;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Where the decoded pixels of a file belong in its image: on a canvas that may be larger, as a frame of a GIF is, and turned or
 * mirrored as EXIF says.
 *
 * @param canvasHeight the height of the canvas, before the turn
 * @param canvasWidth its width
 * @param top the line of the canvas where the pixels begin
 * @param left the column
 * @param orientation 1 to 8 as in EXIF
 */
record Placing(int canvasHeight, int canvasWidth, int top, int left, int orientation) {

    private static final float WHITE = 255;

    /** The placing of the first image of a file. */
    static Placing of(ImageReader reader, byte[] content, PictureTags tags) throws IOException {
        int height = reader.getHeight(0);
        int width = reader.getWidth(0);
        if (!"gif".equalsIgnoreCase(reader.getFormatName()) || content.length < 10) {
            return new Placing(height, width, 0, 0, tags.orientation());
        }
        ByteBuffer screen = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
        IIOMetadata metadata = reader.getImageMetadata(0);
        Node node = metadata.getAsTree(metadata.getNativeMetadataFormatName()).getFirstChild();
        while (node != null && !node.getNodeName().equals("ImageDescriptor")) {
            node = node.getNextSibling();
        }
        int top = node instanceof Element frame ? Integer.parseInt(frame.getAttribute("imageTopPosition")) : 0;
        int left = node instanceof Element frame ? Integer.parseInt(frame.getAttribute("imageLeftPosition")) : 0;
        // A frame outside of the canvas makes it larger.
        return new Placing(
                Math.max(screen.getShort(8) & 0xffff, top + height),
                Math.max(screen.getShort(6) & 0xffff, left + width),
                top,
                left,
                tags.orientation());
    }

    private boolean turned() {
        return orientation >= 5;
    }

    /** The height of the upright image. */
    int height() {
        return turned() ? canvasWidth : canvasHeight;
    }

    /** The width of the upright image. */
    int width() {
        return turned() ? canvasHeight : canvasWidth;
    }

    /**
     * One channel of the upright image; white where there are no pixels.
     *
     * @param plane the decoded pixels, {@code [height * width]}
     */
    float[] place(float[] plane, int height, int width) {
        float[] canvas = plane;
        if (height != canvasHeight || width != canvasWidth) {
            canvas = new float[canvasHeight * canvasWidth];
            Arrays.fill(canvas, WHITE);
            for (int y = 0; y < height; y++) {
                System.arraycopy(plane, y * width, canvas, (top + y) * canvasWidth + left, width);
            }
        }
        return orientation == 1 ? canvas : upright(canvas);
    }

    private float[] upright(float[] stored) {
        float[] image = new float[stored.length];
        int columns = width();
        for (int y = 0; y < height(); y++) {
            for (int x = 0; x < columns; x++) {
                int alongRows = turned() ? x : y;
                int alongColumns = turned() ? y : x;
                boolean rowsBack = orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7;
                boolean columnsBack = orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8;
                int row = rowsBack ? canvasHeight - 1 - alongRows : alongRows;
                int column = columnsBack ? canvasWidth - 1 - alongColumns : alongColumns;
                image[y * columns + x] = stored[row * canvasWidth + column];
            }
        }
        return image;
    }
}
