// SPDX-License-Identifier: EPL-2.0
package dev.modelward.cli.artifact;

import dev.modelward.cli.console.Console;
import dev.modelward.cli.console.Printable;
import dev.modelward.cli.keys.KeyRingOptions;
import dev.modelward.cli.work.Attempt;
import dev.modelward.cli.work.ExitCode;
import dev.modelward.cli.work.Failure;
import dev.modelward.cli.work.Refusal;
import dev.modelward.onnx.bytes.Bytes;
import dev.modelward.onnx.bytes.WholeFile;
import dev.modelward.protect.keys.KeyRing;
import dev.modelward.protect.keys.SigningKey;
import dev.modelward.runtime.artifact.TierKey;
import dev.modelward.runtime.grant.Grant;
import dev.modelward.runtime.grant.Subject;
import dev.modelward.runtime.grant.Term;
import dev.modelward.runtime.grant.Terms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

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
  private static final String VERB = "modelward grant";

  private final Console console;

  @Parameters(paramLabel = "ARTIFACT", description = "The folder of the artifact.")
  private Path folder = Path.of("");

  @Option(
      names = "--tier",
      required = true,
      paramLabel = "TIER",
      description = "The tier by its name or number; tier 0 is everybody's.")
  private String tier = "";

  @Mixin private RecipientOptions recipient = new RecipientOptions();

  @Option(
      names = "--from",
      paramLabel = "INSTANT",
      description = "The first instant at which the grant opens, as 2027-01-01T00:00:00Z.")
  private List<Instant> from = new ArrayList<>();

  @Option(
      names = "--until",
      paramLabel = "INSTANT",
      description = "The first instant at which it does not open any more.")
  private List<Instant> until = new ArrayList<>();

  @Mixin private DeviceOptions device = new DeviceOptions();

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "The file for the grant.")
  private Path out = Path.of("");

  @Option(names = "--force", description = "Replace a file that is there already.")
  private boolean force;

  @Mixin private KeyRingOptions keys = new KeyRingOptions();

  @Option(
      names = {"-q", "--quiet"},
      description = "Write nothing but errors.")
  private boolean quiet;

  /** The command with a console. */
  public GrantCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    Term term;
    try {
      recipient.check();
      term = new Term(from.stream().findFirst(), until.stream().findFirst());
    } catch (IllegalArgumentException e) {
      return Failure.ofUsage(VERB, e).complain(console);
    }
    if (Files.exists(out) && !force) {
      return Failure.inTheWay(out).complain(console);
    }
    return new Attempt(console, "making " + out, "Nothing was written.")
        .run(() -> {
          try (KeyRing ring = keys.open(console)) {
            Grant grant = write(OwnArtifact.open(folder, ring), term);
            report(grant);
          }
          return ExitCode.FINE;
        });
  }

  private Grant write(OwnArtifact own, Term term) throws Exception {
    int number = new NamedTier(tier).in(own.artifact().manifest());
    Terms terms =
        Terms.of(
            Subject.of(own.artifact(), number), recipient.name(), term, !device.facts().isEmpty());
    try (TierKey top = own.top();
        TierKey key = top.of(number);
        SigningKey signer = own.openSigner()) {
      Grant grant = recipient.grant(wrapping -> Grant.of(terms, key, device.facts(), wrapping));
      write(grant.seal(signer));
      return grant;
    }
  }

  private void write(byte[] text) throws Refusal {
    try {
      WholeFile.write(out, Bytes.of(text)::writeTo);
    } catch (IOException e) {
      throw new Refusal(Failure.writing(out, e));
    }
  }

  private void report(Grant grant) {
    if (!quiet) {
      Terms terms = grant.terms();
      console.line(
          Printable.of(
              "%s: tier %d (%s) for %s, opens %s%s"
                  .formatted(
                      out,
                      terms.subject().tier(),
                      terms.subject().name(),
                      terms.recipient(),
                      terms.term(),
                      terms.device() ? ", on one device" : "")));
    }
  }
}
