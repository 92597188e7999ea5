// SPDX-License-Identifier: EPL-2.0
package dev.modelward.reference;

import dev.modelward.testkit.Child;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** A process that says each round that it has done, and is killed at a random moment. */
record Victim(List<Class<?>> types, SplittableRandom random) {
  private static final List<String> OPTIONS = List.of("-XX:TieredStopAtLevel=1", "-Xmx128m");

  /** The last round that it said to have done. */
  int killed(String... arguments) throws IOException, InterruptedException {
    try (Child child = Child.of(types, OPTIONS, arguments)) {
      int said = Integer.parseInt(child.next().orElseThrow());
      Thread.sleep(random.nextInt(300), random.nextInt(1_000_000));
      child.kill();
      for (Optional<String> line = child.next(); line.isPresent(); line = child.next()) {
        said = Integer.parseInt(line.get());
      }
      return said;
    }
  }
}
