package org.gne.kernel;

import java.lang.module.ModuleFinder;

/** What to do about a missing vector module. */
final class VectorAdvice {

    private static final String MODULE = "jdk.incubator.vector";

    private VectorAdvice() {}

    /** One line: the flag, and where it goes. */
    static String text() {
        return text(ModuleFinder.ofSystem().find(MODULE).isPresent());
    }

    /**
     * @param known whether this Java has the module, but the process was started without it
     */
    static String text(boolean known) {
        String slow = "GNE runs without the Vector API, with the same results but about three times slower: ";
        return known
                ? slow + "start with --add-modules=" + MODULE
                        + " (java: before the class or -jar; Maven tests: argLine of"
                        + " surefire; Gradle: jvmArgs; JShell: -R--add-modules=" + MODULE + ")"
                : slow + "this Java has no module " + MODULE + ", a full JDK has";
    }
}
