package chat262.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Response;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** How the page and its cookie come to the browser. */
class PageServingIT extends PageTest {
    private static final int BUDGET = 150_000;

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void theFirstLoadIsSmallAndThePageNamesEveryModuleInAdvance() {
        BrowserUser ann = somebody("ann");
        Map<String, Integer> sizes = Collections.synchronizedMap(new LinkedHashMap<>());
        Tab fresh = new Tab(ann.context().newPage());
        fresh.page().onResponse(response -> sizes.put(URI.create(response.url()).getPath(), transferred(response)));
        fresh.page().navigate("/");
        fresh.button("Log in").waitFor();

        assertThat(sizes.values().stream().mapToInt(Integer::intValue).sum())
                .as(sizes.toString())
                .isBetween(20_000, BUDGET);
        TreeSet<String> modules = new TreeSet<>();
        sizes.keySet().stream()
                .filter(path -> path.endsWith(".js") && !path.equals("/sw.js"))
                .forEach(modules::add);
        @SuppressWarnings("unchecked")
        List<String> announced = (List<String>) fresh.page()
                .evaluate("() => [...document.querySelectorAll('link[rel=modulepreload], script')]"
                        + ".map(e => new URL(e.href ?? e.src).pathname)");
        assertThat(announced).containsExactlyInAnyOrderElementsOf(modules);
    }

    private static int transferred(Response response) {
        return response.request().sizes().responseBodySize + response.request().sizes().responseHeadersSize;
    }

    @Test
    void thePageMayRunOnlyItsOwnFilesAndNobodyMayFrameIt() throws Exception {
        HttpResponse<String> page = get("");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'")
                .contains("script-src 'self'")
                .contains("frame-ancestors 'none'")
                .contains("require-trusted-types-for 'script'")
                .doesNotContain("unsafe-inline")
                .doesNotContain("unsafe-eval");
        assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(page.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(page.body())
                .doesNotContain("<style")
                .doesNotContain("style=")
                .doesNotContain("onclick");
    }

    @Test
    void theLibraryComesWithItsLicence() throws Exception {
        assertThat(get("lib/lit-html/LICENSE").body()).contains("BSD 3-Clause License");
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(server().url().resolve(path)).build(), HttpResponse.BodyHandlers.ofString());
    }
}
