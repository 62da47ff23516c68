package io.lockkeeper.e2e.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the house's walls over the compiled classes of every module. */
class ArchitectureTest {

    private static final List<String> SERVICES =
            List.of("risk-service", "approval-service", "executor-service", "progress-service", "notifier-service");
    private static final JavaClasses CODE = new ClassFileImporter()
            .importPaths(SERVICES.stream()
                    .map(module -> Path.of("..", module, "target", "classes"))
                    .toList());

    @Test
    void everyServiceIsLookedAt() {
        assertThat(CODE.stream().map(type -> type.getPackageName().split("\\.")[2]).distinct())
                .contains("risk", "approval", "executor", "progress", "notifier");
    }

    @Test
    void onlyWireTouchesGeneratedMessages() {
        noClasses()
                .that(areNotNamed("Wire"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.lockkeeper.proto.v1..")
                .check(CODE);
    }

    @Test
    void onlyListenersTouchMessaging() {
        noClasses()
                .that(areNotNamed("Listener"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.eclipse.microprofile.reactive.messaging..")
                .check(CODE);
    }

    @Test
    void onlyStoresAndRowsTouchPersistence() {
        noClasses()
                .that(areNotNamed("Store", "Entity", "Row"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.quarkus.hibernate..", "org.hibernate..")
                .check(CODE);
    }

    @Test
    void theRiskEngineKnowsNoFramework() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.quarkus..", "jakarta..", "org.hibernate..", "io.lockkeeper.proto..")
                .check(new ClassFileImporter().importPath(Path.of("..", "risk-engine", "target", "classes")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Util", "Utils", "Helper", "Manager", "Impl"})
    void nobodyIsNamedAfterNothing(String suffix) {
        noClasses()
                .that()
                .resideInAPackage("io.lockkeeper..")
                .should()
                .haveSimpleNameEndingWith(suffix)
                .check(CODE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"risk", "approval", "executor", "progress", "notifier"})
    void featuresHaveNoCycles(String service) {
        slices().matching("io.lockkeeper." + service + ".(*)..")
                .should()
                .beFreeOfCycles()
                .check(CODE);
    }

    /** Nested, generated and proxy classes count as their outermost class. */
    private static DescribedPredicate<JavaClass> areNotNamed(String... suffixes) {
        return DescribedPredicate.describe("are not named …" + String.join(" or …", suffixes), type -> {
            String outermost = type.getName().replaceFirst("\\$.*", "").replaceFirst("_.*", "");
            return outermost.startsWith("io.lockkeeper")
                    && List.of(suffixes).stream().noneMatch(outermost::endsWith);
        });
    }
}
