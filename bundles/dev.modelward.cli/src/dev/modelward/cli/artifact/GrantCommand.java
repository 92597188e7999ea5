// SPDX-License-Identifier: EPL-2.0
package dev.modelward.cli.artifact;

import dev.modelward.cli.console.Console;
import dev.modelward.runtime.grant.Subject;
import dev.modelward.runtime.grant.Terms;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Gives somebody the key of a tier. */
@Command(
    name = "grant",
    description = "Gives a recipient the key of one tier of an artifact, in a signed file.",
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:the grant is written",
      "2:the command line is wrong, or the file is there already",
      "3:a file cannot be used, or the ring does not open or lacks the key",
      "4:ModelWard itself failed",
      "130:cancelled; nothing is written"
    },
    footer =
        "%nExample:%n  modelward grant demo.protected --tier full --to customer.pub"
            + " --out customer.grant")
public final class GrantCommand implements Callable<Integer> {
  private final Console console;

  @Option(
      names = "--tier",
      required = true,
      paramLabel = "TIER",
      description = "The tier by its name or number; tier 0 is everybody's.")
  private String tier = "";

  @Mixin private IssueOptions issue = new IssueOptions();

  /** The command with a console. */
  public GrantCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    return issue.issue(
        "modelward grant",
        console,
        (own, term) -> {
          int number = new NamedTier(tier).in(own.artifact().manifest());
          Subject subject = Subject.of(own.artifact(), number);
          return Terms.of(subject, issue.recipient().name(), term, issue.isForDevice());
        });
  }
}
