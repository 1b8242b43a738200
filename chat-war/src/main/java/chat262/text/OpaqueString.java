package chat262.text;

import java.text.Normalizer;

/**
 * Passwords in the form in which they are compared: the profile OpaqueString of RFC 8265, without what it forbids, as
 * every character is allowed here. The same key, pressed on another system, may give the same letter in another form.
 */
public final class OpaqueString {
    private OpaqueString() {}

    /** The form of a password: NFC, and every kind of space as the usual one. */
    public static String of(String password) {
        StringBuilder mapped = new StringBuilder(password.length());
        password.codePoints()
                .map(c -> Character.getType(c) == Character.SPACE_SEPARATOR ? ' ' : c)
                .forEach(mapped::appendCodePoint);
        return Normalizer.normalize(mapped, Normalizer.Form.NFC);
    }
}
