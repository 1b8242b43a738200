package chat262;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The shape of what surrounds the application, as rules that the build checks. */
class ArchitectureTest {
    private static final JavaClasses PAYARA_CONFIG = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("chat262.launcher", "chat262.connector");

    @Test
    void packagesDependDownwardsOnly() {
        layeredArchitecture()
                .consideringOnlyDependenciesInAnyPackage("chat262..")
                .layer("connector")
                .definedBy("chat262.connector")
                .layer("launcher")
                .definedBy("chat262.launcher")
                .layer("move")
                .definedBy("chat262.launcher.move")
                .layer("runtime")
                .definedBy("chat262.launcher.runtime")
                .layer("database")
                .definedBy("chat262.launcher.database")
                .layer("common")
                .definedBy("chat262.launcher.common")
                .whereLayer("connector")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("launcher")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("move")
                .mayOnlyBeAccessedByLayers("launcher")
                .whereLayer("runtime")
                .mayOnlyBeAccessedByLayers("launcher")
                .whereLayer("database")
                .mayOnlyBeAccessedByLayers("launcher", "move")
                .whereLayer("common")
                .mayOnlyBeAccessedByLayers("launcher", "move", "runtime", "database")
                .check(PAYARA_CONFIG);
    }

    /** In {@code chat-server.jar}, chat-api is a library that Payara's class loader finds, as is Grizzly. */
    @Test
    void theLauncherNeedsNoClassesButItsOwnAndPicoclis() {
        classes()
                .that()
                .resideInAPackage("chat262.launcher..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("chat262.launcher..", "picocli..", "java..", "javax.sql", "fish.payara.micro..")
                .check(PAYARA_CONFIG);
    }

    @Test
    void theConnectorKnowsGrizzlyAndTheWireContractOnly() {
        classes()
                .that()
                .resideInAPackage("chat262.connector")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("chat262.connector", "chat262.api..", "org.glassfish.grizzly..", "java..")
                .check(PAYARA_CONFIG);
    }

    @Test
    void onlyTheCommandLineKnowsPicocli() {
        noClasses()
                .that()
                .haveNameNotMatching("chat262\\.launcher\\.(ServerCommand|CommandSyntax)(\\$.*)?")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("picocli..")
                .check(PAYARA_CONFIG);
    }

    @Test
    void namesAreNotEmptyWords() {
        classes()
                .should()
                .haveNameNotMatching(".*(Manager|Helper|Util|Utils|Impl|DTO|Facade|Processor)")
                .check(PAYARA_CONFIG);
    }

    @Test
    void everyPackageHasAPackageInfo() {
        assertThat(PAYARA_CONFIG.stream().map(JavaClass::getPackageName).distinct())
                .hasSize(6)
                .allSatisfy(name -> assertThat(Path.of("src/main/java", name.replace('.', '/'), "package-info.java"))
                        .matches(Files::isRegularFile));
    }
}
