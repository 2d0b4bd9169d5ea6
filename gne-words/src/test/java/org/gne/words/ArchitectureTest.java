package org.gne.words;

import java.util.List;
import org.gne.architecture.ModuleArchitecture;

class ArchitectureTest extends ModuleArchitecture {

    ArchitectureTest() {
        super(List.of("org.gne.words"), List.of("org.gne.cluster", "org.apache.lucene.."));
    }
}
