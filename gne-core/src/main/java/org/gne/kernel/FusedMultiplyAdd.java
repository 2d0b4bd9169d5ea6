package org.gne.kernel;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;

/**
 * The instruction that multiplies and adds with one rounding. Without it, {@link Math#fma} gives the same bits, but computes them with
 * decimal numbers of any length, which takes hundreds of times as long.
 */
final class FusedMultiplyAdd {

    private FusedMultiplyAdd() {}

    /** Whether the JVM uses the instruction; true if that is not known. */
    static boolean isFast() {
        try {
            HotSpotDiagnosticMXBean options = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
            return options == null
                    || Boolean.parseBoolean(options.getVMOption("UseFMA").getValue());
        } catch (IllegalArgumentException | LinkageError e) {
            // Another JVM, or one without this module.
            return true;
        }
    }
}
