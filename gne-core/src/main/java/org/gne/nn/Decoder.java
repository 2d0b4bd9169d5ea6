package org.gne.nn;

/** What turns codes into rows, in the units it was trained in. */
public interface Decoder {

    /** Numbers in a code. */
    int in();

    /** Numbers in a row. */
    int out();

    /** What these numbers mean. */
    Heads heads();

    /** A decoder at work: for one thread at a time. */
    Pass pass();

    /** Scratch and the way through it. */
    interface Pass {

        /** {@code [Workspace.TILE, in]}: to be filled with codes. */
        float[] input();

        /** {@code [Workspace.TILE, out]}: the rows. */
        float[] output();

        /** Decodes the first {@code rows} codes, at most {@link Workspace#TILE}. */
        void run(int rows);
    }

    /**
     * Decodes places of the map.
     *
     * @param places {@code [n][in]}
     * @return {@code [n][out]}
     * @throws IllegalArgumentException if a place has not {@code in} coordinates
     */
    default float[][] decode(float[][] places) {
        Pass pass = pass();
        float[][] samples = new float[places.length][out()];
        for (int from = 0; from < places.length; from += Workspace.TILE) {
            int n = Math.min(Workspace.TILE, places.length - from);
            for (int i = 0; i < n; i++) {
                if (places[from + i].length != in()) {
                    throw new IllegalArgumentException("place " + (from + i) + " has " + places[from + i].length
                            + " coordinates, expected " + in());
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
