package org.gne.explorer;

import java.util.List;
import org.gne.architecture.ModuleArchitecture;

class ArchitectureTest extends ModuleArchitecture {

    ArchitectureTest() {
        super(
                List.of("org.gne.explorer"),
                List.of(
                        "org.gne",
                        "org.gne.cluster",
                        "org.gne.loop",
                        "org.gne.nn",
                        "org.gne.analysis",
                        "org.gne.quality",
                        "org.gne.data",
                        "org.gne.draw",
                        "org.gne.io.export",
                        "com.fasterxml.jackson.jr.ob",
                        "com.sun.net.httpserver"));
    }
}
