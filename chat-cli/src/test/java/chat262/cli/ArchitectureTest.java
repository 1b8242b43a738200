package chat262.cli;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The shape of the console, as rules that the build checks. */
class ArchitectureTest {
    private static final int MAX_FILES = 25;

    private static final JavaClasses CONSOLE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("chat262.cli");

    @Test
    void dependenciesGoOneWayFromCommandsToTheDisk() {
        layeredArchitecture()
                .consideringOnlyDependenciesInAnyPackage("chat262.cli..")
                .layer("start")
                .definedBy("chat262.cli")
                .layer("commands")
                .definedBy("chat262.cli.commands..")
                .layer("interactive")
                .definedBy("chat262.cli.interactive")
                .layer("terminal")
                .definedBy("chat262.cli.terminal")
                .layer("client")
                .definedBy("chat262.cli.client")
                .layer("screen")
                .definedBy("chat262.cli.screen")
                .layer("sync")
                .definedBy("chat262.cli.sync")
                .layer("config")
                .definedBy("chat262.cli.config")
                .layer("server")
                .definedBy("chat262.cli.server")
                .layer("store")
                .definedBy("chat262.cli.store")
                .layer("json")
                .definedBy("chat262.cli.json")
                .whereLayer("start")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("commands")
                .mayOnlyBeAccessedByLayers("start")
                .whereLayer("interactive")
                .mayOnlyBeAccessedByLayers("start", "commands")
                .whereLayer("terminal")
                .mayOnlyBeAccessedByLayers("start")
                .whereLayer("client")
                .mayOnlyBeAccessedByLayers("start", "commands", "interactive")
                .whereLayer("screen")
                .mayOnlyBeAccessedByLayers("start", "commands", "interactive", "terminal", "client")
                .whereLayer("sync")
                .mayOnlyBeAccessedByLayers("commands", "interactive")
                .whereLayer("config")
                .mayOnlyBeAccessedByLayers("start", "commands", "interactive", "terminal", "client", "screen")
                .whereLayer("server")
                .mayOnlyBeAccessedByLayers("commands", "interactive", "client", "sync")
                .whereLayer("store")
                .mayOnlyBeAccessedByLayers("start", "commands", "interactive", "client", "screen", "sync")
                .whereLayer("json")
                .mayOnlyBeAccessedByLayers("server", "store")
                .check(CONSOLE);
    }

    @Test
    void noPackagesDependOnEachOtherInACircle() {
        slices().matching("chat262.cli.(**)").should().beFreeOfCycles().check(CONSOLE);
    }

    @Test
    void groupsOfCommandsDoNotKnowEachOtherOnlyThePromptKnowsThem() {
        slices().matching("chat262.cli.commands.(*)")
                .should()
                .notDependOnEachOther()
                .ignoreDependency(resideInAPackage("chat262.cli.commands.prompt"), alwaysTrue())
                .check(CONSOLE);
    }

    @Test
    void theSessionDoesNotKnowTheLoopThatDrivesIt() {
        noClasses()
                .that()
                .haveSimpleName("InteractiveSession")
                .or()
                .haveSimpleName("ConsoleEvents")
                .should()
                .dependOnClassesThat()
                .haveSimpleName("InputLoop")
                .check(CONSOLE);
        noClasses()
                .that()
                .haveSimpleName("ConsoleEvents")
                .should()
                .dependOnClassesThat()
                .haveSimpleName("InteractiveSession")
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
    void everyPackageIntroducesItselfAndIsNoLargerThanCanBeRead() {
        assertThat(CONSOLE.stream().map(JavaClass::getPackageName).distinct())
                .hasSize(16)
                .map(name -> Path.of("src/main/java", name.replace('.', '/')))
                .allSatisfy(folder -> {
                    assertThat(folder.resolve("package-info.java")).matches(Files::isRegularFile);
                    try (Stream<Path> files = Files.list(folder).filter(Files::isRegularFile)) {
                        assertThat(files).hasSizeLessThanOrEqualTo(MAX_FILES);
                    }
                });
    }
}
