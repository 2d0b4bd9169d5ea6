package org.gne.bench.scaling;

import java.io.IOException;
import java.util.Map;

/** Work in parts that can be made larger. */
interface Experiment {

    /** Does the work once, and returns the time of each part. */
    Map<String, Cost> run(int setting) throws IOException;
}
