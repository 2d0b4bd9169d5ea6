package org.gne.spark;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The order of docs/architecture.md: the library under Spark, nothing of GNE beside. */
class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_JARS)
            .importPackages("org.gne.spark");

    @Test
    void usesTheLibraryAndSparkOnly() {
        assertThat(CLASSES.contain(GneEstimator.class)).isTrue();
        classes()
                .that()
                .resideInAPackage("org.gne.spark..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "org.gne",
                        "org.gne.spark..",
                        "org.gne.place",
                        "org.gne.train",
                        "org.gne.search",
                        "org.gne.layout",
                        "org.gne.loop",
                        "org.gne.quality",
                        "org.gne.neighbor",
                        "org.gne.nn",
                        "org.gne.data",
                        "org.gne.kernel",
                        "org.apache.spark..",
                        "org.apache.hadoop.conf",
                        "org.apache.hadoop.fs",
                        "org.slf4j",
                        "org.jspecify..",
                        "com.fasterxml.jackson.jr..",
                        "com.esotericsoftware.kryo..",
                        "picocli..",
                        "scala..",
                        "java..")
                .check(CLASSES);
    }

    @Test
    void hasNoNetworkOfItsOwn() {
        // The mathematics is that of the library: see PartTraining.
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveNameMatching("org\\.gne\\.nn\\.(Backward|Adam|Workspace)")
                .check(CLASSES);
    }
}
