// SPDX-License-Identifier: EPL-2.0
package dev.modelward.cli.artifact;

import dev.modelward.cli.console.Console;
import dev.modelward.cli.work.Failure;
import dev.modelward.cli.work.Refusal;
import dev.modelward.runtime.ProtectionException;
import dev.modelward.runtime.artifact.Artifact;
import dev.modelward.runtime.grant.Grant;
import dev.modelward.runtime.grant.Subject;
import dev.modelward.runtime.grant.Term;
import dev.modelward.runtime.grant.Terms;
import dev.modelward.runtime.wrap.Wrap;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Gives somebody who has a grant another one of the same tier. */
@Command(
    name = "renew",
    description = {
      "Gives the recipient of a grant a new one of the same tier.",
      "It is for another time, or for the rings of a re-keyed artifact. The older grant opens what",
      "it opened."
    },
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:the grant is written",
      "2:the command line is wrong, or the file is there already",
      "3:a file cannot be used, the ring does not open, or the grant is of something else",
      "4:ModelWard itself failed",
      "130:cancelled; nothing is written"
    },
    footer =
        "%nExample:%n  modelward renew demo.protected customer.grant --to customer.pub"
            + " --until 2029-01-01T00:00:00Z --out customer-2.grant")
public final class RenewCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(index = "1", paramLabel = "GRANT", description = "The grant that is renewed.")
  private Path file = Path.of("");

  @Mixin private IssueOptions issue = new IssueOptions();

  /** The command with a console. */
  public RenewCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    return issue.issue("modelward renew", console, this::renewed);
  }

  private Terms renewed(OwnArtifact own, Term term) throws Refusal, ProtectionException {
    Artifact artifact = own.artifact();
    Grant old = GivenFiles.grant(file, artifact.vendor());
    checkRecipient(old.wrap());
    checkDevice(old.terms());
    return Terms.of(
        subject(old.terms().subject(), artifact),
        issue.recipient().givenName().orElse(old.terms().recipient()),
        term,
        issue.isForDevice());
  }

  /** The same tier, which an artifact that was protected anew may not have any more. */
  private Subject subject(Subject old, Artifact artifact) throws Refusal {
    if (!old.artifact().equals(artifact.manifest().artifact())) {
      throw refused(
          "It is of artifact %s, and this is %s."
              .formatted(old.artifact(), artifact.manifest().artifact()),
          "Name its artifact, or make a new grant by 'modelward grant'.");
    }
    return Subject.of(artifact, old.tier());
  }

  private void checkRecipient(Wrap wrap) throws Refusal, ProtectionException {
    String found = issue.recipient().keyId();
    String expected =
        switch (wrap) {
          case Wrap.ByKey key -> key.to();
          case Wrap.ByPassphrase passphrase -> RecipientOptions.NO_KEY;
        };
    if (!found.equals(expected)) {
      throw refused(
          "It is for %s, and this is %s.".formatted(who(expected), who(found)),
          "Name the same recipient, or make a new grant by 'modelward grant'.");
    }
  }

  private static String who(String id) {
    return id.equals(RecipientOptions.NO_KEY) ? "a passphrase" : "key " + id;
  }

  private void checkDevice(Terms old) throws Refusal {
    if (old.device() != issue.isForDevice()) {
      throw refused(
          old.device() ? "It is bound to a device." : "It is bound to no device.",
          old.device()
              ? "Give the facts of the device by --device."
              : "Leave --device out, or make a new grant by 'modelward grant'.");
    }
  }

  private Refusal refused(String what, String remedy) {
    return new Refusal(new Failure(file.toString(), what, remedy));
  }
}
