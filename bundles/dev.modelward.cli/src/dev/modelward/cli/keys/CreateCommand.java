// SPDX-License-Identifier: EPL-2.0
package dev.modelward.cli.keys;

import dev.modelward.cli.console.Console;
import dev.modelward.cli.work.Attempt;
import dev.modelward.cli.work.ExitCode;
import dev.modelward.cli.work.Failure;
import dev.modelward.cli.work.Refusal;
import dev.modelward.protect.keys.KeyEntry;
import dev.modelward.protect.keys.KeyRing;
import dev.modelward.protect.keys.KeyRingException;
import dev.modelward.protect.provenance.AttestingKey;
import dev.modelward.runtime.sign.VendorKey;
import java.io.IOException;
import java.util.HexFormat;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Makes a vendor's key ring. */
@Command(
    name = "create",
    description = {
      "Makes a key ring with a signing key and an attesting key, and prints the vendor's public"
          + " key.",
      "A file that --key-file names is made too if it is not there."
    },
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:the ring is made",
      "2:the command line is wrong",
      "3:the ring is there already, or cannot be made",
      "4:ModelWard itself failed",
      "130:cancelled; nothing is written"
    },
    footer = "%nExample:%n  modelward keys create --key-file /media/stick/vendor.key")
final class CreateCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private KeyRingOptions ring = new KeyRingOptions();

  CreateCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    return new Attempt(console, "creating " + ring.file(), "Nothing was written.")
        .run(() -> {
          try (KeyRing made = ring.create(console)) {
            console.line(vendor(signer(made)).toString());
          }
          return ExitCode.FINE;
        });
  }

  private KeyEntry.Signing signer(KeyRing made) throws Refusal, KeyRingException {
    try {
      AttestingKey.of(made).close();
      return made.newSigner();
    } catch (IOException e) {
      throw new Refusal(Failure.writing(ring.file(), e));
    }
  }

  static VendorKey vendor(KeyEntry.Signing signer) {
    return VendorKey.of(HexFormat.of().parseHex(signer.publicKey()));
  }
}
