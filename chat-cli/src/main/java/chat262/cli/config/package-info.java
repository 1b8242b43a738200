/**
 * What is configured: server, profile, and the preferences of a person.
 *
 * <p>Rules:
 *
 * <ol>
 *   <li>An option goes before the environment, that before the profile, that before the rest of the config file, and that
 *       before the default ({@link chat262.cli.config.Config}, made once).
 *   <li>A config file is checked as a whole, also the profiles that are not used; the message names file, key and what is
 *       wanted.
 *   <li>A setting means the same in the file and for the command {@code set} ({@link chat262.cli.config.Setting}).
 * </ol>
 *
 * <p>Not its business: what is kept of a login ({@code store}), and how preferences are followed.
 */
package chat262.cli.config;
