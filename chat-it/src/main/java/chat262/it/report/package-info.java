/**
 * What the build prints about its own tests.
 *
 * <p>Rules:
 *
 * <ol>
 *   <li>It reads the reports that the tests of all modules left, and needs nothing but the JDK: the build runs it after the
 *       tests.
 *   <li>It never fails a build.
 * </ol>
 */
package chat262.it.report;
