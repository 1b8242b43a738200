/**
 * The wire contract of accounts and their sessions. The rules are those of {@link chat262.api}.
 *
 * <p>Not its business: how a password is checked or a token is stored.
 */
package chat262.api.accounts;
