// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.run;

import ai.onnxruntime.OrtEnvironment;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.util.jar.Manifest;

/** What work is done with. */
public final class Versions {
  private static final String UNKNOWN = "unknown";

  private Versions() {}

  /** The version of the bundle that a class belongs to, or a word where it comes from no jar. */
  public static String ofBundle(Class<?> ours) throws IOException {
    String type = ours.getName().replace('.', '/') + ".class";
    URL classFile = ours.getResource("/" + type);
    if (classFile == null || !"jar".equals(classFile.getProtocol())) {
      return UNKNOWN;
    }
    String jar = classFile.toString().substring(0, classFile.toString().length() - type.length());
    try (InputStream manifest = URI.create(jar + "META-INF/MANIFEST.MF").toURL().openStream()) {
      String version = new Manifest(manifest).getMainAttributes().getValue("Bundle-Version");
      return version == null ? UNKNOWN : version;
    }
  }

  /** The version of ONNX Runtime. */
  public static String ofRuntime() {
    return OrtEnvironment.getEnvironment().getVersion();
  }
}
