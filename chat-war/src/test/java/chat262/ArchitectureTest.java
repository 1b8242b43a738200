package chat262;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.ws.rs.Path;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** The shape of the server, as rules that the build checks. */
class ArchitectureTest {
    private static final JavaClasses SERVER = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("chat262");

    @Test
    void packagesDependDownwardsOnly() {
        layeredArchitecture()
                .consideringOnlyDependenciesInAnyPackage("chat262..")
                .layer("live")
                .definedBy("chat262.live")
                .layer("websocket")
                .definedBy("chat262.websocket")
                .layer("cluster")
                .definedBy("chat262.cluster")
                .layer("messages")
                .definedBy("chat262.messages")
                .layer("messages.writer")
                .definedBy("chat262.messages.writer")
                .layer("rooms")
                .definedBy("chat262.rooms")
                .layer("accounts")
                .definedBy("chat262.accounts")
                .layer("accounts.passwords")
                .definedBy("chat262.accounts.passwords")
                .layer("page")
                .definedBy("chat262.page")
                .layer("requests")
                .definedBy("chat262.requests")
                .layer("problems")
                .definedBy("chat262.problems")
                .layer("platform")
                .definedBy("chat262.platform")
                .layer("schema")
                .definedBy("chat262.schema")
                .layer("text")
                .definedBy("chat262.text")
                .layer("api")
                .definedBy("chat262.api..")
                .whereLayer("live")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("page")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("websocket")
                .mayOnlyBeAccessedByLayers("live")
                .whereLayer("cluster")
                .mayOnlyBeAccessedByLayers("live")
                .whereLayer("cluster")
                .mayOnlyAccessLayers("schema", "platform", "api")
                .whereLayer("schema")
                .mayOnlyAccessLayers("platform", "api")
                .whereLayer("messages")
                .mayOnlyBeAccessedByLayers("live")
                .whereLayer("messages.writer")
                .mayOnlyBeAccessedByLayers("live", "messages")
                .whereLayer("rooms")
                .mayOnlyBeAccessedByLayers("live", "messages", "messages.writer")
                .whereLayer("accounts")
                .mayOnlyBeAccessedByLayers("live", "messages", "messages.writer", "rooms")
                .whereLayer("accounts.passwords")
                .mayOnlyBeAccessedByLayers("accounts")
                .whereLayer("requests")
                .mayOnlyBeAccessedByLayers("live", "messages", "messages.writer", "rooms", "accounts")
                .whereLayer("problems")
                .mayOnlyAccessLayers("platform", "text", "api")
                .whereLayer("platform")
                .mayOnlyAccessLayers("text", "api")
                .whereLayer("text")
                .mayOnlyAccessLayers("api")
                .check(SERVER);
    }

    @Test
    void theWebSocketKnowsNothingButTheContract() {
        noClasses()
                .that()
                .resideInAPackage("chat262.websocket")
                .should()
                .dependOnClassesThat(resideInAPackage("chat262..")
                        .and(resideOutsideOfPackages("chat262.websocket", "chat262.api..")))
                .check(SERVER);
    }

    @Test
    void noClassesDependOnEachOther() {
        slices().assignedFrom(new OutermostClasses()).should().beFreeOfCycles().check(SERVER);
    }

    @Test
    void entitiesNeverReachAResource() {
        noClasses()
                .that()
                .areAnnotatedWith(Path.class)
                .should()
                .dependOnClassesThat()
                .areAnnotatedWith(Entity.class)
                .check(SERVER);
    }

    @Test
    void onlyServicesTouchTheDatabaseThroughJpa() {
        fields().that()
                .haveRawType(EntityManager.class)
                .should()
                .beDeclaredInClassesThat()
                .areAnnotatedWith(jakarta.ejb.Stateless.class)
                .check(SERVER);
    }

    @Test
    void onlyRoomsAndMessagesUseTheRoomEntity() {
        noClasses()
                .that()
                .resideOutsideOfPackages("chat262.rooms", "chat262.messages..")
                .should()
                .dependOnClassesThat()
                .haveSimpleName("ChatRoom")
                .check(SERVER);
    }

    @Test
    void namesAreNotEmptyWords() {
        classes()
                .should()
                .haveNameNotMatching(".*(Manager|Helper|Util|Utils|Impl|DTO|Facade|Processor)")
                .check(SERVER);
    }

    @Test
    void everyPackageHasAPackageInfo() {
        assertThat(SERVER.stream()
                        .map(type -> type.getPackageName())
                        .distinct()
                        .filter(name -> !name.startsWith("chat262.api")))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(
                                java.nio.file.Path.of("src/main/java", name.replace('.', '/'), "package-info.java"))
                        .matches(Files::isRegularFile));
    }

    /** Makes a slice of each class together with its nested classes. */
    private static final class OutermostClasses implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            // In the contract a kind of entry and its content are one declaration in two files.
            if (type.getPackageName().startsWith("chat262.api")) {
                return SliceIdentifier.ignore();
            }
            return type.getEnclosingClass()
                    .map(this::getIdentifierOf)
                    .orElseGet(() -> SliceIdentifier.of(type.getName()));
        }

        @Override
        public String getDescription() {
            return "classes with their nested classes";
        }
    }
}
