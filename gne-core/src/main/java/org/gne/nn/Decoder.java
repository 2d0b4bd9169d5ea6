package org.gne.nn;

/** Turns codes into rows, in the units in which it was trained. */
public interface Decoder {

    /** The number of values of a code. */
    int in();

    /** The number of values of a row. */
    int out();

    /** The heads of these values. */
    Heads heads();

    /** A new pass, for one thread at a time. */
    Pass pass();

    /** A decoder with its scratch. */
    interface Pass {

        /** {@code [Workspace.TILE, in]}: the codes, to be filled in by the caller. */
        float[] input();

        /** {@code [Workspace.TILE, out]}: the decoded rows. */
        float[] output();

        /** Decodes the first {@code rows} codes, at most {@link Workspace#TILE}. */
        void run(int rows);
    }

    /**
     * Decodes points of the map.
     *
     * @param places coordinates {@code [n][in]}
     * @return {@code [n][out]}
     * @throws IllegalArgumentException if a point does not have {@code in} coordinates, or one is not finite
     */
    default float[][] decode(float[][] places) {
        Pass pass = pass();
        float[][] samples = new float[places.length][out()];
        for (int from = 0; from < places.length; from += Workspace.TILE) {
            int n = Math.min(Workspace.TILE, places.length - from);
            for (int i = 0; i < n; i++) {
                if (places[from + i].length != in()) {
                    throw new IllegalArgumentException("point " + (from + i) + " has " + places[from + i].length
                            + " coordinates, expected " + in());
                }
                for (float coordinate : places[from + i]) {
                    if (!Float.isFinite(coordinate)) {
                        throw new IllegalArgumentException("point " + (from + i) + ": found the coordinate "
                                + coordinate + ", expected a finite one");
                    }
                }
                System.arraycopy(places[from + i], 0, pass.input(), i * in(), in());
            }
            pass.run(n);
            for (int i = 0; i < n; i++) {
                System.arraycopy(pass.output(), i * out(), samples[from + i], 0, out());
            }
        }
        return samples;
    }
}
