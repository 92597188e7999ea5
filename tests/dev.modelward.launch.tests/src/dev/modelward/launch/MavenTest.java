// SPDX-License-Identifier: EPL-2.0
package dev.modelward.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The choice of a Maven by `mvnw`. */
@DisabledOnOs(OS.WINDOWS)
class MavenTest {

  /** Stands in for a Maven: answers `-v`, and unpacks another into the folder where it is run. */
  private static final String MAVEN =
      """
      case "$*" in
        -v) echo "Apache Maven %s (a test)" ;;
        *:unpack*)
          pwd >>"$HOME/fetched-in"
          mkdir -p apache-maven-3.9.16/bin
          printf '#!/bin/sh\\necho fetched "$@" with $JAVA_HOME' >apache-maven-3.9.16/bin/mvn
          chmod +x apache-maven-3.9.16/bin/mvn
          ;;
        *) echo "machine's $*" ;;
      esac
      """;

  private static Outcome build(Clone clone) throws IOException, InterruptedException {
    Path jdk = clone.jdk("jdk", "21.0.3");
    return clone.run(Map.of("JAVA_HOME", jdk.toString()), "./mvnw", "verify", "a b");
  }

  @Test
  void fetchesOneWithAnOldOneOutsideOfTheClone(@TempDir Path folder) throws Exception {
    Clone clone = Clone.in(folder);
    clone.program("mvn", MAVEN.formatted("3.8.7"));
    Outcome outcome = build(clone);
    assertEquals("fetched verify a b with " + clone.folder() + "/jdk\n", outcome.output());
    List<String> fetched = Files.readAllLines(clone.home().resolve("fetched-in"));
    assertEquals(1, fetched.size());
    assertTrue(
        fetched.stream().allMatch(in -> in.startsWith(clone.home() + "/.cache/modelward/part.")));
  }

  @Test
  void fetchesOnceOnly(@TempDir Path folder) throws Exception {
    Clone clone = Clone.in(folder);
    clone.program("mvn", MAVEN.formatted("3.6.3"));
    build(clone);
    assertEquals("", build(clone).errors());
    assertEquals(1, Files.readAllLines(clone.home().resolve("fetched-in")).size());
  }

  @Test
  void takesTheMachinesWhenItIsNewEnough(@TempDir Path folder) throws Exception {
    Clone clone = Clone.in(folder);
    clone.program("mvn", MAVEN.formatted("3.9.9"));
    assertEquals("machine's verify a b\n", build(clone).output());
  }

  @Test
  void takesNoNextMajorVersion(@TempDir Path folder) throws Exception {
    Clone clone = Clone.in(folder);
    clone.program("mvn", MAVEN.formatted("4.0.0"));
    assertTrue(build(clone).output().startsWith("fetched verify"));
  }

  @Test
  void refusesOneThatIsTooOldToFetch(@TempDir Path folder) throws Exception {
    Clone clone = Clone.in(folder);
    clone.program("mvn", MAVEN.formatted("3.6.0"));
    Outcome outcome = build(clone);
    assertEquals(1, outcome.code());
    assertTrue(outcome.errors().contains("expected: mvn 3.6.3 or newer"), outcome.errors());
    assertTrue(outcome.errors().contains("found: 3.6.0"), outcome.errors());
  }

  @Test
  void leavesNothingBehindWhenItCannotFetch(@TempDir Path folder) throws Exception {
    Clone clone = Clone.in(folder);
    clone.program(
        "mvn", "[ \"$*\" = -v ] && echo Apache Maven 3.8.7 && exit\necho offline; exit 1");
    Outcome outcome = build(clone);
    assertEquals(1, outcome.code());
    assertTrue(outcome.errors().contains("offline"), outcome.errors());
    try (Stream<Path> left = Files.list(clone.home().resolve(".cache/modelward"))) {
      assertEquals(List.of(), left.toList());
    }
  }
}
