/**
 * How the web page under {@code src/main/webapp} is served; the page itself is static files.
 *
 * <p>Rules:
 *
 * <ol>
 *   <li>The browser runs and loads only files of this server: no inline script or style, no other host. The page can't be
 *       framed.
 *   <li>The browser revalidates each cached file before it uses it, so that a page never mixes two versions.
 *   <li>The browser never takes a response of the REST API for anything but its content type.
 *   <li>The page works below any path, which a proxy or the container has put it under: every address is relative to the page's
 *       own ({@code wire/base.js}), and so is the name of what the browser keeps for all pages of a host.
 *   <li>The modules of the page form layers without cycles: {@code main}, {@code views}, {@code chat}, {@code state},
 *       {@code store}, {@code wire}, {@code strings} and {@code timing}, from top to bottom. {@code chat/chat.js} assembles the chat; a lower module
 *       calls a higher one through functions of the chat object. {@code PageModulesTest} checks it.
 * </ol>
 *
 * <p>Not its business: the cookie and when it is accepted ({@code accounts}).
 */
package chat262.page;
