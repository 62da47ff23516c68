package io.lockkeeper.approval;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/** Holds the column "may import" of the project's style. */
class ArchitectureTest {

    private static final JavaClasses SERVICE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.lockkeeper.approval");

    private static final List<String> NOT_DOMAIN = List.of("Request", "View", "Resource", "Config", "Wire", "GrantKey");

    private static final DescribedPredicate<JavaClass> PURE = DescribedPredicate.describe(
            "are records, enums or sealed types of the domain",
            type -> NOT_DOMAIN.stream().noneMatch(type.getName()::contains)
                    && (type.isRecord() || type.isEnum())
                    && !type.getPackageName().endsWith(".slack"));

    @Test
    void featuresHaveNoCycles() {
        slices().matching("io.lockkeeper.approval.(*)..")
                .should()
                .beFreeOfCycles()
                .check(SERVICE);
    }

    @Test
    void theDomainImportsJavaOnly() {
        classes()
                .that(PURE)
                .and()
                .resideInAPackage("io.lockkeeper.approval.(*)..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage("java..", "org.jspecify..", "io.lockkeeper.approval.."))
                .check(SERVICE);
    }

    @Test
    void onlyWireTouchesGeneratedCode() {
        noClasses()
                .that()
                .haveSimpleNameNotEndingWith("Wire")
                .and()
                .haveNameNotMatching(".*Wire\\$.*")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.lockkeeper.proto.v1..")
                .check(SERVICE);
    }

    @Test
    void onlyStoresAndEntitiesTouchPersistence() {
        noClasses()
                .that()
                .haveSimpleNameNotEndingWith("Store")
                .and()
                .haveSimpleNameNotEndingWith("Entity")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.persistence..", "org.hibernate..", "io.quarkus.hibernate..")
                .check(SERVICE);
    }

    @Test
    void onlyResourcesTouchHttp() {
        noClasses()
                .that()
                .haveSimpleNameNotEndingWith("Resource")
                .and()
                .haveNameNotMatching(".*Resource(\\$.*|_.*)")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.ws.rs..", "io.lockkeeper.edge..")
                .check(SERVICE);
    }

    @Test
    void onlyListenersTouchMessaging() {
        noClasses()
                .that()
                .haveSimpleNameNotEndingWith("Listener")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.eclipse.microprofile.reactive..", "org.apache.kafka..")
                .check(SERVICE);
    }
}
