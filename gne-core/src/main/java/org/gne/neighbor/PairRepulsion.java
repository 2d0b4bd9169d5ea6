package org.gne.neighbor;

import org.gne.kernel.Parallel;

/** Repulsion summed over all pairs: exact, for few points. */
final class PairRepulsion implements Repulsion {

    private static final int CHUNK = 64;

    private float[] points = new float[0];

    @Override
    public void setPoints(float[] y, Parallel parallel) {
        points = y;
    }

    @Override
    public double forces(float[] y, float[] force, Parallel parallel) {
        int n = y.length / 2;
        int tasks = (n + CHUNK - 1) / CHUNK;
        double[] sums = new double[tasks];
        parallel.run(tasks, (task, worker) -> {
            Sum sum = new Sum();
            for (int i = task * CHUNK; i < Math.min(n, (task + 1) * CHUNK); i++) {
                sum.look(y[2 * i], y[2 * i + 1], i);
                force[2 * i] = sum.forceX;
                force[2 * i + 1] = sum.forceY;
                sums[task] += sum.potential;
            }
        });
        double normalizer = 0;
        for (double sum : sums) {
            normalizer += sum;
        }
        return Math.max(normalizer, Double.MIN_NORMAL);
    }

    @Override
    public Probe probe() {
        return new Sum();
    }

    private final class Sum implements Probe {
        private float potential;
        private float forceX;
        private float forceY;

        @Override
        public void look(float x, float y) {
            look(x, y, -1);
        }

        private void look(float x, float y, int itself) {
            potential = 0;
            forceX = 0;
            forceY = 0;
            for (int j = 0; j < points.length / 2; j++) {
                if (j != itself) {
                    float dx = x - points[2 * j];
                    float dy = y - points[2 * j + 1];
                    float w = 1 / (1 + dx * dx + dy * dy);
                    potential += w;
                    forceX += w * w * dx;
                    forceY += w * w * dy;
                }
            }
        }

        @Override
        public float potential() {
            return potential;
        }

        @Override
        public float forceX() {
            return forceX;
        }

        @Override
        public float forceY() {
            return forceY;
        }
    }
}
