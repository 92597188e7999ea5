// SPDX-License-Identifier: EPL-2.0
package dev.modelward.cli.keys;

import dev.modelward.cli.console.Console;
import dev.modelward.cli.console.Printable;
import dev.modelward.cli.work.Attempt;
import dev.modelward.cli.work.ExitCode;
import dev.modelward.cli.work.Failure;
import dev.modelward.cli.work.Refusal;
import dev.modelward.protect.keys.KeyRing;
import dev.modelward.protect.keys.KeyRingException;
import dev.modelward.protect.keys.Lock;
import dev.modelward.protect.keys.Protector;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Changes what opens a ring. */
@Command(
    name = "rewrap",
    description = {
      "Replaces everything that opens a ring by what the options that begin with --to name.",
      "The keys in it stay. A copy of the ring as it was opens as it did."
    },
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:the ring opens with the new ones, and with nothing else",
      "2:the command line is wrong",
      "3:the ring does not open, or cannot be written",
      "4:ModelWard itself failed",
      "130:cancelled; the ring is as it was"
    },
    footer =
        "%nExample:%n  modelward keys rewrap --key-file old.key --to-key-file new.key"
            + " --to-passphrase")
final class RewrapCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private KeyRingOptions ring = new KeyRingOptions();
  @Mixin private NewLockOptions locks = new NewLockOptions();

  @Option(
      names = "--new-data-key",
      description = "Encrypt the keys anew, too, so that a ring which is open elsewhere is shut.")
  private boolean anew;

  RewrapCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    return new Attempt(console, "rewrapping " + ring.file(), "The ring is as it was.")
        .run(() -> {
          List<Protector> protectors = locks.protectors(console);
          try (KeyRing opened = ring.open(console)) {
            String opens = String.join(", ", rewrapped(opened, protectors));
            console.line(Printable.of(ring.file() + " opens with " + opens));
          }
          return ExitCode.FINE;
        });
  }

  private List<String> rewrapped(KeyRing opened, List<Protector> protectors)
      throws Refusal, KeyRingException {
    try {
      for (Protector protector : protectors) {
        KeyRingOptions.makeKeyFile(protector);
      }
      if (anew) {
        opened.rekey(protectors);
      } else {
        opened.rewrap(protectors);
      }
      return opened.listing().locks().stream().map(Lock::kind).toList();
    } catch (IOException e) {
      throw new Refusal(Failure.writing(ring.file(), e));
    }
  }
}
