package org.gne.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * The order of docs/architecture.md in one module. Every module has a test that extends this one and says which packages
 * there are and what they may use.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class ModuleArchitecture {

    /** What every module may use. */
    private static final List<String> EVERYWHERE = List.of("java..", "org.jspecify.annotations");

    private final List<List<String>> levels;
    private final List<String> uses;
    private final JavaClasses classes;

    /**
     * The rules of a module.
     *
     * @param levels its packages from top to bottom, those of a level separated by commas: each uses only those of the levels
     *     under it
     * @param uses packages of other modules and libraries, as ArchUnit matches them: {@code org.gne.data}, {@code picocli..}
     */
    protected ModuleArchitecture(List<String> levels, List<String> uses) {
        this.levels =
                levels.stream().map(level -> Arrays.asList(level.split(", "))).toList();
        this.uses = uses;
        String module = System.getProperty("basedir", "");
        classes = new ClassFileImporter().importPath(Path.of(module, "target", "classes"));
    }

    /** The classes of the module, without its tests. */
    protected final JavaClasses moduleClasses() {
        return classes;
    }

    private Stream<String> packages() {
        return levels.stream().flatMap(List::stream);
    }

    @Test
    void packagesUseOnlyThoseUnderThem() {
        LayeredArchitecture order = layeredArchitecture().consideringOnlyDependenciesInLayers();
        for (String each : packages().toList()) {
            order = order.layer(each).definedBy(each);
        }
        List<String> above = new ArrayList<>();
        for (List<String> level : levels) {
            for (String each : level) {
                order = above.isEmpty()
                        ? order.whereLayer(each).mayNotBeAccessedByAnyLayer()
                        : order.whereLayer(each).mayOnlyBeAccessedByLayers(above.toArray(String[]::new));
            }
            above.addAll(level);
        }
        order.check(classes);
    }

    @Test
    void everyPackageIsListed() {
        assertThat(classes.stream().map(JavaClass::getPackageName).distinct())
                .containsExactlyInAnyOrderElementsOf(packages().toList());
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("org.(gne..)").should().beFreeOfCycles().check(classes);
    }

    @Test
    void nothingElseIsUsed() {
        String[] known = Stream.of(packages(), uses.stream(), EVERYWHERE.stream())
                .flatMap(each -> each)
                .toArray(String[]::new);
        classes().should().onlyDependOnClassesThat().resideInAnyPackage(known).check(classes);
    }
}
