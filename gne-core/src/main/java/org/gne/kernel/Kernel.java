package org.gne.kernel;

/**
 * The numeric loops on which everything else is built. Stateless. Arrays are row-major and used from an offset.
 * Arguments are not checked, except by Java's array bounds.
 *
 * <p>Every implementation gives the same bits: each element is computed by the operations named here, in the order
 * named here, with {@code fma} one rounding and all other operators one rounding each. No element depends on how many
 * are computed at once.
 */
public interface Kernel {

    /** The name of the implementation in logs and in {@code metrics.json}. */
    String name();

    /**
     * {@code C += A B}: {@code c[i,j] = fma(a[i,p], b[p,j], c[i,j])} for p ascending from 0 to k - 1.
     *
     * @param m the number of rows of A and C
     * @param n the number of columns of B and C
     * @param k the number of columns of A and rows of B
     * @param a element {@code [i,p]} at {@code a0 + i * aRow + p * aColumn}: strides swapped read A transposed
     * @param b element {@code [p,j]} at {@code b0 + p * bRow + j}
     * @param c element {@code [i,j]} at {@code c0 + i * cRow + j}; an array other than A's and B's
     */
    void multiplyAdd(
            int m,
            int n,
            int k,
            float[] a,
            int a0,
            int aRow,
            int aColumn,
            float[] b,
            int b0,
            int bRow,
            float[] c,
            int c0,
            int cRow);

    /** {@code y += x} over n elements. */
    void add(int n, float[] x, int x0, float[] y, int y0);

    /**
     * Sums of columns: {@code y[j] += x[i,j]} for i ascending.
     *
     * @param rows rows of x
     * @param n columns of x, elements of y
     * @param x element {@code [i,j]} at {@code x0 + i * xRow + j}
     */
    void addRows(int rows, int n, float[] x, int x0, int xRow, float[] y, int y0);

    /** Exponential linear unit in place (Clevert et al. 2016, alpha 1): {@code x > 0 ? x : exp(x) - 1}. */
    void elu(int n, float[] x, int x0);

    /** {@code gradient *= h > 0 ? 1 : h + 1}, h being what {@link #elu} returned. */
    void eluGradient(int n, float[] h, int h0, float[] gradient, int g0);

    /** Rectified linear unit in place: {@code max(x, 0)}. */
    void relu(int n, float[] x, int x0);

    /** {@code gradient = h > 0 ? gradient : 0}, h being what {@link #relu} returned. */
    void reluGradient(int n, float[] h, int h0, float[] gradient, int g0);

    /**
     * Exponential function in place: within 2 units in the last place between -87 and 88; arguments beyond the bounds
     * are clamped.
     */
    void exp(int n, float[] x, int x0);

    /** Natural logarithm in place, of finite numbers from 2^-126 on: within 2 units in the last place. */
    void log(int n, float[] x, int x0);

    /** Logistic function in place: {@code 1 / (1 + exp(-x))}. */
    void sigmoid(int n, float[] x, int x0);

    /**
     * Squared error of a sigmoid output: with {@code y = sigmoid(z)} and {@code d = y - target},
     * {@code loss[j] = fma(d, d, loss[j])} for rows ascending, and z becomes the gradient
     * {@code (2 scale d) (y (1 - y))}.
     *
     * @param rows rows of z and of the target
     * @param n columns of both, elements of the loss
     * @param z logits in, gradient out; element {@code [i,j]} at {@code z0 + i * zRow + j}
     * @param target element {@code [i,j]} at {@code t0 + i * tRow + j}
     * @param loss sums per column, n elements from {@code l0}
     */
    void sigmoidSquaredError(
            int rows,
            int n,
            float[] z,
            int z0,
            int zRow,
            float[] target,
            int t0,
            int tRow,
            float scale,
            float[] loss,
            int l0);

    /** Squared error of an identity output: the same with {@code d = z - target}; z becomes {@code 2 scale d}. */
    void squaredError(
            int rows,
            int n,
            float[] z,
            int z0,
            int zRow,
            float[] target,
            int t0,
            int tRow,
            float scale,
            float[] loss,
            int l0);

    /**
     * Binary cross-entropy of a sigmoid output: the same with {@code loss[j] += max(z, 0) - z target + log(1 +
     * exp(-|z|))}; z becomes {@code scale (sigmoid(z) - target)}.
     */
    void sigmoidCrossEntropy(
            int rows,
            int n,
            float[] z,
            int z0,
            int zRow,
            float[] target,
            int t0,
            int tRow,
            float scale,
            float[] loss,
            int l0);

