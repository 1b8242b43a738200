package chat262.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The shape of the page's modules, as rules that the build checks. */
class PageModulesTest {
    private static final Path ROOT = Path.of("src/main/webapp");
    private static final Path LIBRARY = Path.of("target/page-library");
    private static final int MAX_LINES = 250;

    /** The layers from top to bottom; a module imports from its own layer and from lower ones. */
    private static final List<Pattern> LAYERS = Stream.of(
                    "app/main\\.js",
                    "app/views/.*",
                    "app/chat/.*",
                    "app/state\\.js",
                    "app/store/.*",
                    "app/wire/.*",
                    "app/(names|strings|timing)\\.js")
            .map(Pattern::compile)
            .toList();

    private static final List<PageModule> MODULES = PageModule.allIn(ROOT);

    @Test
    void everyModuleBelongsToALayer() {
        assertThat(MODULES).hasSizeGreaterThan(20);
        assertThat(MODULES.stream().map(PageModule::path).filter(path -> layer(path) < 0))
                .isEmpty();
    }

    @Test
    void importsGoDownwardsFromViewsToWire() {
        assertThat(imports().filter(edge -> !isOfLibrary(edge)).filter(edge -> layer(edge.to()) < layer(edge.from())))
                .isEmpty();
    }

    @Test
    void modulesHaveNoCycles() {
        assertThat(MODULES.stream().map(module -> module.cycle(MODULES)).filter(cycle -> !cycle.isEmpty()))
                .isEmpty();
    }

    @Test
    void everyImportIsAFile() {
        assertThat(imports().filter(edge -> !isFile(ROOT, edge) && !isFile(LIBRARY, edge)))
                .isEmpty();
    }

    private static boolean isFile(Path root, Edge edge) {
        return Files.isRegularFile(root.resolve(edge.to()));
    }

    @Test
    void everyImportedNameIsExportedAndEveryExportIsImported() {
        MODULES.forEach(module ->
                assertThat(namesImportedFrom(module.path())).as(module.path()).isEqualTo(module.exports()));
    }

    @Test
    void onlyOneModuleKnowsTheTemplateLibrary() {
        assertThat(imports().filter(PageModulesTest::isOfLibrary).map(Edge::from))
                .isNotEmpty()
                .containsOnly("app/views/html.js");
    }

    @Test
    void modulesAreSmall() {
        assertThat(MODULES.stream().filter(module -> module.lines() > MAX_LINES).map(PageModule::path))
                .isEmpty();
    }

    /** The service worker copies the files that the page names. */
    @Test
    void thePageNamesEveryModule() throws IOException {
        Set<String> named = Pattern.compile("(?:href|src)=\"(app/[^\"]+\\.js)\"")
                .matcher(Files.readString(ROOT.resolve("index.html")))
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(named)
                .containsExactlyInAnyOrderElementsOf(
                        MODULES.stream().map(PageModule::path).toList());
    }

    @Test
    void aCycleIsFound() {
        PageModule a = PageModule.parse("app/a.js", "import { b } from './b.js';\nexport const a = 1;\n");
        PageModule b = PageModule.parse("app/b.js", "import * as c from './views/c.js';\nexport const b = c.d;\n");
        PageModule c =
                PageModule.parse("app/views/c.js", "import {\n  a,\n} from '../a.js';\nexport function d() {}\n");
        assertThat(a.cycle(List.of(a, b, c))).containsExactly("app/a.js", "app/b.js", "app/views/c.js", "app/a.js");
        assertThat(a.cycle(List.of(a, b))).isEmpty();
        assertThat(b.imports()).containsExactly(new PageModule.Import("app/views/c.js", Set.of("d")));
        assertThat(c.exports()).containsExactly("d");
    }

    @Test
    void anImportOfAnUnknownFormIsAnError() {
        assertThatThrownBy(() -> PageModule.parse("app/a.js", "import b from './b.js';\n"))
                .hasMessageContaining("app/a.js");
        assertThatThrownBy(() -> PageModule.parse("app/a.js", "const b = await import('./b.js');\n"))
                .hasMessageContaining("app/a.js");
        assertThatThrownBy(() -> PageModule.parse("app/a.js", "export default 1;\n"))
                .hasMessageContaining("app/a.js");
    }

    /** An import of one module by another. */
    private record Edge(String from, String to) {}

    private static Stream<Edge> imports() {
        return MODULES.stream()
                .flatMap(module -> module.imports().stream().map(each -> new Edge(module.path(), each.target())));
    }

    private static boolean isOfLibrary(Edge edge) {
        return edge.to().startsWith("lib/");
    }

    private static Set<String> namesImportedFrom(String path) {
        return MODULES.stream()
                .flatMap(module -> module.imports().stream())
                .filter(each -> each.target().equals(path))
                .flatMap(each -> each.names().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The number of a module's layer, counted from the top; -1 if it belongs to none. */
    private static int layer(String path) {
        return LAYERS.stream()
                .filter(layer -> layer.matcher(path).matches())
                .findFirst()
                .map(LAYERS::indexOf)
                .orElse(-1);
    }
}
