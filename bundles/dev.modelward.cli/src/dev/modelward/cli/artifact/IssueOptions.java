// SPDX-License-Identifier: EPL-2.0
package dev.modelward.cli.artifact;

import dev.modelward.cli.console.Console;
import dev.modelward.cli.console.Printable;
import dev.modelward.cli.keys.KeyRingOptions;
import dev.modelward.cli.work.Attempt;
import dev.modelward.cli.work.ExitCode;
import dev.modelward.cli.work.Failure;
import dev.modelward.cli.work.Refusal;
import dev.modelward.protect.build.Granting;
import dev.modelward.protect.build.Issued;
import dev.modelward.protect.keys.KeyRing;
import dev.modelward.protect.keys.SigningKey;
import dev.modelward.runtime.grant.Grant;
import dev.modelward.runtime.grant.Term;
import dev.modelward.runtime.grant.Terms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What all commands that issue a grant are told: for whom, how long, where, by which keys. */
final class IssueOptions {
  @Parameters(index = "0", paramLabel = "ARTIFACT", description = "The folder of the artifact.")
  private Path folder = Path.of("");

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

  /** What a command grants of an artifact. */
  interface Contents {
    Terms of(OwnArtifact own, Term term) throws Exception;
  }

  /** For whom. */
  RecipientOptions recipient() {
    return recipient;
  }

  /** Whether the grant is to open on one device only. */
  boolean isForDevice() {
    return !device.facts().isEmpty();
  }

  /** Issues a grant, and gives the exit code of the command of a name. */
  Integer issue(String verb, Console console, Contents contents) throws Exception {
    Term term;
    try {
      recipient.check();
      term = new Term(from.stream().findFirst(), until.stream().findFirst());
    } catch (IllegalArgumentException e) {
      return Failure.ofUsage(verb, e).complain(console);
    }
    if (Files.exists(out) && !force) {
      return Failure.inTheWay(out).complain(console);
    }
    return new Attempt(console, "making " + out, "Nothing was written.")
        .run(() -> {
          try (KeyRing ring = keys.open(console)) {
            OwnArtifact own = OwnArtifact.open(folder, ring);
            Issued issued = issued(own, contents.of(own, term));
            if (!quiet) {
              report(issued.grant().terms(), console);
            }
          }
          return ExitCode.FINE;
        });
  }

  private Issued issued(OwnArtifact own, Terms terms) throws Exception {
    try (SigningKey signer = own.openSigner()) {
      Granting granting = new Granting(own.ring(), signer);
      Grant grant =
          recipient.grant(
              wrapping -> granting.grant(own.artifact(), terms, device.facts(), wrapping));
      return granting.write(grant, out);
    } catch (IOException e) {
      throw new Refusal(Failure.writing(out, e));
    }
  }

  private void report(Terms terms, Console console) {
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
