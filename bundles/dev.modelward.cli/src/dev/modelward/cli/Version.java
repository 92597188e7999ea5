// SPDX-License-Identifier: EPL-2.0
package dev.modelward.cli;

import dev.modelward.learn.run.Versions;
import java.io.IOException;
import picocli.CommandLine.IVersionProvider;

/** The version of this bundle, by its own manifest. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() throws IOException {
    return new String[] {
      "modelward " + ofBundle(),
      "Java " + Runtime.version() + " on " + System.getProperty("os.name")
    };
  }

  /** The version, or a word for it where the classes do not come from a jar. */
  static String ofBundle() throws IOException {
    return Versions.ofBundle(Version.class);
  }
}
