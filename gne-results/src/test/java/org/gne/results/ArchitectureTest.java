package org.gne.results;

import java.util.List;
import org.gne.architecture.ModuleArchitecture;

class ArchitectureTest extends ModuleArchitecture {

    ArchitectureTest() {
        super(List.of("org.gne.results"), List.of("org.gne..", "com.fasterxml.jackson..", "de.siegmar.fastcsv.."));
    }
}
