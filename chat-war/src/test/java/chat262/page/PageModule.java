package chat262.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A JavaScript module of the page, as far as imports and exports go.
 *
 * @param path its path below the root of the page, such as {@code app/views/page.js}
 * @param exports the names it exports
 */
record PageModule(String path, int lines, List<Import> imports, Set<String> exports) {
    private static final Pattern IMPORT = Pattern.compile(
            "^(?:import|export)\\s+(?:\\{([^}]*)}|\\*\\s+as\\s+(\\w+))\\s+from\\s+'([^']+)';", Pattern.MULTILINE);
    private static final Pattern ANY_IMPORT = Pattern.compile("^(import\\b|export\\s*[{*])", Pattern.MULTILINE);
    private static final Pattern DYNAMIC_IMPORT = Pattern.compile("\\bimport\\s*\\(");
    private static final Pattern EXPORT =
            Pattern.compile("^export (?:async )?(?:const|let|class|function) (\\w+)", Pattern.MULTILINE);
    private static final Pattern ANY_EXPORT = Pattern.compile("^export\\b", Pattern.MULTILINE);
    private static final Pattern RE_EXPORT = Pattern.compile("^export \\{([^}]*)} from ", Pattern.MULTILINE);

    /**
     * An import, or a re-export.
     *
     * @param target the path of the imported module below the root of the page
     * @param names the imported names; of a namespace those that are used
     */
    record Import(String target, Set<String> names) {}

    static List<PageModule> allIn(Path root) {
        try (Stream<Path> files = Files.walk(root.resolve("app"))) {
            return files.filter(file -> file.toString().endsWith(".js"))
                    .sorted()
                    .map(file -> read(root, file))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PageModule read(Path root, Path file) {
        try {
            String path = root.relativize(file).toString();
            return parse(path, Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Fails at an import or export of a form that it doesn't know, so that none is overlooked. */
    static PageModule parse(String path, String source) {
        List<Import> imports = IMPORT.matcher(source)
                .results()
                .map(match -> new Import(resolve(path, match.group(3)), names(match, source)))
                .toList();
        TreeSet<String> exports = new TreeSet<>();
        EXPORT.matcher(source).results().forEach(match -> exports.add(match.group(1)));
        List<MatchResult> reExports = RE_EXPORT.matcher(source).results().toList();
        reExports.forEach(match -> exports.addAll(split(match.group(1))));
        long exportLines = EXPORT.matcher(source).results().count() + reExports.size();
        if (count(ANY_IMPORT, source) != imports.size()
                || count(ANY_EXPORT, source) != exportLines
                || count(DYNAMIC_IMPORT, source) > 0) {
            throw new IllegalArgumentException(path + " has an import or export of an unknown form");
        }
        return new PageModule(path, (int) source.lines().count(), imports, exports);
    }

    private static long count(Pattern pattern, String source) {
        return pattern.matcher(source).results().count();
    }

    private static Set<String> names(MatchResult match, String source) {
        return match.group(2) == null ? split(match.group(1)) : membersOf(match.group(2), source);
    }

    private static Set<String> membersOf(String namespace, String source) {
        return Pattern.compile("(?<![\\w./'])" + namespace + "\\.(\\w+)")
                .matcher(source)
                .results()
                .map(member -> member.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> split(String names) {
        return Arrays.stream(names.split(","))
                .map(String::trim)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String resolve(String path, String specifier) {
        return Path.of(path).resolveSibling(specifier).normalize().toString();
    }

    /** The shortest way from this module back to itself over imports; empty if there is none. */
    List<String> cycle(List<PageModule> all) {
        List<List<String>> ways = new ArrayList<>(List.of(List.of(path)));
        Set<String> seen = new TreeSet<>();
        for (int i = 0; i < ways.size(); i++) {
            List<String> way = ways.get(i);
            String last = way.get(way.size() - 1);
            for (String target : targets(last, all)) {
                List<String> longer =
                        Stream.concat(way.stream(), Stream.of(target)).toList();
                if (target.equals(path)) {
                    return longer;
                }
                if (seen.add(target)) {
                    ways.add(longer);
                }
            }
        }
        return List.of();
    }

    private static List<String> targets(String path, List<PageModule> all) {
        return all.stream()
                .filter(module -> module.path.equals(path))
                .flatMap(module -> module.imports.stream())
                .map(Import::target)
                .toList();
    }
}
