package org.gne.mnist;

import java.util.List;
import org.gne.architecture.ModuleArchitecture;

class ArchitectureTest extends ModuleArchitecture {

    ArchitectureTest() {
        super(List.of("org.gne.mnist"), List.of("org.gne.io", "org.gne.io.idx", "org.gne.data"));
    }
}
