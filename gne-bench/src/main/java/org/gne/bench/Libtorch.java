package org.gne.bench;

import ai.djl.engine.Engine;
import ai.djl.pytorch.jni.JniUtils;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Locale;

/** The libtorch of the class path, by DJL: nothing is downloaded; it is unpacked to {@code target/djl}. */
final class Libtorch {

    private Libtorch() {}

    /** Whether libtorch has native code for this machine. */
    static boolean available() {
        String machine = System.getProperty("os.arch");
        return System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux")
                && (machine.equals("amd64") || machine.equals("x86_64"));
    }

    /** The engine; from now on its operators and gradients use this number of threads. */
    static Engine engine(int threads) {
        String folder = folder().toString();
        System.setProperty("DJL_CACHE_DIR", folder);
        System.setProperty("ENGINE_CACHE_DIR", folder);
        System.setProperty("ai.djl.offline", "true");
        System.setProperty("OPT_OUT_TRACKING", "true");
        // Read once, when the engine starts; operators take the number of threads at any time.
        System.setProperty("ai.djl.pytorch.num_interop_threads", Integer.toString(threads));
        System.setProperty("ai.djl.pytorch.num_threads", Integer.toString(threads));
        Engine engine = Engine.getEngine("PyTorch");
        JniUtils.setNumThreads(threads);
        return engine;
    }

    /** Such as {@code 2.7.1}. */
    static String version() {
        return engine(1).getVersion();
    }

    private static Path folder() {
        try {
            Path classes = Path.of(Libtorch.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return classes.resolveSibling("djl");
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
