/**
 * The start of the console, {@code chat}: the command line as a whole, and the interactive console where no command is
 * given.
 *
 * <p>The packages below, the upper ones use the lower ones: {@code commands} (a class for each command), {@code
 * interactive} (the session at the prompt), {@code terminal} (a screen by JLine), {@code client} (who is logged in where),
 * {@code screen} (what is shown, and how), {@code sync} (journal and outbox kept in step with the server), {@code config},
 * {@code server} (the calls), {@code store} (the files), {@code json} (how both write records).
 *
 * <p>Rules:
 *
 * <ol>
 *   <li>The options for all commands are read here, and the environment and the config file in {@code config}; other
 *       packages get the resulting {@link chat262.cli.config.Config}, or a part of it.
 *   <li>The prompt doesn't wait for what it doesn't need: classes are preloaded beside the start ({@code Preloader}), and
 *       taken from an archive that a training run has made ({@code CdsTraining}).
 * </ol>
 *
 * <p>Not its business: what a command does.
 */
package chat262.cli;
