package org.gne.print;

import java.util.List;
import org.gne.architecture.ModuleArchitecture;

class ArchitectureTest extends ModuleArchitecture {

    ArchitectureTest() {
        super(
                List.of("org.gne.print"),
                List.of(
                        "org.gne.draw",
                        "org.gne.data",
                        "org.apache.batik..",
                        "org.apache.pdfbox..",
                        "de.rototor.pdfbox..",
                        "javax.imageio",
                        "javax.xml.parsers",
                        "org.w3c.dom"));
    }
}
