package org.gne.baseline;

import org.gne.data.Embedding;
import org.gne.data.Samples;
import org.gne.kernel.Parallel;
import org.gne.nn.ResidualMlp;
import org.gne.nn.Workspace;

/**
 * A trained encoder.
 *
 * @param network returns the coordinates of a row, and perhaps more values
 * @param dim the number of coordinates
 */
record NetworkEncoder(ResidualMlp network, int dim) implements Encoder {

    @Override
    public Embedding encode(Samples samples, Parallel parallel) {
        Rows.check(samples, network.in());
        return places(outputs(samples, parallel));
    }

    /** The coordinates within the outputs. */
    Embedding places(float[] outputs) {
        int out = network.out();
        float[] values = new float[outputs.length / out * dim];
        for (int row = 0; row < outputs.length / out; row++) {
            System.arraycopy(outputs, row * out, values, row * dim, dim);
        }
        return new Embedding(values, dim);
    }

    /** All outputs of the network: {@code [rows, out]}. */
    float[] outputs(Samples samples, Parallel parallel) {
        int out = network.out();
        int width = samples.width();
        float[] outputs = new float[Math.multiplyExact(samples.size(), out)];
        Workspace[] scratch = new Workspace[parallel.threads()];
        parallel.run((samples.size() + Workspace.TILE - 1) / Workspace.TILE, (tile, worker) -> {
            if (scratch[worker] == null) {
                scratch[worker] = new Workspace(network.shape());
            }
            Workspace own = scratch[worker];
            int from = tile * Workspace.TILE;
            int n = Math.min(Workspace.TILE, samples.size() - from);
            for (int i = 0; i < n; i++) {
                samples.read(from + i, own.input(), i * width);
            }
            network.forward(n, own);
            System.arraycopy(own.output(), 0, outputs, from * out, n * out);
        });
        return outputs;
    }
}
