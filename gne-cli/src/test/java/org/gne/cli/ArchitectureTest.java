package org.gne.cli;

import java.util.List;
import org.gne.architecture.ModuleArchitecture;

class ArchitectureTest extends ModuleArchitecture {

    ArchitectureTest() {
        super(
                List.of(
                        "org.gne.cli",
                        "org.gne.cli.paper",
                        "org.gne.cli.compare",
                        "org.gne.cli.fit, org.gne.cli.map",
                        "org.gne.cli.input",
                        "org.gne.cli.output"),
                List.of("org.gne..", "picocli..", "me.tongfei.progressbar", "org.jline..", "com.fasterxml.jackson.."));
    }
}
