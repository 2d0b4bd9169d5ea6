package org.gne.mnist;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.gne.data.Dataset;
import org.gne.io.idx.IdxFile;
import org.gne.io.idx.IdxReader;

/**
 * The bundled MNIST database of handwritten digits: grey images of 28 x 28 pixels, 0 (background) to 255 (stroke), and
 * the digit of each. By Yann LeCun, Corinna Cortes and Christopher J.C. Burges, CC BY-SA 3.0.
 */
public final class Mnist {

    private Mnist() {}

    /** The 60,000 training images. Each call reads them again. */
    public static Dataset train() {
        return read("MNIST, training", "train");
    }

    /** The 10,000 test images. Each call reads them again. */
    public static Dataset test() {
        return read("MNIST, test", "t10k");
    }

    private static Dataset read(String name, String set) {
        return new Dataset(
                name,
                resource(set + "-images-idx3-ubyte.gz").samples(),
                resource(set + "-labels-idx1-ubyte.gz").labels());
    }

    private static IdxFile resource(String path) {
        try (InputStream in = Mnist.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException(path + " is not beside " + Mnist.class + ": the jar is incomplete");
            }
            return IdxReader.read(path, in);
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        }
    }
}
