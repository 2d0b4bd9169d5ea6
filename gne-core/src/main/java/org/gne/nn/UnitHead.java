package org.gne.nn;

import org.gne.kernel.Kernel;

/** Values from 0 to 1, pixels: a sigmoid, with the squared error, as in the paper. */
final class UnitHead extends SquaredErrorHead {

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
    public float bias(float mean) {
        return Sigmoid.logit(mean);
    }

    private Object readResolve() {
        return HeadKinds.of(key());
    }
}
