// SPDX-License-Identifier: EPL-2.0
package dev.modelward.cli.keys;

import dev.modelward.cli.console.Console;
import dev.modelward.cli.work.Attempt;
import dev.modelward.cli.work.ExitCode;
import dev.modelward.cli.work.Failure;
import dev.modelward.cli.work.Refusal;
import dev.modelward.onnx.bytes.Bytes;
import dev.modelward.onnx.bytes.WholeFile;
import dev.modelward.protect.keys.KeyEntry;
import dev.modelward.protect.keys.KeyRing;
import dev.modelward.protect.keys.KeyRingException;
import dev.modelward.protect.provenance.AttestingKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints the key by which customers know the vendor. */
@Command(
    name = "vendor",
    description = {
      "Prints the vendor's public key, by which customers know what the vendor signed.",
      "Of several signing keys it is the newest.",
      "With --pem it is the key of model.sig, for verifiers of OpenSSF model signing."
    },
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:the key is printed or written",
      "2:the command line is wrong, or the file is there already",
      "3:the ring cannot be used, or the file cannot be written",
      "4:ModelWard itself failed",
      "130:cancelled"
    },
    footer =
        "%nExample:%n  modelward keys vendor --to vendor.pub%n"
            + "  modelward keys vendor --pem --to vendor.pem")
final class VendorCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private KeyRingOptions ring = new KeyRingOptions();

  @Option(names = "--id", paramLabel = "ID", description = "The signing key of this id.")
  private List<String> ids = new ArrayList<>();

  @Option(
      names = "--pem",
      description =
          "The attesting key, as PEM; a ring that has none gets one. There is one in a ring, so"
              + " that --id has no meaning here.")
  private boolean pem;

  @Option(
      names = "--to",
      paramLabel = "FILE",
      description = "The file to write; standard output if not given.")
  private List<Path> files = new ArrayList<>();

  @Option(names = "--force", description = "Replace a file that is there already.")
  private boolean force;

  VendorCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    if (pem && !ids.isEmpty()) {
      return new Failure(
              "--pem --id", "A ring has one attesting key only.", "Choose one of the options.")
          .complain(console);
    }
    if (!files.isEmpty() && Files.exists(files.getLast()) && !force) {
      return Failure.inTheWay(files.getLast()).complain(console);
    }
    return new Attempt(console, "opening " + ring.file(), "Nothing was written.")
        .run(() -> {
          String key = pem ? attestor() : CreateCommand.vendor(signer()).toString();
          if (files.isEmpty()) {
            console.line(key);
          } else {
            write(files.getLast(), key);
          }
          return ExitCode.FINE;
        });
  }

  private KeyEntry.Signing signer() throws Exception {
    try (KeyRing opened = ring.open(console)) {
      return opened.listing().keys().stream()
          .filter(KeyEntry.Signing.class::isInstance)
          .map(KeyEntry.Signing.class::cast)
          .filter(key -> ids.isEmpty() || key.id().equals(ids.getLast()))
          .max(Comparator.comparing(KeyEntry.Signing::created))
          .orElseThrow(() ->
              new Refusal(
                  new Failure(
                      ring.file().toString(),
                      "There is no such signing key.",
                      "List the keys: modelward keys list.")));
    }
  }

  /** The PEM without its last line end. */
  private String attestor() throws Refusal, KeyRingException {
    try (KeyRing opened = ring.open(console);
        AttestingKey attestor = AttestingKey.of(opened)) {
      return attestor.key().pem().stripTrailing();
    } catch (IOException e) {
      throw new Refusal(Failure.writing(ring.file(), e));
    }
  }

  private static void write(Path file, String key) throws Refusal {
    try {
      WholeFile.write(file, Bytes.of(key + "\n")::writeTo);
    } catch (IOException e) {
      throw new Refusal(Failure.writing(file, e));
    }
  }
}
