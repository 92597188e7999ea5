// SPDX-License-Identifier: EPL-2.0
package dev.modelward.cli.artifact;

import dev.modelward.cli.console.Console;
import dev.modelward.cli.console.JsonText;
import dev.modelward.cli.work.Attempt;
import dev.modelward.cli.work.ExitCode;
import dev.modelward.cli.work.Failure;
import dev.modelward.cli.work.ProtectionFailure;
import dev.modelward.cli.work.Refusal;
import dev.modelward.cli.work.Version;
import dev.modelward.runtime.ProtectionException;
import dev.modelward.runtime.sign.VendorKey;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what grants say. */
@Command(
    name = "grants",
    description = "Shows what grants say openly: which tier, for whom, and when they open.",
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:all grants are the vendor's",
      "2:the command line is wrong",
      "3:at least one file is not a grant of the vendor's",
      "4:ModelWard itself failed"
    },
    footer = "%nExample:%n  modelward grants customer.grant --vendor vendor.pub")
public final class GrantsCommand implements Callable<Integer> {
  private static final int SCHEMA = 1;

  private final Console console;

  @Parameters(arity = "1..*", paramLabel = "GRANT", description = "The files of the grants.")
  private List<Path> files = new ArrayList<>();

  @Option(
      names = "--vendor",
      required = true,
      paramLabel = "FILE",
      description = "The vendor's public key.")
  private Path vendor = Path.of("");

  @Option(names = "--json", description = "Write one JSON object (docs/commands.md tells which).")
  private boolean json;

  private final List<GivenGrant> grants = new ArrayList<>();
  private final List<Failure> failures = new ArrayList<>();

  /** The command with a console. */
  public GrantsCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    return new Attempt(console, "reading grants", "Start it once more.")
        .run(() -> {
          VendorKey key = GivenFiles.vendor(vendor);
          files.forEach(file -> read(file, key));
          print();
          return failures.isEmpty() ? ExitCode.FINE : ExitCode.BAD_INPUT;
        });
  }

  private void read(Path file, VendorKey key) {
    try {
      grants.add(new GivenGrant(file, GivenFiles.grant(file, key)));
    } catch (Refusal e) {
      failures.add(e.failure());
    } catch (ProtectionException e) {
      Failure failure = ProtectionFailure.of(e);
      failures.add(new Failure(file + ": " + failure.where(), failure.what(), failure.remedy()));
    }
  }

  private void print() throws IOException {
    Instant now = Instant.now();
    if (json) {
      console.line(
          new JsonText()
              .put("schema", SCHEMA)
              .put("version", Version.ofBundle())
              .put("grants", grants.stream().map(grant -> grant.json(now)).toList())
              .put("failures", failures.stream().map(Failure::json).toList())
              .toString());
    } else if (!grants.isEmpty()) {
      GivenGrant.print(grants, now, console);
    }
    console.flush();
    failures.forEach(failure -> console.complain(failure.line(console.screen())));
  }
}
