package org.gne.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gne.data.Samples;
import org.gne.data.Scaling;
import org.gne.kernel.Kernels;
import org.gne.mnist.Mnist;

/**
 * The paper's listing on MNIST by GNE, by libtorch, and a large matrix product of OpenBLAS, in one run and alternating, first
 * with one thread, then with two: {@code TrainingThroughput [ROUNDS [RESULT.json]]}. Prints medians, and ratios
 * within the rounds.
 *
 * <p>Only the matrix products count as operations; the time includes noise, losses, Adam, reading and waiting.
 */
public final class TrainingThroughput {

    private static final int ROUNDS = 10;

    private TrainingThroughput() {}

    /** Measures and prints, and writes the file if one is given. */
    public static void main(String[] args) throws IOException {
        int rounds = args.length > 0 ? Integer.parseInt(args[0]) : ROUNDS;
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("jdk", Runtime.version().toString());
        result.put("kernel", Kernels.active().name());
        result.put("libtorch", Libtorch.version());
        result.put("openblas", Openblas.version());
        System.out.println(result);
        Samples samples = Mnist.train().samples().scaled(Scaling.unit(0, 255));
        List<Throughput> measured = new ArrayList<>();
        for (int threads : new int[] {1, 2}) {
            Throughput found = Alternation.run(samples, threads, rounds);
            measured.add(found);
            print(found, measured.get(0));
        }
        result.put("threads", measured);
        if (args.length > 1) {
            Results.write(Path.of(args[1]), result);
        }
    }

    private static void print(Throughput found, Throughput one) {
        System.out.printf(
                Locale.ROOT,
                "%d thread(s), rows/s: GNE %.0f, libtorch %.0f, ratio %s; %.2f x one thread%n"
                        + "    GFLOP/s: GNE %.1f, OpenBLAS %.1f, ratio %s%n"
                        + "    loss of the last epoch: GNE %.5f, libtorch %.5f%n",
                found.threads(),
                found.gneRows().median(),
                found.libtorchRows().median(),
                found.overLibtorch().text(2),
                found.gneRows().median() / one.gneRows().median(),
                found.gneGflops().median(),
                found.openblas().median(),
                found.overOpenblas().text(2),
                found.gneLoss().get(found.gneLoss().size() - 1),
                found.libtorchLoss().get(found.libtorchLoss().size() - 1));
    }
}
