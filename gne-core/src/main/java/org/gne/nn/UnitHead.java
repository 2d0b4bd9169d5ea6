package org.gne.nn;

import org.gne.kernel.Kernel;

/** Values from 0 to 1, pixels: a sigmoid, with the squared error, as in the paper. */
final class UnitHead implements Head {

    @Override
    public String key() {
        return "unit";
    }

    @Override
    public void activate(Kernel kernel, Stretch stretch, int rows, float[] z, int z0, int zRow) {
        Sigmoid.activate(kernel, stretch, rows, z, z0, zRow);
    }

    @Override
    public void slope(Stretch stretch, float[] mean, int m0, float[] slope, int s0) {
        Sigmoid.slope(stretch, mean, m0, slope, s0);
    }

    @Override
    public void gradient(Kernel kernel, Stretch stretch, HeadBlock b, float scale, float[] sums) {
        kernel.sigmoidSquaredError(
                b.rows(), b.columns(), b.z(), b.z0(), b.zRow(), b.target(), b.t0(), b.tRow(), scale, sums, b.first());
        stretch.weigh(b);
    }

    @Override
    public float cost(Kernel kernel, Stretch stretch, float[] row, int r0, float[] mean, int m0, float[] scratch) {
        return SquaredError.cost(kernel, stretch, row, r0, mean, m0);
    }

    @Override
    public double deviance(Stretch stretch, float[] row, int r0, float[] mean, int m0, double[] perColumn) {
        return SquaredError.deviance(stretch, row, r0, mean, m0, perColumn);
    }

    @Override
    public void whiten(
            Stretch stretch, float[] row, int r0, float[] mean, int m0, float[] residual, float[] factor, int at) {
        SquaredError.whiten(stretch, row, r0, mean, m0, residual, factor, at);
    }

    @Override
    public float bias(float mean) {
        return Sigmoid.logit(mean);
    }

    private Object readResolve() {
        return HeadKinds.of(key());
    }
}
