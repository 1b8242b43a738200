package chat262.problems;

import chat262.api.Paths;
import chat262.api.problems.Problem;
import chat262.api.server.RequestAttributes;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** A problem as a page with a way back, for somebody who has opened a wrong address in a browser. */
final class ProblemPage {
    private static final Set<String> READING_METHODS = Set.of("GET", "HEAD");

    private static final String HTML = """
            <!doctype html>
            <html lang="en">
            <head>
              <meta charset="utf-8">
              <meta name="viewport" content="width=device-width, initial-scale=1">
              <meta name="color-scheme" content="light dark">
              <title>%1$s – 262chat</title>
              <link rel="icon" href="%2$sicon.svg" type="image/svg+xml">
              <link rel="stylesheet" href="%2$sapp/style/base.css">
              <link rel="stylesheet" href="%2$sapp/style/page.css">
            </head>
            <body>
              <main class="login">
                <div class="card">
                  <h1 class="brand">262chat</h1>
                  <p>%1$s.</p>
                  <p><a href="%2$s">Go to the chat</a></p>
                </div>
              </main>
            </body>
            </html>
            """;

    private ProblemPage() {}

    /** Whether a request comes from a browser that shows its response as a page. Calls are always answered with problems. */
    static boolean isWanted(HttpServletRequest request, String path) {
        String accept = request.getHeader("Accept");
        return accept != null
                && accept.contains("text/html")
                && READING_METHODS.contains(request.getMethod())
                && !path.startsWith(request.getContextPath() + Paths.BASE + "/");
    }

    /** Writes the page; it shows nothing that came with the request, whose path was this. */
    static void write(Problem problem, String path, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (request.getAttribute(RequestAttributes.ANSWERED) instanceof Runnable answered) {
            answered.run(); // or the connector would put a problem in its place
        }
        boolean isMissing = problem.status() == HttpServletResponse.SC_NOT_FOUND;
        String sentence = isMissing ? "There is no page at this address" : problem.title();
        byte[] page = HTML.formatted(sentence, toBase(path, request)).getBytes(StandardCharsets.UTF_8);
        response.setStatus(problem.status());
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Vary", "Accept");
        response.setContentType("text/html;charset=UTF-8");
        response.setContentLength(page.length);
        response.getOutputStream().write(page);
    }

    /** From the address back to the page's, relative: a proxy may have put the server below a path of its own. */
    private static String toBase(String path, HttpServletRequest request) {
        long depth = path.chars().filter(c -> c == '/').count()
                - request.getContextPath().chars().filter(c -> c == '/').count()
                - 1;
        return depth > 0 ? "../".repeat((int) depth) : "./";
    }
}
