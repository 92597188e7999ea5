// SPDX-License-Identifier: EPL-2.0
package dev.modelward.cli.artifact;

import dev.modelward.cli.console.JsonText;
import dev.modelward.cli.console.Printable;
import dev.modelward.cli.console.Quantity;
import dev.modelward.cli.work.Version;
import dev.modelward.runtime.artifact.Restored;
import dev.modelward.runtime.grant.Grant;
import dev.modelward.runtime.grant.Subject;
import java.io.IOException;
import java.nio.Buffer;
import java.nio.file.Path;
import java.util.Locale;

/** What a grant has opened: how many tensors of how many bytes, in what time. */
record Unlocked(Path folder, Subject subject, int tensors, long bytes, double seconds) {
  private static final int SCHEMA = 1;
  private static final double NANOSECONDS = 1e9;

  static Unlocked of(Path folder, Grant grant, Restored restored, long nanoseconds) {
    return new Unlocked(
        folder,
        grant.terms().subject(),
        restored.tensors().size(),
        restored.tensors().values().stream().mapToLong(Buffer::capacity).sum(),
        nanoseconds / NANOSECONDS);
  }

  String text() {
    return Printable.of(
        String.format(
            Locale.ROOT,
            "%s: tier %d (%s) opens; %s tensors, %s, were restored in %.2f s",
            folder,
            subject.tier(),
            subject.name(),
            Quantity.exact(tensors),
            Quantity.bytes(bytes),
            seconds));
  }

  JsonText json() throws IOException {
    return new JsonText()
        .put("schema", SCHEMA)
        .put("version", Version.ofBundle())
        .put("folder", folder.toString())
        .put("artifact", subject.artifact())
        .put("generation", subject.generation())
        .put("tier", subject.tier())
        .put("name", subject.name())
        .put("tensors", tensors)
        .put("bytes", bytes)
        .put("seconds", seconds);
  }
}
