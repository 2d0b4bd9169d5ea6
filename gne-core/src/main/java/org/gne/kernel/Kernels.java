package org.gne.kernel;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Locale;

/**
 * Chooses the kernel once per process, at first use: the Vector API if its module is present and its vectors hold at
 * least 4 floats, else plain Java, with a line in the log of this class that says how to add the module. The system property {@value #PROPERTY} = {@code scalar} or {@code vector} selects
 * one of them.
 */
public final class Kernels {

    /** {@code -Dgne.kernel=scalar} or {@code -Dgne.kernel=vector}. */
    public static final String PROPERTY = "gne.kernel";

    private static final String VECTOR_MODULE = "jdk.incubator.vector";

    private static final Kernel ACTIVE = choose(System.getProperty(PROPERTY, ""));

    private Kernels() {}

    /** The kernel of this process. */
    public static Kernel active() {
        return ACTIVE;
    }

    static Kernel scalar() {
        return new ScalarKernel();
    }

    /**
     * The Vector API kernel.
     *
     * @throws IllegalStateException if the module is absent
     */
    static Kernel vector() {
        if (!vectorModulePresent()) {
            throw new IllegalStateException(
                    "the vector kernel needs the module jdk.incubator.vector: add --add-modules=jdk.incubator.vector");
        }
        try {
            // By name: this class must load even if the module, and with it VectorKernel, cannot be loaded.
            return (Kernel) Class.forName("org.gne.kernel.VectorKernel")
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException | LinkageError e) {
            throw new IllegalStateException("the vector kernel does not load on this JDK: " + e, e);
        }
    }

    /** Says once if a step of every product is computed by software, because the processor has no instruction for it. */
    private static Kernel choose(String forced) {
        if (!FusedMultiplyAdd.isFast()) {
            System.getLogger(Kernels.class.getName())
                    .log(
                            Level.WARNING,
                            "this processor has no fused multiply-add (FMA), so that fits take many times as long;"
                                    + " x86 processors have it since 2013");
        }
        return chosen(forced);
    }

    private static Kernel chosen(String forced) {
        switch (forced.toLowerCase(Locale.ROOT)) {
            case "scalar":
                return chosen(scalar(), "forced by -D" + PROPERTY);
            case "vector":
                return chosen(vector(), "forced by -D" + PROPERTY);
            case "":
                break;
            default:
                throw new IllegalArgumentException("-D" + PROPERTY + "=" + forced + ": expected scalar or vector");
        }
        if (!vectorModulePresent()) {
            logger().log(Level.INFO, VectorAdvice.text());
            return chosen(scalar(), "the module jdk.incubator.vector is absent");
        }
        try {
            return chosen(vector(), "the module jdk.incubator.vector is present");
        } catch (IllegalStateException e) {
            return chosen(scalar(), String.valueOf(e.getMessage()));
        }
    }

    private static boolean vectorModulePresent() {
        return ModuleLayer.boot().findModule(VECTOR_MODULE).isPresent() || loadVectorModule();
    }

    /**
     * Loads the module if the process was started with {@code --add-exports=java.base/jdk.internal.module=ALL-UNNAMED},
     * as the launcher does. Unlike {@code --add-modules} this prints no warning, and a command that computes nothing
     * starts without the module.
     */
    private static boolean loadVectorModule() {
        try {
            Class.forName("jdk.internal.module.Modules")
                    .getMethod("loadModule", String.class)
                    .invoke(null, VECTOR_MODULE);
            return true;
        } catch (ReflectiveOperationException | LinkageError e) {
            return false;
        }
    }

    private static Kernel chosen(Kernel kernel, String reason) {
        logger().log(Level.DEBUG, "kernel {0}: {1}", kernel.name(), reason);
        return kernel;
    }

    private static Logger logger() {
        return System.getLogger(Kernels.class.getName());
    }
}
