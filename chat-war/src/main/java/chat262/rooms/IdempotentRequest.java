package chat262.rooms;

import chat262.platform.Fingerprint;

/**
 * A call that changes something under a key of the client's.
 *
 * @param accountId the account whose key it is
 * @param key lower case
 * @param fingerprint what the key stands for, so that it can't be used for something else
 */
public record IdempotentRequest(long accountId, String key, String fingerprint) {

    /** The call of an account; null if it gave no key. */
    public static IdempotentRequest of(long accountId, String key, String... request) {
        return key == null ? null : new IdempotentRequest(accountId, key, Fingerprint.of(request));
    }
}
