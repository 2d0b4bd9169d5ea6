package org.gne.draw;

import java.util.List;
import org.gne.architecture.ModuleArchitecture;

class ArchitectureTest extends ModuleArchitecture {

    ArchitectureTest() {
        super(
                List.of("org.gne.draw"),
                List.of("org.gne.analysis", "org.gne.cluster", "org.gne.data", "javax.imageio.."));
    }
}
