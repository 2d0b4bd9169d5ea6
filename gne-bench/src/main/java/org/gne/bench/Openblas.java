package org.gne.bench;

import static org.bytedeco.openblas.global.openblas.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas.blas_set_num_threads;
import static org.bytedeco.openblas.global.openblas.cblas_sgemm;

import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.openblas.global.openblas;

/** The rate of OpenBLAS on one large single-precision matrix product: close to the peak of the machine. */
public final class Openblas {

    private static final int SIZE = 2048;
    private static final int RUNS = 9;

    private Openblas() {}

    /** Prints the rates for 1 and 2 threads, or for the numbers of threads given. */
    public static void main(String[] args) {
        int[] threads = args.length == 0
                ? new int[] {1, 2}
                : Arrays.stream(args).mapToInt(Integer::parseInt).toArray();
        for (int t : threads) {
            System.out.printf(
                    Locale.ROOT, "openblas sgemm %d^3, %d thread(s): %.1f GFLOP/s%n", SIZE, t, gflops(SIZE, t, RUNS));
        }
    }

    /**
     * Floating-point operations per nanosecond of {@code C = A B}: the median of several runs, after one run that does not
     * count.
     *
     * @param size rows and columns of all three matrices
     * @param threads the number of threads of OpenBLAS
     * @param runs the number of timed runs
     */
    public static double gflops(int size, int threads, int runs) {
        blas_set_num_threads(threads);
        // Native memory: with Java arrays each call would also copy them in and out.
        try (FloatPointer a = random(size * size, 1);
                FloatPointer b = random(size * size, 2);
                FloatPointer c = new FloatPointer((long) size * size)) {
            multiply(size, a, b, c);
            double[] seconds = new double[runs];
            for (int run = 0; run < runs; run++) {
                long start = System.nanoTime();
                multiply(size, a, b, c);
                seconds[run] = (System.nanoTime() - start) * 1e-9;
            }
            Arrays.sort(seconds);
            return 2.0 * size * size * size / seconds[runs / 2] * 1e-9;
        }
    }

    /** The version of the package and the processor whose kernels are used, such as {@code 0.3.30-1.5.12, SKYLAKEX}. */
    static String version() {
        String asked = System.getenv("OPENBLAS_CORETYPE");
        return openblas.class.getPackage().getImplementationVersion() + (asked == null ? "" : ", " + asked);
    }

    private static void multiply(int n, FloatPointer a, FloatPointer b, FloatPointer c) {
        cblas_sgemm(CblasRowMajor, CblasNoTrans, CblasNoTrans, n, n, n, 1f, a, n, b, n, 0f, c, n);
    }

    private static FloatPointer random(int count, long seed) {
        float[] values = new float[count];
        Random random = new Random(seed);
        for (int i = 0; i < count; i++) {
            values[i] = random.nextFloat() - 0.5f;
        }
        return new FloatPointer(values);
    }
}
