package org.gne.nn;

import org.gne.kernel.Kernel;

/** Numbers of any range: the identity, with the squared error. */
final class RealHead extends SquaredErrorHead {

    @Override
    public String key() {
        return "real";
    }

    @Override
    public void activate(Kernel kernel, Stretch stretch, int rows, float[] z, int z0, int zRow) {}

    @Override
    public void slope(Stretch stretch, float[] mean, int m0, float[] slope, int s0) {}

    @Override
    public void gradient(Kernel kernel, Stretch stretch, HeadBlock b, float scale, float[] sums) {
        kernel.squaredError(
                b.rows(), b.columns(), b.z(), b.z0(), b.zRow(), b.target(), b.t0(), b.tRow(), scale, sums, b.first());
        stretch.weigh(b);
    }

    @Override
    public float bias(float mean) {
        return mean;
    }

    private Object readResolve() {
        return HeadKinds.of(key());
    }
}
