// SPDX-License-Identifier: EPL-2.0
package dev.modelward.cli.keys;

import dev.modelward.cli.console.Column;
import dev.modelward.cli.console.Console;
import dev.modelward.cli.console.JsonText;
import dev.modelward.cli.console.Printable;
import dev.modelward.cli.console.Table;
import dev.modelward.cli.work.Attempt;
import dev.modelward.cli.work.ExitCode;
import dev.modelward.cli.work.Failure;
import dev.modelward.cli.work.Refusal;
import dev.modelward.cli.work.Version;
import dev.modelward.protect.keys.KeyEntry;
import dev.modelward.protect.keys.KeyRing;
import dev.modelward.protect.keys.KeyRingException;
import dev.modelward.protect.keys.Lock;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists what is in a key ring, without any secret. */
@Command(
    name = "list",
    description = {
      "Lists the keys of a ring and what opens it, without any secret.",
      "Without --key-file and --key-env the ring stays shut, and nothing authenticates the list."
    },
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:the ring is listed",
      "2:the command line is wrong",
      "3:the ring cannot be used",
      "4:ModelWard itself failed"
    },
    footer = "%nExample:%n  modelward keys list --keys vendor.keys")
final class ListCommand implements Callable<Integer> {
  private static final int SCHEMA = 1;

  private final Console console;

  @Mixin private KeyRingOptions ring = new KeyRingOptions();

  @Option(names = "--json", description = "Write one JSON object (docs/commands.md tells which).")
  private boolean json;

  ListCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    return new Attempt(console, "listing " + ring.file(), "Start it once more.")
        .run(() -> {
          KeyRing.Listing listing = listing();
          if (json) {
            console.line(json(listing).toString());
          } else {
            print(listing);
          }
          return ExitCode.FINE;
        });
  }

  private KeyRing.Listing listing() throws Refusal, KeyRingException {
    try {
      if (!ring.nameAWay()) {
        return KeyRing.look(ring.file());
      }
      try (KeyRing opened = ring.open(console)) {
        return opened.listing();
      }
    } catch (IOException e) {
      throw new Refusal(Failure.reading(ring.file(), e));
    }
  }

  private void print(KeyRing.Listing listing) {
    String opens = String.join(", ", listing.locks().stream().map(Lock::kind).toList());
    console.line(Printable.of(ring.file() + " opens with " + opens));
    if (!ring.nameAWay()) {
      console.line("The ring was not opened: nothing authenticates this list.");
    }
    Table table =
        new Table(
            List.of(
                Column.ofText("Key"),
                Column.ofNames("Id"),
                Column.ofNumbers("Generation"),
                Column.ofText("Made")));
    for (KeyEntry key : listing.keys()) {
      String generation = key.generation() == 0 ? "-" : Integer.toString(key.generation());
      table.row(key.kind(), key.id(), generation, key.created().toString());
    }
    table.print(console);
  }

  private JsonText json(KeyRing.Listing listing) throws IOException {
    return new JsonText()
        .put("schema", SCHEMA)
        .put("version", Version.ofBundle())
        .put("file", ring.file().toString())
        .put("authenticated", ring.nameAWay())
        .put(
            "locks",
            listing.locks().stream().map(lock -> new JsonText().put("kind", lock.kind())).toList())
        .put("keys", listing.keys().stream().map(ListCommand::json).toList());
  }

  private static JsonText json(KeyEntry key) {
    return new JsonText()
        .put("kind", key.kind())
        .put("id", key.id())
        .put("generation", key.generation())
        .put("created", key.created().toString());
  }
}
