package io.lockkeeper.progress;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/** Holds the column "may import" of the project's style. */
class ArchitectureTest {

    private static final JavaClasses SERVICE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.lockkeeper.progress");

    private static final DescribedPredicate<JavaClass> PURE = DescribedPredicate.describe(
            "are records or enums of the domain",
            type -> (type.isRecord() || type.isEnum())
                    && !type.getFullName().contains("Resource")
                    && !type.getFullName().contains("View")
                    && !type.getFullName().contains("Wire"));

    @Test
    void featuresHaveNoCycles() {
        slices().matching("io.lockkeeper.progress.(*)..")
                .should()
                .beFreeOfCycles()
                .check(SERVICE);
    }

    @Test
    void theDomainImportsJavaOnly() {
        classes()
                .that(PURE)
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage("java..", "org.jspecify..", "io.lockkeeper.progress.."))
                .check(SERVICE);
    }

    @Test
    void onlyWiresTouchGeneratedCode() {
        noClasses()
                .that()
                .haveNameNotMatching(".*Wire(\\$.*)?")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.lockkeeper.proto.v1..")
                .check(SERVICE);
    }

    @Test
    void onlyStoresAndRowsTouchPersistence() {
        noClasses()
                .that()
                .haveNameNotMatching(".*(Store|Row)(\\$.*)?")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.persistence..", "org.hibernate..", "io.quarkus.hibernate..")
                .check(SERVICE);
    }

    @Test
    void onlyResourcesAndStreamsTouchHttp() {
        noClasses()
                .that()
                .haveNameNotMatching(".*(Resource|Stream)(\\$.*)?")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.ws.rs..", "org.jboss.resteasy..")
                .check(SERVICE);
    }

    @Test
    void onlyListenersTouchMessaging() {
        noClasses()
                .that()
                .haveNameNotMatching(".*Listener(\\$.*)?")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.apache.kafka..", "org.eclipse.microprofile.reactive..", "io.smallrye.reactive..")
                .check(SERVICE);
    }
}
