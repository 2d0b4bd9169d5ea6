package org.gne.umap;

import java.util.List;
import org.gne.architecture.ModuleArchitecture;

class ArchitectureTest extends ModuleArchitecture {

    ArchitectureTest() {
        super(List.of("org.gne.umap"), List.of("org.gne.loop", "org.gne.data", "tagbio.umap.."));
    }
}
