// SPDX-License-Identifier: EPL-2.0
package dev.modelward.architecture;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** One bundle, the bundles that it may use, and the packages of others that it may use. */
record Layer(String bundle, Set<String> uses, List<String> libraries) {
  private static final String ONNX_RUNTIME = "ai.onnxruntime";
  private static final String BOUNCY_CASTLE = "org.bouncycastle";

  private static final List<Layer> ALL =
      List.of(
          new Layer("onnx", Set.of(), List.of()),
          new Layer("runtime", Set.of(), List.of(ONNX_RUNTIME)),
          new Layer("learn", Set.of("onnx"), List.of(ONNX_RUNTIME, "org.snakeyaml.engine")),
          new Layer("protect", Set.of("onnx", "learn", "runtime"), List.of(BOUNCY_CASTLE)),
          new Layer("remote", Set.of("onnx", "learn", "runtime"), List.of(BOUNCY_CASTLE)),
          new Layer(
              "cli", Set.of("onnx", "learn", "runtime", "protect", "remote"), List.of("picocli")),
          new Layer(
              "workspace",
              Set.of("onnx", "learn", "runtime", "protect", "remote", "cli"),
              List.of(
                  "org.eclipse.core", "org.eclipse.equinox", "org.eclipse.osgi.util", "org.osgi")),
          new Layer(
              "ui",
              Set.of("onnx", "learn", "runtime", "protect", "remote", "cli", "workspace"),
              List.of("org.eclipse", "org.osgi")));

  static Optional<Layer> of(String bundle) {
    return ALL.stream().filter(layer -> layer.bundle.equals(bundle)).findFirst();
  }

  boolean mayUse(String packageName) {
    return mayUseOurs(packageName)
        || libraries.stream().anyMatch(library -> isIn(library, packageName))
        || isIn("org.eclipse.jdt.annotation", packageName);
  }

  private boolean mayUseOurs(String packageName) {
    return Stream.concat(Stream.of(bundle), uses.stream())
        .anyMatch(name -> isIn("dev.modelward." + name, packageName));
  }

  private static boolean isIn(String root, String packageName) {
    return packageName.equals(root) || packageName.startsWith(root + ".");
  }
}
