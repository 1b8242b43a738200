/**
 * The web page in a real Chromium, against the built server.
 *
 * <p>Rules:
 *
 * <ol>
 *   <li>One server and one browser for all tests in a JVM; each test uses accounts of its own. Each {@link
 *       chat262.it.browser.BrowserUser} is a browser profile, each tab a page of it.
 *   <li>What a test does, a person could do: by roles, labels and keys, never by reaching into the page's modules.
 *   <li>A script error or a breach of the content security policy in any page fails the check.
 *   <li>Where no Chromium is installed the checks say so and are skipped.
 * </ol>
 */
package chat262.it.browser;
