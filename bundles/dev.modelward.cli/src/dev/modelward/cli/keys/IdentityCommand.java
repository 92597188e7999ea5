// SPDX-License-Identifier: EPL-2.0
package dev.modelward.cli.keys;

import dev.modelward.cli.console.Console;
import dev.modelward.cli.work.Attempt;
import dev.modelward.cli.work.ExitCode;
import dev.modelward.cli.work.Failure;
import dev.modelward.cli.work.Refusal;
import dev.modelward.runtime.wrap.Identity;
import dev.modelward.runtime.wrap.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes the key pair of a recipient. */
@Command(
    name = "identity",
    description = {
      "Makes the keys of a recipient: FILE for the recipient alone, and FILE.pub for vendors.",
      "Files that are there already are never replaced."
    },
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:both files are written",
      "2:the command line is wrong, or a file is there already",
      "3:a file cannot be written, or this Java has no such keys",
      "4:ModelWard itself failed"
    },
    footer = "%nExample:%n  modelward keys identity customer.identity")
final class IdentityCommand implements Callable<Integer> {
  private static final String VERB = "modelward keys identity";

  private final Console console;

  @Parameters(paramLabel = "FILE", description = "The file for the identity, which stays secret.")
  private Path file = Path.of("");

  @Option(
      names = "--kind",
      paramLabel = "KIND",
      description =
          "x25519 (if not given), or x25519-mlkem768 against quantum computers, too, which needs"
              + " Java 24 or newer on both sides.")
  private String label = Kind.CLASSIC.label();

  IdentityCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    Optional<Kind> kind = Kind.of(label);
    if (kind.isEmpty()) {
      return Failure.ofUsage(VERB, new IllegalArgumentException("There is no kind '" + label + "'"))
          .complain(console);
    }
    Path open = file.resolveSibling(file.getFileName() + ".pub");
    Optional<Path> there = Stream.of(file, open).filter(Files::exists).findFirst();
    if (there.isPresent()) {
      return new Failure(
              there.get().toString(), "There is such a file already.", "Choose another name.")
          .complain(console);
    }
    return new Attempt(console, "making " + file, "Nothing was written.")
        .run(() -> {
          make(kind.get(), open);
          return ExitCode.FINE;
        });
  }

  private void make(Kind kind, Path open) throws Exception {
    try (Identity identity = Identity.generate(kind)) {
      byte[] line = identity.line();
      byte[] shown = (identity.recipient().line() + "\n").getBytes(StandardCharsets.US_ASCII);
      try {
        NewFile.forOwner(file).write(line, new byte[] {'\n'});
        NewFile.forAll(open).write(shown);
      } catch (IOException e) {
        throw new Refusal(Failure.writing(file, e));
      } finally {
        Arrays.fill(line, (byte) 0);
      }
      console.line(
          "%s is the recipient's alone; %s goes to the vendor (%s %s)."
              .formatted(file, open, kind.label(), identity.recipient().id()));
    }
  }
}
