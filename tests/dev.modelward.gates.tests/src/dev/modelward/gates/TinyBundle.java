// SPDX-License-Identifier: EPL-2.0
package dev.modelward.gates;

import java.io.IOException;

/** A bundle of a skeleton. */
record TinyBundle(Skeleton skeleton, String name) {
  private static final String LICENCE = "// SPDX-License-Identifier: EPL-2.0\n";

  String id() {
    return "dev.modelward." + name;
  }

  /** Adds a type to the package that is named as the bundle. */
  TinyBundle with(String type, String body) throws IOException {
    return withFile(type, licensed(id(), body));
  }

  TinyBundle withFile(String type, String source) throws IOException {
    skeleton.write(source(id()) + type + ".java", source);
    return this;
  }

  /** Adds a type to a package of its own below the bundle's. */
  TinyBundle withIn(String child, String type, String body) throws IOException {
    String packageName = id() + "." + child;
    writePackage(packageName);
    skeleton.write(source(packageName) + type + ".java", licensed(packageName, body));
    return this;
  }

  TinyBundle requiring(String bundles) throws IOException {
    writeManifest("Require-Bundle: " + bundles + "\n");
    return this;
  }

  void writeProject() throws IOException {
    writeManifest("");
    skeleton.write(
        "bundles/" + id() + "/build.properties",
        """
        source.. = src/
        output.. = bin/
        bin.includes = META-INF/,.
        additional.bundles = org.eclipse.jdt.annotation
        """);
  }

  void writePackage(String packageName) throws IOException {
    skeleton.write(
        source(packageName) + "package-info.java",
        LICENCE
            + """
            /** A package. */
            @org.eclipse.jdt.annotation.NonNullByDefault
            package %s;
            """
                .formatted(packageName));
  }

  private void writeManifest(String requirements) throws IOException {
    skeleton.write(
        "bundles/" + id() + "/META-INF/MANIFEST.MF",
        """
        Manifest-Version: 1.0
        Bundle-ManifestVersion: 2
        Bundle-SymbolicName: %1$s
        Bundle-Version: 0.1.0.qualifier
        Bundle-RequiredExecutionEnvironment: JavaSE-21
        Automatic-Module-Name: %1$s
        Export-Package: %1$s
        %2$s\
        """
            .formatted(id(), requirements));
  }

  private String source(String packageName) {
    return "bundles/" + id() + "/src/" + packageName.replace('.', '/') + "/";
  }

  private static String licensed(String packageName, String body) {
    return LICENCE + "package " + packageName + ";\n\n" + body;
  }
}
