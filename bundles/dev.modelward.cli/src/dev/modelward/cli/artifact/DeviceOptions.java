// SPDX-License-Identifier: EPL-2.0
package dev.modelward.cli.artifact;

import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Option;

/** The option that says what a device is known by. */
final class DeviceOptions {
  @Option(
      names = "--device",
      paramLabel = "FACT=VALUE",
      description = "A fact of the device that the grant is bound to; may be repeated.")
  private Map<String, String> facts = new TreeMap<>();

  /** The facts. */
  Map<String, String> facts() {
    return Map.copyOf(facts);
  }
}
