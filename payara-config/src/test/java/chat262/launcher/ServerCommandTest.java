package chat262.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import chat262.launcher.ServerCommand.Action;
import chat262.launcher.common.StartupException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServerCommandTest {
    private static ServerCommand of(String line) throws StartupException {
        return ServerCommand.of(line.isEmpty() ? List.of() : List.of(line.split(" ")), Map.of());
    }

    @Test
    void anOptionWinsOverItsVariableAndAVariableOverTheDefault() throws StartupException {
        ServerCommand command = ServerCommand.of(
                List.of("--port", "1234"), Map.of("CHAT_PORT", "http", "CHAT_BIND", "0.0.0.0", "CHAT_DATA", ""));
        assertThat(command.action()).isEqualTo(Action.SERVE);
        assertThat(command.number(Setting.PORT)).isEqualTo(1234);
        assertThat(command.get(Setting.BIND)).isEqualTo("0.0.0.0");
        assertThat(command.get(Setting.DATA)).isEqualTo("./chat-data");
    }

    @Test
    void whatKubernetesSetsForAServiceOfThisNameIsPassedOver() throws StartupException {
        ServiceLinks links = ServiceLinks.in(
                Map.of("CHAT_PORT", "tcp://10.0.0.12:8080", "CHAT_PORT_8080_TCP_PORT", "8080", "CHAT_BIND", "0.0.0.0"));
        assertThat(links.notes()).singleElement().asString().startsWith("CHAT_PORT=tcp://10.0.0.12:8080 ");
        ServerCommand command = ServerCommand.of(List.of(), links.environment());
        assertThat(command.number(Setting.PORT)).isEqualTo(8080);
        assertThat(command.get(Setting.BIND)).isEqualTo("0.0.0.0");
        assertThat(ServiceLinks.in(Map.of("CHAT_PORT", "8081")).environment()).containsEntry("CHAT_PORT", "8081");
    }

    @ParameterizedTest
    @CsvSource({
        "--data=a=b, a=b",
        "--data a --data b, b",
        "--data --port, --port",
        "--data migrate, migrate",
        "--data @file, @file",
        "--data ${x}, ${x}"
    })
    void theArgumentAfterAnOptionIsItsValue(String line, String data) throws StartupException {
        assertThat(of(line).get(Setting.DATA)).isEqualTo(data);
    }

    @Test
    void subcommandsTakeTheSettingsToo() throws StartupException {
        ServerCommand migrate = of("migrate --data d --to 1.0");
        assertThat(migrate.action()).isEqualTo(Action.MIGRATE);
        assertThat(migrate.get(Setting.DATA)).isEqualTo("d");
        assertThat(migrate.operand("--to")).isEqualTo("1.0");
        ServerCommand prepare = of("prepare --runtime r");
        assertThat(prepare.action()).isEqualTo(Action.PREPARE);
        assertThat(prepare.get(Setting.RUNTIME)).isEqualTo("r");
        ServerCommand nodes = of("nodes --db postgresql://chat@db/chat");
        assertThat(nodes.action()).isEqualTo(Action.NODES);
        assertThat(nodes.get(Setting.DB)).isEqualTo("postgresql://chat@db/chat");
        ServerCommand move = of("move --from d --to postgresql://chat@db/chat --db-password secret");
        assertThat(move.action()).isEqualTo(Action.MOVE);
        assertThat(move.operands()).containsOnly(entry("--from", "d"), entry("--to", "postgresql://chat@db/chat"));
        assertThat(move.get(Setting.DB_PASSWORD)).isEqualTo("secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "-h", "migrate --help", "prepare -h", "--port 0 --help", "--help --nonsense"})
    void helpIsHelpWhateverElseIsSaid(String line) throws StartupException {
        assertThat(of(line).action()).isEqualTo(Action.HELP);
    }

    @Test
    void theVersionCanBeAskedFor() throws StartupException {
        assertThat(of("--version").action()).isEqualTo(Action.VERSION);
    }

    @ParameterizedTest
    @CsvSource({
        "--nonsense 1, unknown option --nonsense (--help lists all)",
        "--nonsense=1, unknown option --nonsense (--help lists all)",
        "--por 1, unknown option --por (--help lists all)",
        "-hx, unknown option -hx (--help lists all)",
        "--to 1, unknown option --to (--help lists all)",
        "--port 1 migrate --to 1, unknown option migrate (--help lists all)",
        "prepare migrate, unknown option migrate (--help lists all)",
        "--port, --port needs a value",
        "migrate --to, --to needs a value",
        "migrate, 'migrate needs --to TAG, the version of the schema to go back to'",
        "move --data d, unknown option --data (--help lists all)",
        "nodes --from d, unknown option --from (--help lists all)",
        "move --from d --to derby, '--to: the value is not a URL such as postgresql://USER@HOST/DATABASE'",
        "--port 65536, '--port: \"65536\" is not a whole number from 1 to 65535'",
        "--restored a/b, '--restored: \"a/b\" is not a word of up to 40 letters, digits, dots, underscores and hyphens'"
    })
    void whatMakesNoSenseIsRefused(String line, String message) {
        assertThatThrownBy(() -> of(line))
                .isInstanceOfSatisfying(
                        StartupException.class, e -> assertThat(e.exitCode()).isEqualTo(StartupException.MISUSED))
                .hasMessage(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"move", "move --from d", "move --to postgresql://chat@db/chat", "move --from= --to derby"})
    void aMoveNeedsASourceAndATarget(String line) {
        assertThatThrownBy(() -> of(line))
                .hasMessageStartingWith(
                        "move needs --from DIR, the data folder of a stopped server, and --to DATABASE");
    }

    @Test
    void aWrongVariableIsNamed() {
        assertThatThrownBy(() -> ServerCommand.of(List.of(), Map.of("CHAT_SENDS_PER_SECOND", "x")))
                .hasMessage("CHAT_SENDS_PER_SECOND: \"x\" is not a whole number from 0 to 1000000");
    }

    @Test
    void aDatabasesUrlIsNeverRepeated() {
        assertThatThrownBy(() -> of("--db mysql://ann:secret@host/chat"))
                .hasMessageStartingWith("--db: the value is ")
                .hasMessageNotContaining("secret");
    }

    @Test
    void theHelpListsEverySetting() {
        String help = CommandSyntax.help();
        for (Setting setting : Setting.values()) {
            assertThat(help).contains("  " + setting.option() + " ", "[" + setting.environment() + ", default ");
        }
        assertThat(help)
                .startsWith("usage: chat server [OPTION VALUE]...")
                .contains("migrate --to TAG", "move --from DIR", "nodes --db", "--version");
    }
}
