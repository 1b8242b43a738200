package chat262.cli;

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

/** The shape of the console, as rules that the build checks. */
class ArchitectureTest {
    private static final JavaClasses CONSOLE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("chat262.cli");

    @Test
    void dependenciesGoOneWayFromCommandsToTheDisk() {
        layeredArchitecture()
                .consideringOnlyDependenciesInAnyPackage("chat262.cli..")
                .layer("commands")
                .definedBy("chat262.cli")
                .layer("console")
                .definedBy("chat262.cli.console")
                .layer("terminal")
                .definedBy("chat262.cli.terminal")
                .layer("sync")
                .definedBy("chat262.cli.sync")
                .layer("server")
                .definedBy("chat262.cli.server")
                .layer("store")
                .definedBy("chat262.cli.store")
                .layer("json")
                .definedBy("chat262.cli.json")
                .whereLayer("commands")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("console")
                .mayOnlyBeAccessedByLayers("commands", "terminal")
                .whereLayer("terminal")
                .mayOnlyBeAccessedByLayers("commands")
                .whereLayer("sync")
                .mayOnlyBeAccessedByLayers("commands", "console")
                .whereLayer("server")
                .mayOnlyBeAccessedByLayers("commands", "console", "sync")
                .whereLayer("store")
                .mayOnlyBeAccessedByLayers("commands", "console", "sync")
                .whereLayer("json")
                .mayOnlyBeAccessedByLayers("server", "store")
                .check(CONSOLE);
    }

    @Test
    void onlyTheServerPackageSpeaksHttp() {
        noClasses()
                .that()
                .resideOutsideOfPackage("chat262.cli.server")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.ws.rs..", "org.glassfish.jersey..", "java.net.http..")
                .check(CONSOLE);
    }

    @Test
    void onlyTheTerminalPackageKnowsJLine() {
        noClasses()
                .that()
                .resideOutsideOfPackage("chat262.cli.terminal")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.jline..")
                .check(CONSOLE);
    }

    @Test
    void namesSayWhatAThingIs() {
        classes()
                .should()
                .haveNameNotMatching(".*(Manager|Helper|Util|Utils|Impl|DTO|Facade|Processor)")
                .check(CONSOLE);
    }

    @Test
    void everyPackageIntroducesItself() {
        assertThat(CONSOLE.stream().map(JavaClass::getPackageName).distinct())
                .hasSize(7)
                .allSatisfy(name -> assertThat(Path.of("src/main/java", name.replace('.', '/'), "package-info.java"))
                        .matches(Files::isRegularFile));
    }
}
