/**
 * One class of JLine's that the console replaces, as JLine offers no other way: {@link org.jline.utils.WCWidth}. It is packed
 * before JLine's own.
 *
 * <p>Not its business: finding out what the terminal does ({@code chat262.cli.terminal}).
 */
package org.jline.utils;
