package org.gne.place;

import org.gne.kernel.Kernel;
import org.gne.kernel.Kernels;
import org.gne.nn.Heads;
import org.gne.nn.ResidualMlp;
import org.gne.nn.Tangents;
import org.gne.nn.Workspace;
import org.jspecify.annotations.Nullable;

/**
 * Damped Gauss-Newton (Levenberg 1944, Marquardt 1963) on the coordinates of rows, with the decoder fixed. Used by one
 * thread.
 *
 * <p>Many descents, each with its own damping, share the passes through the decoder: when one has finished, the next
 * takes its slot. They do not influence each other, so the coordinates of a row do not depend on the other rows.
 */
final class GaussNewton {

    /** The damping of the first step. It is small, because a starting point is at most half a cell from the minimum. */
    private static final float FIRST_LAMBDA = 0.1f;

    private static final float EASIER = 0.25f;

    private static final float HARDER = 4;

    /** If steps with this damping do not lower the error, shorter steps do not either. */
    private static final float MOST_LAMBDA = 1e5f;

    /** A descent ends after a step that lowers the error by less than this share. */
    private static final float LITTLE = 1e-5f;

    private static final float[] AS_THEY_ARE = {};

    /** The descents by number: the row of each, and its current coordinates, squared error and damping. */
    static final class Problems {
        final int[] row;
        final float[] places;
        final float[] errors;
        final float[] lambda;
        private final int dim;
        int count;

        Problems(int most, int dim) {
            row = new int[most];
            places = new float[most * dim];
            errors = new float[most];
            lambda = new float[most];
            this.dim = dim;
        }

        void clear() {
            count = 0;
        }

        void add(int ofRow, float[] from, int place) {
            row[count] = ofRow;
            System.arraycopy(from, place * dim, places, count * dim, dim);
            errors[count] = Float.POSITIVE_INFINITY;
            lambda[count] = FIRST_LAMBDA;
            count++;
        }

        /** Continues a descent of other problems. */
        void take(Problems other, int i) {
            add(other.row[i], other.places, i);
            lambda[count - 1] = other.lambda[i];
        }
    }

    private final Kernel kernel = Kernels.active();
    private final ResidualMlp decoder;
    private final Heads heads;
    private final Box box;
    private final @Nullable RowDistance distance;
    private final int dim;
    private final int width;
    private final Workspace scratch;
    private final Tangents tangents;
    private final float[][] slopes;
    private final float[] residual;
    private final float[] factor;
    private final float[] losses;
    private final float[] sums;
    private final double[] matrix;
    private final double[] step;
    /**
     * For each slot: its descent, the number of steps tried, whether the last step was taken, whether the descent has
     * ended.
     */
    private final int[] problem;

    private final int[] steps;
    private final boolean[] moved;
    private final boolean[] ended;
    private final int capacity;
    private int slots;

    /**
     * @param distance what a point costs beside the error of the row there, or null for nothing
     * @param capacity the largest number of descents that share a pass
     */
    GaussNewton(ResidualMlp decoder, Box box, @Nullable RowDistance distance, int capacity) {
        this.capacity = capacity;
        problem = new int[capacity];
        steps = new int[capacity];
        moved = new boolean[capacity];
        ended = new boolean[capacity];
        this.distance = distance;
        this.decoder = decoder;
        heads = decoder.heads();
        this.box = box;
        dim = decoder.in();
        width = decoder.out();
        scratch = new Workspace(decoder.shape(), capacity);
        tangents = new Tangents(decoder, capacity);
        slopes = new float[dim][capacity * width];
        residual = new float[width];
        factor = new float[width];
        losses = new float[width];
        sums = new float[capacity * NormalEquations.size(dim)];
        matrix = new double[dim * dim];
        step = new double[dim];
    }

