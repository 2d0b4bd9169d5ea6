package org.gne.bench;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.nio.LongBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gne.kernel.Parallel;
import org.gne.text.TextEmbedder;

/**
 * Texts embedded by {@link TextEmbedder}, and by ONNX Runtime alone with the same model, in turn in one process: one text at a time
 * on several threads, and in batches of 32 of like length. ONNX Runtime gets tokens that were made before, so that the
 * comparison counts GNE's tokens, pooling and storage against it.
 *
 * <pre>gne-bench/run EmbeddingThroughput FILE.txt [THREADS [ROUNDS [gne|one|batch]]]</pre>
 *
 * <p>FILE has one text per line. The last argument measures only one of them, whose peak memory is then that of the process.
 */
public final class EmbeddingThroughput {

    private static final int BATCH = 32;

    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final List<long[]> tokens;
    private final int threads;

    private EmbeddingThroughput(List<long[]> tokens, int threads) {
        this.tokens = tokens;
        this.threads = threads;
    }

    /** See the class. */
    public static void main(String[] args) throws IOException, OrtException {
        System.setProperty("ai.djl.offline", "true");
        List<String> texts = Files.readAllLines(Path.of(args[0]));
        int threads = args.length > 1 ? Integer.parseInt(args[1]) : 2;
        int rounds = args.length > 2 ? Integer.parseInt(args[2]) : 5;
        String only = args.length > 3 ? args[3] : "";
        EmbeddingThroughput alone = new EmbeddingThroughput(tokens(texts), threads);
        Map<String, List<Double>> rates = new HashMap<>();
        try (OrtSession one = alone.session(1);
                OrtSession all = alone.session(threads);
                TextEmbedder embedder = TextEmbedder.bundled().withThreads(threads)) {
            for (int round = 0; round <= rounds; round++) {
                for (String name : List.of("gne", "one", "batch")) {
                    if (only.isEmpty() || only.equals(name)) {
                        long begin = System.nanoTime();
                        if (name.equals("gne")) {
                            embedder.embed(texts);
                        } else if (name.equals("one")) {
                            alone.one(one);
                        } else {
                            alone.batches(all);
                        }
                        double rate = texts.size() / ((System.nanoTime() - begin) * 1e-9);
                        // The first round warms up.
                        if (round > 0) {
                            rates.computeIfAbsent(name, unseen -> new ArrayList<>())
                                    .add(rate);
                        }
                    }
                }
            }
        }
        rates.forEach((name, each) -> System.out.printf(
                Locale.ROOT,
                "%s: median %.0f texts/s of %s%n",
                name,
                median(each),
                each.stream().map(Math::round).toList()));
        if (only.isEmpty()) {
            System.out.printf(
                    Locale.ROOT,
                    "ratio to ONNX Runtime alone: %.2f one text at a time, %.2f in batches of %d%n",
                    median(rates.getOrDefault("gne", List.of())) / median(rates.getOrDefault("one", List.of())),
                    median(rates.getOrDefault("gne", List.of())) / median(rates.getOrDefault("batch", List.of())),
                    BATCH);
        }
        Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmHWM"))
                .forEach(System.out::println);
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElse(Double.NaN);
    }

    private static List<long[]> tokens(List<String> texts) throws IOException {
        try (InputStream json = resource("-tokenizer.json");
                HuggingFaceTokenizer tokenizer = HuggingFaceTokenizer.newInstance(
                        json, Map.of("padding", "false", "truncation", "true", "maxLength", "256"))) {
            return texts.stream().map(text -> tokenizer.encode(text).getIds()).toList();
        }
    }

    private static InputStream resource(String ending) {
        InputStream in = EmbeddingThroughput.class.getResourceAsStream("/" + TextEmbedder.BUNDLED + ending);
        if (in == null) {
            throw new IllegalStateException(TextEmbedder.BUNDLED + ending + " is not on the class path");
        }
        return in;
    }

    private OrtSession session(int intraOp) throws OrtException, IOException {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions();
                InputStream onnx = resource(".onnx")) {
            options.setIntraOpNumThreads(intraOp);
            return environment.createSession(onnx.readAllBytes(), options);
        }
    }

    private void one(OrtSession session) {
        try (Parallel parallel = new Parallel(threads)) {
            parallel.run(tokens.size(), (i, worker) -> run(session, List.of(tokens.get(i))));
        }
    }

    private void batches(OrtSession session) {
        List<long[]> sorted = tokens.stream()
                .sorted(Comparator.comparingInt(ids -> ids.length))
                .toList();
        for (int from = 0; from < sorted.size(); from += BATCH) {
            run(session, sorted.subList(from, Math.min(sorted.size(), from + BATCH)));
        }
    }

    private void run(OrtSession session, List<long[]> texts) {
        int length = texts.stream().mapToInt(ids -> ids.length).max().orElse(0);
        long[] shape = {texts.size(), length};
        long[] ids = new long[texts.size() * length];
        long[] mask = new long[ids.length];
        for (int i = 0; i < texts.size(); i++) {
            long[] text = texts.get(i);
            System.arraycopy(text, 0, ids, i * length, text.length);
            Arrays.fill(mask, i * length, i * length + text.length, 1);
        }
        try (OnnxTensor first = OnnxTensor.createTensor(environment, LongBuffer.wrap(ids), shape);
                OnnxTensor second = OnnxTensor.createTensor(environment, LongBuffer.wrap(mask), shape);
                OnnxTensor third = OnnxTensor.createTensor(environment, LongBuffer.wrap(new long[ids.length]), shape);
                OrtSession.Result result =
                        session.run(Map.of("input_ids", first, "attention_mask", second, "token_type_ids", third))) {
            if (result.size() == 0) {
                throw new IllegalStateException("no output, expected one");
            }
        } catch (OrtException e) {
            throw new IllegalStateException(e);
        }
    }
}
