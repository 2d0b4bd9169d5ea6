package org.gne.sql;

import java.util.List;
import org.gne.architecture.ModuleArchitecture;

class ArchitectureTest extends ModuleArchitecture {

    ArchitectureTest() {
        super(
                List.of("org.gne.sql"),
                List.of("org.gne.io", "org.gne.io.table", "org.gne.data", "org.duckdb", "com.fasterxml.jackson.."));
    }
}
