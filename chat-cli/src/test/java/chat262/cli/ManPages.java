package chat262.cli;

import chat262.cli.screen.PlainScreen;
import java.io.File;
import java.io.IOException;
import picocli.CommandLine;
import picocli.codegen.docgen.manpage.ManPageGenerator;

/** Writes the man pages in AsciiDoc, from the command line as it is. Only the build needs it, so it is not in the jar. */
final class ManPages {
    private ManPages() {}

    /** @param arguments the folder for them, and the version that they are of */
    public static void main(String[] arguments) throws IOException {
        CommandLine commandLine = Main.commandLine(new RootCommand(new Screens()), new PlainScreen());
        commandLine.getCommandSpec().version("262chat " + arguments[1]);
        int exitCode = ManPageGenerator.generateManPage(
                new File(arguments[0]), null, new boolean[0], true, commandLine.getCommandSpec());
        if (exitCode != 0) {
            throw new IOException("picocli ended with " + exitCode);
        }
    }
}
