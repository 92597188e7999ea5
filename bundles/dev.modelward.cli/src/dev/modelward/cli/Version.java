// SPDX-License-Identifier: EPL-2.0
package dev.modelward.cli;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.util.jar.Manifest;
import picocli.CommandLine.IVersionProvider;

/** The version of this bundle, by its own manifest. */
final class Version implements IVersionProvider {
  private static final String UNKNOWN = "unknown";

  @Override
  public String[] getVersion() throws IOException {
    return new String[] {
      "modelward " + ofBundle(),
      "Java " + Runtime.version() + " on " + System.getProperty("os.name")
    };
  }

  /** The version, or a word for it where the classes do not come from a jar. */
  static String ofBundle() throws IOException {
    String type = Version.class.getName().replace('.', '/') + ".class";
    URL classFile = Version.class.getResource("/" + type);
    if (classFile == null || !"jar".equals(classFile.getProtocol())) {
      return UNKNOWN;
    }
    String jar = classFile.toString().substring(0, classFile.toString().length() - type.length());
    try (InputStream manifest = URI.create(jar + "META-INF/MANIFEST.MF").toURL().openStream()) {
      String version = new Manifest(manifest).getMainAttributes().getValue("Bundle-Version");
      return version == null ? UNKNOWN : version;
    }
  }
}
