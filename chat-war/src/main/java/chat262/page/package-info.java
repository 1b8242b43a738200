/**
 * How the web page under {@code src/main/webapp} is served; the page itself is static files.
 *
 * <p>Rules:
 *
 * <ol>
 *   <li>The browser runs and loads nothing but files of this server: no inline script or style, no other host, no frame
 *       around the page.
 *   <li>A file is used from a cache only after asking whether it is still the same, so that a page never mixes two
 *       versions.
 *   <li>An answer of the REST calls is never taken for anything but what its content type says.
 *   <li>The modules of the page form layers without cycles: {@code main}, {@code views}, {@code chat}, {@code state},
 *       {@code store}, {@code wire}, from top to bottom. {@code chat/chat.js} assembles the chat; what the page's lower
 *       modules need of higher ones they get as functions of that object. {@code PageModulesTest} checks it.
 * </ol>
 *
 * <p>Not its business: the cookie and who may use it ({@code accounts}).
 */
package chat262.page;
