package org.gne.arrow;

import java.util.List;
import org.gne.architecture.ModuleArchitecture;

class ArchitectureTest extends ModuleArchitecture {

    ArchitectureTest() {
        super(
                List.of("org.gne.arrow"),
                List.of("org.gne.io", "org.gne.io.table", "org.gne.data", "org.apache.arrow.."));
    }
}
