// SPDX-License-Identifier: EPL-2.0
package dev.modelward.install;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/** A bundle made of one application, so that a test can look at a framework from the inside. */
record Probe(Class<?> application) {
  private static final String MANIFEST =
      """
      Manifest-Version: 1.0
      Bundle-ManifestVersion: 2
      Bundle-SymbolicName: %s;singleton:=true
      Bundle-Version: 1.0.0
      Bundle-ActivationPolicy: lazy
      Require-Bundle: org.eclipse.equinox.app
      Import-Package: org.osgi.framework,org.osgi.framework.wiring
      """;
  private static final String EXTENSIONS =
      """
      <plugin>
        <extension id="application" point="org.eclipse.core.runtime.applications">
          <application>
            <run class="%s"/>
          </application>
        </extension>
      </plugin>
      """;

  String id() {
    return "dev.modelward.install.probe";
  }

  Path writeTo(Path plugins) throws IOException {
    Path jar = plugins.resolve(id() + "_1.0.0.jar");
    String classFile = application.getName().replace('.', '/') + ".class";
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(file);
        InputStream compiled = application.getResourceAsStream("/" + classFile)) {
      write(
          entries,
          "META-INF/MANIFEST.MF",
          MANIFEST.formatted(id()).getBytes(StandardCharsets.UTF_8));
      write(
          entries,
          "plugin.xml",
          EXTENSIONS.formatted(application.getName()).getBytes(StandardCharsets.UTF_8));
      write(entries, classFile, compiled.readAllBytes());
    }
    return jar;
  }

  private static void write(JarOutputStream entries, String name, byte[] content)
      throws IOException {
    entries.putNextEntry(new JarEntry(name));
    entries.write(content);
    entries.closeEntry();
  }
}
