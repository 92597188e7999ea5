// SPDX-License-Identifier: EPL-2.0
package dev.modelward.cli.keys;

import dev.modelward.cli.console.Console;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command above those that make and show keys. */
@Command(
    name = "keys",
    description = "Makes and shows the keys of vendors and recipients (docs/keys.md).",
    synopsisSubcommandLabel = "COMMAND",
    commandListHeading = "%nCommands:%n",
    footer = "%nExample:%n  modelward keys create --key-file /media/stick/vendor.key")
public final class KeysCommand {
  private KeysCommand() {}

  /** The command with its own ones, which write to a console. */
  public static CommandLine line(Console console) {
    return new CommandLine(new KeysCommand())
        .addSubcommand(new CreateCommand(console))
        .addSubcommand(new ListCommand(console))
        .addSubcommand(new VendorCommand(console))
        .addSubcommand(new RewrapCommand(console))
        .addSubcommand(new IdentityCommand(console));
  }
}
