package org.gne.onnx;

import java.util.List;
import org.gne.architecture.ModuleArchitecture;

class ArchitectureTest extends ModuleArchitecture {

    ArchitectureTest() {
        super(
                List.of("org.gne.onnx"),
                List.of(
                        "org.gne",
                        "org.gne.nn",
                        "org.gne.data",
                        "org.tribuo.util.onnx",
                        "ai.onnx.proto",
                        "com.google.protobuf",
                        "com.fasterxml.jackson.jr.ob"));
    }
}
