package org.gne.nn;

/** The computations of {@link SineEncoding}. Sine and cosine are those of {@link StrictMath}: the same on every JDK. */
final class SinePass implements Encoding.Pass {

    private final int in;
    private final int features;
    private final float[] coordinates;
    private final float[] cosine;

    SinePass(SineEncoding encoding, int capacity) {
        in = encoding.in();
        features = encoding.features();
        coordinates = new float[capacity * in];
        cosine = new float[capacity * features];
    }

    @Override
    public void forward(int rows, float[] parameters, float[] codes, float[] inputs) {
        System.arraycopy(codes, 0, coordinates, 0, rows * in);
        for (int i = 0; i < rows; i++) {
            int to = i * (in + features);
            System.arraycopy(codes, i * in, inputs, to, in);
            for (int j = 0; j < features; j++) {
                float angle = parameters[in * features + j];
                for (int axis = 0; axis < in; axis++) {
                    angle = Math.fma(codes[i * in + axis], parameters[axis * features + j], angle);
                }
                inputs[to + in + j] = (float) StrictMath.sin(angle);
                cosine[i * features + j] = (float) StrictMath.cos(angle);
            }
        }
    }

    @Override
    public void backward(int rows, float[] parameters, float[] slope, Gradient sum, float[] coordinateSlope) {
        float[] gradient = sum.values();
        sum.reach(0, (in + 1) * features);
        for (int i = 0; i < rows; i++) {
            int at = i * (in + features);
            System.arraycopy(slope, at, coordinateSlope, i * in, in);
            for (int j = 0; j < features; j++) {
                float angle = slope[at + in + j] * cosine[i * features + j];
                gradient[in * features + j] += angle;
                for (int axis = 0; axis < in; axis++) {
                    int weight = axis * features + j;
                    gradient[weight] = Math.fma(angle, coordinates[i * in + axis], gradient[weight]);
                    coordinateSlope[i * in + axis] =
                            Math.fma(angle, parameters[weight], coordinateSlope[i * in + axis]);
                }
            }
        }
    }

    @Override
    public void tangent(int rows, float[] parameters, int axis, float[] tangent) {
        for (int i = 0; i < rows * features; i++) {
            tangent[i] = cosine[i] * parameters[axis * features + i % features];
        }
    }
}
