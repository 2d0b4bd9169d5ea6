package org.gne.text;

import java.util.List;
import org.gne.architecture.ModuleArchitecture;

class ArchitectureTest extends ModuleArchitecture {

    ArchitectureTest() {
        super(
                List.of("org.gne.text"),
                List.of(
                        "org.gne.io",
                        "org.gne.data",
                        "org.gne.kernel",
                        "ai.djl.huggingface.tokenizers",
                        "ai.onnxruntime"));
    }
}
