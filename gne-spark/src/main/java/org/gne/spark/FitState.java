package org.gne.spark;

import java.io.IOException;
import java.io.InvalidClassException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/**
 * What the driver knows between two rounds: a file beside Spark's checkpoint of the partitions.
 *
 * @param decoder the merged decoder
 * @param squares the smoothed mean squared displacements of its parameters
 * @param means the smoothed squares of their mean displacements
 * @param map the coordinates of the chosen rows
 * @param epochMap these coordinates at the beginning of the epoch
 */
record FitState(Weights decoder, float[] squares, float[] means, float[] map, float[] epochMap)
        implements Serializable {

    static String file(int done) {
        return "gne-state-" + done + ".bin";
    }

    void write(String folder, int done, Configuration hadoop) throws IOException {
        Path file = new Path(folder, file(done));
        try (ObjectOutputStream out =
                new ObjectOutputStream(file.getFileSystem(hadoop).create(file, true))) {
            out.writeObject(this);
        }
    }

    /**
     * Reads the file of a folder.
     *
     * @throws IOException if it cannot be read
     */
    static FitState read(String folder, int done, Configuration hadoop) throws IOException {
        Path file = new Path(folder, file(done));
        try (ObjectInputStream in =
                new ObjectInputStream(file.getFileSystem(hadoop).open(file))) {
            return (FitState) in.readObject();
        } catch (ClassNotFoundException | InvalidClassException | ClassCastException e) {
            throw new IOException(file + ": found the state of another version of GNE, expected that of this one", e);
        }
    }

    static void delete(String folder, int done, Configuration hadoop) throws IOException {
        Path file = new Path(folder, file(done));
        file.getFileSystem(hadoop).delete(file, false);
    }
}
