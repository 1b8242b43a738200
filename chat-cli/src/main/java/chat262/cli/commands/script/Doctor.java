package chat262.cli.commands.script;

import chat262.cli.client.Client;
import chat262.cli.commands.ExitCode;
import chat262.cli.screen.OutputClosed;
import chat262.cli.screen.Screen;
import chat262.cli.server.ChatServer;
import chat262.cli.server.NoAnswer;
import chat262.cli.server.RequestRejected;
import chat262.cli.store.Login;
import java.io.IOException;
import java.util.Optional;

/** Looks for what may be wrong between this device and the server, and says what to do about it; a check that fails ends none. */
final class Doctor {
    private final Client client;
    private final Findings findings;
    private final DeviceChecks device;
    private final ServerChecks servers;

    /** Some checks that belong together. */
    private interface Checks {
        void make() throws IOException;
    }

    Doctor(Client client, Screen screen) {
        this.client = client;
        this.findings = new Findings(screen);
        this.device = new DeviceChecks(client.state(), findings);
        this.servers = new ServerChecks(client, findings);
    }

    /** Returns an {@link ExitCode}: of what was found wrong first. */
    int run() throws IOException {
        Optional<Login> login = login();
        check(device::disk);
        if (login.isPresent()) {
            check(() -> device.files(login.get()));
            check(() -> server(login.get()));
        } else {
            check(servers::withoutLogin);
        }
        return findings.exitCode();
    }

    private Optional<Login> login() throws IOException {
        try {
            Optional<Login> login = client.loginIfAny();
            if (login.isPresent()) {
                findings.well("you are " + login.get().username()
                        + (client.hasToken() ? ", by CHAT_TOKEN" : ", and the login is kept here"));
            } else {
                boolean damaged = client.state().isLoginDamaged();
                findings.wrong(
                        (damaged ? "the login that is kept here is damaged" : "nobody is logged in") + " at "
                                + client.url() + ": log in with 'login NAME'",
                        ExitCode.NOT_LOGGED_IN);
            }
            return login;
        } catch (NoAnswer | RequestRejected e) { // a token that is new here: the server has to say whose it is
            findings.wrong(ExitCode.sentence(e, client.url().toString()), ExitCode.of(e));
        } catch (IOException e) {
            findings.wrong("the login that is kept here can't be read: " + e.getMessage(), ExitCode.TROUBLE);
        }
        return Optional.empty();
    }

    private void server(Login login) throws IOException {
        try (ChatServer server = client.mine()) {
            device.history(login, servers.withLogin(server).epoch(), server);
        } catch (NoAnswer | RequestRejected e) {
            findings.wrong(ExitCode.sentence(e, client.url().toString()), ExitCode.of(e));
        }
    }

    private void check(Checks checks) throws IOException {
        try {
            checks.make();
        } catch (OutputClosed e) {
            throw e;
        } catch (IOException e) {
            findings.wrong("what is kept here can't be read: " + e.getMessage(), ExitCode.TROUBLE);
        }
    }
}
