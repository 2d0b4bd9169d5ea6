package org.gne;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The order of docs/architecture.md. */
class ArchitectureTest {

    /** From top to bottom; each uses only those under it. */
    private static final List<String> ROOMS = List.of(
            "org.gne",
            "org.gne.baseline",
            "org.gne.analysis",
            "org.gne.mixture",
            "org.gne.quality",
            "org.gne.place",
            "org.gne.train",
            "org.gne.search",
            "org.gne.layout",
            "org.gne.loop",
            "org.gne.neighbor",
            "org.gne.nn",
            "org.gne.data",
            "org.gne.kernel");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_JARS)
            .importPackages("org.gne");

    @Test
    void packagesUseOnlyThoseUnderThem() {
        LayeredArchitecture order = layeredArchitecture().consideringOnlyDependenciesInLayers();
        for (String room : ROOMS) {
            order = order.optionalLayer(room).definedBy(room);
        }
        List<String> above = new ArrayList<>();
        for (String room : ROOMS) {
            order = above.isEmpty()
                    ? order.whereLayer(room).mayNotBeAccessedByAnyLayer()
                    : order.whereLayer(room).mayOnlyBeAccessedByLayers(above.toArray(String[]::new));
            above.add(room);
        }
        order.check(CLASSES);
    }

    @Test
    void everyClassIsInAKnownRoom() {
        assertThat(CLASSES).isNotEmpty();
        assertThat(CLASSES).allSatisfy(type -> assertThat(ROOMS).contains(type.getPackageName()));
        assertThat(CLASSES.contain(Gne.class)).isTrue();
        assertThat(CLASSES.contain(ArchitectureTest.class)).isFalse();
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("org.(gne..)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void nothingDrawsOrNeedsJavaExtensions() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.awt..", "javax..")
                .check(CLASSES);
    }

    @Test
    void onlyKernelsKnowTheVectorModule() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.gne.kernel")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("jdk.incubator..")
                .check(CLASSES);
    }
}
