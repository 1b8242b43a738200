/**
 * The JSON of the console: how the records of {@code chat262.api} and of its own files are read and written.
 *
 * <p>Rules:
 *
 * <ol>
 *   <li>Fields are written in the order of their names, and those that are null are left out: files and scripts rely on it.
 *   <li>An entry of a kind that this version doesn't know keeps all its fields.
 * </ol>
 *
 * <p>Not its business: where the text comes from, and what a failure to read it means.
 */
package chat262.cli.json;
