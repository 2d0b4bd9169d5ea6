package org.gne.mnist;

import java.util.List;
import org.gne.data.Dataset;
import org.gne.io.InputFormat;
import org.gne.io.InputSource;
import org.gne.io.ReadOptions;

/**
 * The bundled data sets, by their names.
 *
 * @hidden internal
 */
public final class MnistFormat implements InputFormat {

    private static final String TRAIN = "mnist";

    private static final String TEST = "mnist-test";

    @Override
    public List<String> names() {
        return List.of(TRAIN, TEST);
    }

    @Override
    public String description() {
        return TRAIN + ", " + TEST;
    }

    @Override
    public boolean claims(InputSource source) {
        return false;
    }

    @Override
    public Dataset read(InputSource source, ReadOptions options) {
        options.requireNoColumns(source.text(), "a set of images");
        options.requireNoArray(source.text());
        return source.text().equals(TRAIN) ? Mnist.train() : Mnist.test();
    }
}
