package org.gne.io.picture;

import java.io.IOException;
import java.util.List;
import org.gne.data.Dataset;
import org.gne.data.Ids;
import org.gne.data.Labels;
import org.gne.data.RowStore;
import org.gne.data.Schema.Picture;
import org.gne.io.InputException;
import org.gne.io.InputFormat;
import org.gne.io.InputSource;
import org.gne.io.LabelsBuilder;
import org.gne.io.ReadOptions;

/**
 * A folder of images: each is a row of bytes, in the order of the names. Images are resized to the requested size, or
 * else to the most frequent one. They are grey if all images are grey, else red, green, blue. Subfolders are classes;
 * the relative path of a file is its id.
 *
 * @hidden internal
 */
public final class PictureFolderFormat implements InputFormat {

    /** The largest number of values of a row; a decoder of more would not fit into memory. */
    private static final int WIDEST = 1 << 26;

    @Override
    public String description() {
        return "folder of images (PNG, JPEG, GIF, BMP, TIFF, WebP)";
    }

    @Override
    public boolean claims(InputSource source) {
        return source.isFolder() && PictureFolder.hasPictures(source.path());
    }

    /** A single image is a row. */
    @Override
    public boolean recognises(InputSource source) {
        return source.isFile() && PictureFolder.isPicture(source.path());
    }

    @Override
    public Dataset read(InputSource source, ReadOptions options) throws IOException {
        options.requireNoColumns(source.text(), "a folder of images");
        options.requireNoArray(source.text());
        PictureFolder folder =
                source.isFolder() ? PictureFolder.list(source.path()) : PictureFolder.single(source.path());
        List<String> files = folder.files();
        files = files.subList(0, Math.min(files.size(), options.limit()));
        Picture asked = options.picture();
        Picture shape = asked != null ? asked : CommonShape.of(folder, files);
        if (shape.width() > WIDEST) {
            throw new InputException(source.text() + ": found images of " + shape.height() + " x " + shape.columns()
                    + " x "
                    + shape.channels() + ", expected at most " + WIDEST + " values (--picture 256x256x3 makes them"
                    + " smaller)");
        }
        Ids.Builder ids = new Ids.Builder();
        LabelsBuilder labels = new LabelsBuilder();
        boolean any = false;
        PictureNotes notes = new PictureNotes(shape, asked != null);
        try (RowStore store = new RowStore(RowStore.Element.BYTE, shape.width(), options.storage())) {
            for (String file : files) {
                PictureFile picture = PictureFile.read(folder.path(file));
                notes.add(picture);
                store.add(picture.pixels(shape), 0);
                ids.add(file);
                String label = PictureFolder.label(file);
                labels.add(label);
                any |= label != null;
            }
            Labels classes = any ? labels.build() : null;
            return new Dataset(source.text(), store.finish(shape), classes)
                    .withIds(ids.build())
                    .withNotes(notes.lines(folder.others()));
        }
    }
}
