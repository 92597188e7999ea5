// SPDX-License-Identifier: EPL-2.0
package dev.modelward.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The installing of packages. */
@DisabledOnOs(OS.WINDOWS)
class PackagesTest {

  private static final String INSTALL = "packages_install 'the tests' xvfb libgtk-3-0";

  @Test
  void namesThemToAUserWhoMayNotInstall(@TempDir Path folder) throws Exception {
    Clone clone = Clone.in(folder);
    clone.program("id", "echo 1000");
    Outcome outcome = clone.call("packages.sh", INSTALL);
    assertEquals(1, outcome.code());
    assertTrue(outcome.errors().contains("apt-get install xvfb libgtk-3-0"), outcome.errors());
  }

  @Test
  void installsThemForRootAfterAnUpdate(@TempDir Path folder) throws Exception {
    Clone clone = Clone.in(folder);
    clone.program("id", "echo 0");
    clone.program("apt-get", "echo $* >>\"$HOME/asked\"");
    assertEquals(0, clone.call("packages.sh", INSTALL).code());
    assertEquals(
        "update\ninstall -y --no-install-recommends xvfb libgtk-3-0\n",
        Files.readString(clone.home().resolve("asked")));
  }

  @Test
  void showsWhyTheyCouldNotBeInstalled(@TempDir Path folder) throws Exception {
    Clone clone = Clone.in(folder);
    clone.program("id", "echo 0");
    clone.program("apt-get", "echo no such package; exit 100");
    Outcome outcome = clone.call("packages.sh", INSTALL);
    assertEquals(1, outcome.code());
    assertTrue(outcome.errors().contains("no such package"), outcome.errors());
  }
}
