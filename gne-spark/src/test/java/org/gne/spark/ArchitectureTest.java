package org.gne.spark;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import java.util.List;
import org.gne.architecture.ModuleArchitecture;
import org.junit.jupiter.api.Test;

class ArchitectureTest extends ModuleArchitecture {

    ArchitectureTest() {
        super(
                List.of("org.gne.spark"),
                List.of(
                        "org.gne",
                        "org.gne.place",
                        "org.gne.quality",
                        "org.gne.train",
                        "org.gne.layout",
                        "org.gne.search",
                        "org.gne.loop",
                        "org.gne.neighbor",
                        "org.gne.nn",
                        "org.gne.data",
                        "org.gne.kernel",
                        "org.gne.io",
                        "org.gne.io.table",
                        "org.apache.spark..",
                        "org.apache.hadoop.conf",
                        "org.apache.hadoop.fs",
                        "org.slf4j",
                        "com.fasterxml.jackson.jr..",
                        "com.esotericsoftware.kryo..",
                        "picocli..",
                        "scala.."));
    }

    @Test
    void hasNoNetworkOfItsOwn() {
        // The mathematics is that of the library: see PartTraining.
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveNameMatching("org\\.gne\\.nn\\.(Backward|Adam|Workspace)")
                .check(moduleClasses());
    }
}
