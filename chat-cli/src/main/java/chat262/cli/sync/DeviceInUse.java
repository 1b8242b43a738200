package chat262.cli.sync;

/** Another console of the account is running on this device. */
public final class DeviceInUse extends RuntimeException {
    DeviceInUse(String username) {
        super(
                "another console of " + username + " is open on this device; close it, or use commands such as"
                        + " 'chat send' beside it",
                null,
                false,
                false);
    }
}
