package org.gne.bench;

import java.util.List;
import org.gne.architecture.ModuleArchitecture;

class ArchitectureTest extends ModuleArchitecture {

    ArchitectureTest() {
        super(
                List.of(
                        "org.gne.bench.jmh.jmh_generated",
                        "org.gne.bench.cells, org.gne.bench.growth, org.gne.bench.jmh, org.gne.bench.scaling, org.gne.bench.zoo",
                        "org.gne.bench"),
                List.of(
                        "org.gne..",
                        "com.fasterxml.jackson..",
                        "com.sun.management",
                        "ai.djl..",
                        "ai.onnxruntime",
                        "org.bytedeco..",
                        "org.openjdk.jmh..",
                        "org.knowm.xchart..",
                        "org.tribuo.."));
    }
}
