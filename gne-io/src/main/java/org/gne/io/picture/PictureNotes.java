package org.gne.io.picture;

import java.util.ArrayList;
import java.util.List;
import org.gne.data.Schema.Picture;

/** Notes for the user on how images were read. */
final class PictureNotes {

    private final Picture shape;
    private final boolean asked;
    private int resized;
    private int frames;

    /**
     * @param shape the size of all images
     * @param asked whether the user asked for it
     */
    PictureNotes(Picture shape, boolean asked) {
        this.shape = shape;
        this.asked = asked;
    }

    void add(PictureFile picture) {
        resized += picture.height() != shape.height() || picture.width() != shape.columns() ? 1 : 0;
        frames += picture.hasFrames() ? 1 : 0;
    }

    /**
     * All lines.
     *
     * @param others the number of files that were left out
     */
    List<String> lines(int others) {
        List<String> lines = new ArrayList<>();
        if (others > 0) {
            lines.add(others
                    + (others == 1
                            ? " file is left out, which is no image by its ending"
                            : " files are left out, which are no images by their endings"));
        }
        if (frames > 0) {
            lines.add(images(frames, "has", "have") + " several frames or pages: the first is read");
        }
        if (resized > 0 && !asked) {
            lines.add(images(resized, "is", "are") + " resized to " + shape.height() + " x " + shape.columns()
                    + ", the most frequent size (--picture changes it)");
        }
        return lines;
    }

    private static String images(int count, String one, String several) {
        return count + (count == 1 ? " image " + one : " images " + several);
    }
}