    /**
     * Runs all descents.
     *
     * @param rows {@code [.., width]}, scaled; NaN for a missing value
     * @param gaps whether there may be missing values
     * @param most the largest number of steps of each descent; 0 only computes the errors at the starting points
     */
    void run(Problems problems, float[] rows, boolean gaps, int most) {
        int next = 0;
        slots = 0;
        while (slots < capacity && next < problems.count) {
            enter(problems, slots++, next++);
        }
        while (slots > 0) {
            decoder.forward(slots, scratch);
            boolean anyMoved = false;
            for (int slot = 0; slot < slots; slot++) {
                judge(problems, slot, rows);
                ended[slot] |= steps[slot] >= most;
                anyMoved |= moved[slot] && !ended[slot];
            }
            if (anyMoved) {
                for (int axis = 0; axis < dim; axis++) {
                    tangents.forward(slots, scratch, axis, slopes[axis]);
                }
            }
            for (int slot = 0; slot < slots; slot++) {
                if (!ended[slot]) {
                    advance(problems, slot, rows, gaps);
                }
            }
            for (int slot = slots - 1; slot >= 0; slot--) {
                if (ended[slot] && next < problems.count) {
                    enter(problems, slot, next++);
                } else if (ended[slot]) {
                    leave(slot);
                }
            }
        }
    }

    private void enter(Problems problems, int slot, int index) {
        problem[slot] = index;
        steps[slot] = 0;
        ended[slot] = false;
        System.arraycopy(problems.places, index * dim, scratch.input(), slot * dim, dim);
    }

    /** Moves the last slot into the slot of a descent that has ended. */
    private void leave(int slot) {
        int last = --slots;
        int size = NormalEquations.size(dim);
        problem[slot] = problem[last];
        steps[slot] = steps[last];
        ended[slot] = ended[last];
        System.arraycopy(sums, last * size, sums, slot * size, size);
        System.arraycopy(scratch.input(), last * dim, scratch.input(), slot * dim, dim);
    }

    /** Decides whether the step that was just decoded is taken. */
    private void judge(Problems problems, int slot, float[] rows) {
        int at = problem[slot];
        int row = problems.row[at] * width;
        float error = heads.cost(kernel, rows, row, scratch.output(), slot * width, losses);
        if (distance != null) {
            error += distance.cost(scratch.input(), slot * dim);
        }
        float before = problems.errors[at];
        moved[slot] = error < before;
        if (moved[slot]) {
            problems.errors[at] = error;
            System.arraycopy(scratch.input(), slot * dim, problems.places, at * dim, dim);
            if (steps[slot] > 0) {
                problems.lambda[at] *= EASIER;
                ended[slot] = before - error <= LITTLE * before;
            }
        } else {
            problems.lambda[at] *= HARDER;
            // Without a first error there are no equations to continue with.
            ended[slot] = steps[slot] == 0 || problems.lambda[at] > MOST_LAMBDA;
        }
    }

    /** Computes the next step to try. */
    private void advance(Problems problems, int slot, float[] rows, boolean gaps) {
        int at = problem[slot];
        int s0 = slot * NormalEquations.size(dim);
        if (moved[slot]) {
            int row = problems.row[at] * width;
            boolean whitened = gaps || !heads.plain();
            if (whitened) {
                heads.whiten(rows, row, scratch.output(), slot * width, residual, factor);
            } else {
                for (int j = 0; j < width; j++) {
                    residual[j] = rows[row + j] - scratch.output()[slot * width + j];
                }
            }
            NormalEquations.sum(width, slopes, slot * width, residual, whitened ? factor : AS_THEY_ARE, sums, s0);
            if (distance != null) {
                distance.add(problems.places, at * dim, sums, s0);
            }
        }
        if (!NormalEquations.solve(dim, sums, s0, problems.lambda[at], matrix, step)) {
            ended[slot] = true;
            return;
        }
        for (int axis = 0; axis < dim; axis++) {
            float from = problems.places[at * dim + axis];
            scratch.input()[slot * dim + axis] = box.clamp(axis, (float) (from + step[axis]));
        }
        steps[slot]++;
    }
}
