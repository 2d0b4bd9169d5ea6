///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 17+
//DEPS org.gne:gne-core:0.1.0-SNAPSHOT
//RUNTIME_OPTIONS --add-modules=jdk.incubator.vector

import java.nio.file.Path;
import java.util.Arrays;
import org.gne.GneModel;

/** One file, with JBang: places a row on a saved map. {@code jbang PlaceRows.java model.safetensors 39.1 18.7 181 3750} */
class PlaceRows {
    public static void main(String[] args) throws Exception {
        float[] row = new float[args.length - 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = Float.parseFloat(args[j + 1]);
        }
        System.out.println(Arrays.toString(GneModel.load(Path.of(args[0])).placer().place(row)));
    }
}
