// SPDX-License-Identifier: EPL-2.0
package dev.modelward.install;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InstallTest {
  private static final String FEATURE = "dev.modelward.feature.feature.group";
  private static final Pattern PLUGIN = Pattern.compile("<plugin id=\"([^\"]+)\"");

  @TempDir static Path folder;

  private Workbench workbench;
  private Run before;
  private Run installation;
  private Run after;

  static List<String> plugins() throws Exception {
    String feature = Files.readString(Path.of(System.getProperty("feature")));
    return PLUGIN.matcher(feature).results().map((MatchResult found) -> found.group(1)).toList();
  }

  @BeforeAll
  void installsOnce() throws Exception {
    workbench = Workbench.copyOfTheBareOne(folder.resolve("ide"));
    before = workbench.director("-listInstalledRoots");
    String site = Path.of(System.getProperty("site")).toUri().toString();
    installation = workbench.director("-repository", site, "-installIU", FEATURE);
    workbench.add(new Probe(BundleStates.class));
    after = workbench.start("dev.modelward.install.probe.application");
  }

  @Test
  void everyBundleIsInTheFeature() throws Exception {
    try (Stream<Path> folders = Files.list(Path.of(System.getProperty("bundles")))) {
      List<String> bundles =
          folders
              .filter(folder -> Files.exists(folder.resolve("META-INF/MANIFEST.MF")))
              .map(folder -> folder.getFileName().toString())
              .toList();
      assertTrue(plugins().containsAll(bundles), bundles + " are not all in " + plugins());
    }
  }

  @Test
  void aBareWorkbenchHasNoModelWard() {
    assertFalse(before.passed().log().contains("dev.modelward.feature"), before.log());
  }

  @Test
  void theDirectorInstallsTheFeature() throws Exception {
    installation.passed();
    String roots = workbench.director("-listInstalledRoots").passed().log();
    assertTrue(roots.contains(FEATURE), roots);
  }

  @ParameterizedTest
  @MethodSource("plugins")
  void aPluginOfTheFeatureResolves(String plugin) {
    assertTrue(
        after.passed().log().lines().anyMatch(line -> line.equals("resolved " + plugin)),
        after.log());
  }
}
