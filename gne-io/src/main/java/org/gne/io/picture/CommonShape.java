package org.gne.io.picture;

import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gne.data.Schema.Picture;

/**
 * The shape to which images of different sizes are resized: the most frequent size, or the largest of several equally
 * frequent ones; grey only if all images are grey.
 */
final class CommonShape {

    private record Size(int height, int width) {}

    private CommonShape() {}

    static Picture of(PictureFolder folder, List<String> files) throws IOException {
        Map<Size, Integer> counts = new HashMap<>();
        boolean grey = true;
        for (String file : files) {
            PictureFile picture = PictureFile.read(folder.path(file));
            counts.merge(new Size(picture.height(), picture.width()), 1, Integer::sum);
            grey = grey && picture.isGrey();
        }
        Size size = counts.entrySet().stream()
                .max(Comparator.comparing((Map.Entry<Size, Integer> e) -> e.getValue())
                        .thenComparing(
                                e -> (long) e.getKey().height() * e.getKey().width())
                        .thenComparing(e -> e.getKey().height()))
                .orElseThrow()
                .getKey();
        return new Picture(size.height(), size.width(), grey ? 1 : 3);
    }
}
