package org.gne;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import java.util.List;
import org.gne.architecture.ModuleArchitecture;
import org.junit.jupiter.api.Test;

class ArchitectureTest extends ModuleArchitecture {

    ArchitectureTest() {
        super(
                List.of(
                        "org.gne",
                        "org.gne.baseline",
                        "org.gne.analysis",
                        "org.gne.mixture",
                        "org.gne.cluster",
                        "org.gne.quality",
                        "org.gne.place",
                        "org.gne.train",
                        "org.gne.search",
                        "org.gne.layout",
                        "org.gne.loop",
                        "org.gne.batch",
                        "org.gne.neighbor",
                        "org.gne.nn",
                        "org.gne.data",
                        "org.gne.kernel"),
                List.of("org.ejml..", "com.fasterxml.jackson..", "com.sun.management", "jdk.incubator.vector"));
    }

    @Test
    void nothingDraws() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.awt..")
                .check(moduleClasses());
    }

    @Test
    void onlyKernelsKnowTheVectorModule() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.gne.kernel")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("jdk.incubator..")
                .check(moduleClasses());
    }

    /** As soon as a process has float vectors of two lengths, every kernel allocates objects for its vectors. */
    @Test
    void kernelsUseFloatVectorsOfOneLength() {
        for (String other : List.of("SPECIES_64", "SPECIES_128", "SPECIES_256", "SPECIES_512", "SPECIES_MAX")) {
            noClasses()
                    .should()
                    .accessField("jdk.incubator.vector.FloatVector", other)
                    .check(moduleClasses());
        }
    }
}