    /**
     * One step of Adam (Kingma and Ba 2015, the form before their section 2.1, as Keras does it):
     * {@code m = fma(1 - beta1, g - m, m)}, {@code v = fma(1 - beta2, g g - v, v)},
     * {@code x -= (rate m) / (sqrt(v) + epsilon)}.
     */
    void adam(int n, float[] x, float[] m, float[] v, int x0, float[] g, int g0, AdamStep step);

    /**
     * Squared distance of n elements; elements that are missing in x (NaN) are ignored. With {@code d = x - y}, {@code
     * s[j mod 16] = fma(d, d, s[j mod 16])}, then {@code s[i] += s[i + h]} for i below h, h = 8, 4, 2, 1; s[0].
     */
    float squaredDistance(int n, float[] x, int x0, float[] y, int y0);

    /** Index, from 0, of the lowest of n elements; the first of equals; NaN is never lowest; 0 if none is. */
    int argMin(int n, float[] x, int x0);

    /** Index, from 0, of the first of n elements that is below a bound; n if none is. NaN is never below. */
    int firstBelow(int n, float[] x, int x0, float bound);

    /**
     * A butterfly of a fast Fourier transform over n adjacent transforms: radix r of {2, 3, 4} elements in, r out, with
     * {@code t[j] = sum over k of x[k] exp(-2 pi i j k / r)}, {@code y[j] = w[j] t[j]}, {@code w[0] = 1}. The sums are,
     * for radix 2, {@code t0 = x0 + x1, t1 = x0 - x1}; radix 3, with {@code s = x1 + x2}, {@code t0 = x0 + s}, {@code u
     * = x0 - s / 2}, {@code v = -i sin(60 degrees) (x1 - x2)}, {@code t1 = u + v, t2 = u - v}; radix 4, with {@code a =
     * x0 + x2, b = x0 - x2, c = x1 + x3, d = -i (x1 - x3)}, {@code t0 = a + c, t1 = b + d, t2 = a - c, t3 = b - d}. A
     * product is {@code re = tr wr - ti wi, im = tr wi + ti wr}, every operator rounded.
     *
     * @param radix 2, 3 or 4
     * @param x element k of transform i: real part at {@code x0 + k * xStep + i}, imaginary part {@code im} further
     * @param y laid out like x; another array than x
     * @param w the real and imaginary parts of w[1] to w[r - 1], from {@code w0} on
     */
    void butterfly(
            int radix, int n, float[] x, int x0, int xStep, float[] y, int y0, int yStep, int im, float[] w, int w0);

    /** The number of adjacent rows of a table that form a run. */
    int RUN = 3;

    /**
     * Weighted sums over runs of {@link #RUN} adjacent rows of a table, as an interpolation by quadratic splines needs
     * them: {@code y[i, j] = s[0] + s[1] + s[2]} with {@code s[k] = fma(w[i, r, k], table[at[i, r] + k n + j], s[k])} for r
     * = 0, 1, ..., from 0 on.
     *
     * @param rows the number of sums
     * @param runs the number of runs of each sum
     * @param n the number of elements of a row of the table
     * @param at {@code [rows, runs]}: where the first row of each run begins
     * @param w {@code [rows, runs, RUN]}: the weights
     * @param table finite values
     * @param y element {@code [i, j]} at {@code y0 + i * yRow + j}, overwritten; another array than the table
     */
    void gather(int rows, int runs, int n, int[] at, float[] w, float[] table, float[] y, int y0, int yRow);

    /**
     * The transpose of {@link #gather}: {@code table[at[i, r] + k n + j] = fma(w[i, r, k], x[i, j], table[..])}, for i =
     * 0, 1, ..., for each i for r = 0, 1, ..., for each r for k = 0, 1, 2.
     *
     * @param w {@code [rows, runs, RUN]}: the weights, at least 0
     * @param x element {@code [i, j]} at {@code x0 + i * xRow + j}; another array than the table
     */
    void scatterAdd(int rows, int runs, int n, int[] at, float[] w, float[] x, int x0, int xRow, float[] table);

    /** Unsigned bytes as floats: {@code y = (x - offset) * factor}. */
    void decode(int n, byte[] x, int x0, float offset, float factor, float[] y, int y0);

    /**
     * The constants of one Adam step.
     *
     * @param rate the learning rate times {@code sqrt(1 - beta2^t) / (1 - beta1^t)}
     * @param beta1 the decay of the first moment
     * @param beta2 the decay of the second moment
     * @param epsilon the number added to the root of the second moment
     */
    record AdamStep(float rate, float beta1, float beta2, float epsilon) {}
}
