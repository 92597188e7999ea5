// SPDX-License-Identifier: EPL-2.0
package dev.modelward.cli.protection;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.modelward.cli.Call;
import dev.modelward.runtime.ProtectionException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProtectCommandTest {
  private static final Instant NOW = Instant.parse("2027-06-30T12:00:00Z");
  private static final String[] TWO = {
    "recipients:",
    "  - {name: ann, key: ann.pub, tier: basic, from: 2027-01-01, until: 2027-12-31}",
    "  - {name: bob, key: bob.pub, tier: full}"
  };

  @TempDir Path folder = Path.of("");
  private Workshop shop = new Workshop(folder);

  @BeforeEach
  void openShop() throws Exception {
    shop = Workshop.in(folder);
  }

  @Test
  void grantsEachRecipientOfThePlanATier() throws Exception {
    shop.plan(TWO);

    Call call = shop.protect();

    assertEquals(0, call.code(), call.err());
    assertEquals(List.of("ann.grant", "bob.grant"), shop.names("net.grants"));
    assertEquals(1, shop.opened("net.grants/ann.grant", "ann", NOW));
    assertEquals(2, shop.opened("net.grants/bob.grant", "bob", NOW));
    assertThrows(
        ProtectionException.WrongKey.class, () -> shop.opened("net.grants/bob.grant", "ann", NOW));
  }

  @Test
  void aGrantOpensFromItsFirstDayToItsLast() throws Exception {
    shop.plan(TWO);
    assertEquals(0, shop.protect("-q").code());

    for (String in : List.of("2027-01-01T00:00:00Z", "2027-12-31T23:59:59Z")) {
      assertEquals(1, shop.opened("net.grants/ann.grant", "ann", Instant.parse(in)));
    }
    for (String out : List.of("2026-12-31T23:59:59Z", "2028-01-01T00:00:00Z")) {
      assertThrows(
          ProtectionException.Expired.class,
          () -> shop.opened("net.grants/ann.grant", "ann", Instant.parse(out)));
    }
  }

  @Test
  void showsTheGrantsInATable() throws Exception {
    shop.plan(TWO);

    List<String> lines =
        shop.protect("-q", "--grants", shop.path("x").toString()).out().lines().toList();
    assertEquals(List.of(), lines);
    lines = shop.protect("--force").out().lines().toList();

    String basic = " +1 +basic +ann +x25519 +from 2027-01-01T00:00:00Z before 2028-01-01T00:00:00Z";
    assertTrue(lines.stream().anyMatch(line -> line.matches(".*ann.grant" + basic + ".*")), "ann");
    String full = ".*bob.grant +2 +full +bob +x25519 +always +open .*";
    assertTrue(lines.stream().anyMatch(line -> line.matches(full)), "bob");
  }

  @Test
  void renewsGrantsWithTheArtifactWhenForced() throws Exception {
    shop.plan(TWO);
    assertEquals(0, shop.protect("-q").code());
    String before = shop.grant("net.grants/bob.grant").terms().id();
    String artifact = shop.artifact().manifest().artifact();

    assertEquals(2, shop.protect("-q").code());
    assertEquals(artifact, shop.artifact().manifest().artifact());
    assertEquals(new Call(0, "", ""), shop.protect("-q", "--force"));

    assertNotEquals(artifact, shop.artifact().manifest().artifact());
    assertNotEquals(before, shop.grant("net.grants/bob.grant").terms().id());
    assertEquals(2, shop.opened("net.grants/bob.grant", "bob", NOW));
    assertEquals(List.of("ann.grant", "bob.grant"), shop.names("net.grants"));
  }

  @Test
  void aGrantOfTheArtifactBeforeIsNotRenewedForTheNewOne() throws Exception {
    shop.plan(TWO);
    assertEquals(0, shop.protect("-q").code());
    Files.copy(shop.path("net.grants/bob.grant"), shop.path("old.grant"));
    assertEquals(0, shop.protect("-q", "--force").code());

    String[] arguments = {
      "renew", "net.protected", "old.grant", "--to", "bob.pub", "--out", "new.grant"
    };
    for (int i : new int[] {1, 2, 4, 6}) {
      arguments[i] = shop.path(arguments[i]).toString();
    }
    Call call = shop.keyed(arguments);

    assertEquals(3, call.code());
    assertTrue(call.err().contains("old.grant: It is of artifact "), call.err());
    assertFalse(Files.exists(shop.path("new.grant")), "a grant was written");
  }

  @Test
  void leavesGrantsThatAreThereAloneUnlessForced() throws Exception {
    shop.plan(TWO);
    Files.createDirectory(shop.path("net.grants"));
    shop.write("net.grants/ann.grant", "precious");

    Call call = shop.protect("-q");

    assertEquals(2, call.code());
    assertTrue(call.err().contains("net.grants: There is such a file already."), call.err());
    assertEquals("precious", Files.readString(shop.path("net.grants/ann.grant")));
    assertFalse(Files.exists(shop.path("net.protected")), "an artifact was made");
  }

  @Test
  void issuesNoGrantsWhenToldSo() throws Exception {
    shop.plan("recipients: [{name: cy, key: cy.pub, tier: full}]");

    Call call = shop.protect("--no-grants");

    assertEquals(0, call.code(), call.err());
    assertFalse(Files.exists(shop.path("net.grants")), "grants were issued");
  }

  @Test
  void makesNoFolderForGrantsOfNobody() throws Exception {
    shop.plan();

    assertEquals(0, shop.protect("-q").code());

    assertFalse(Files.exists(shop.path("net.grants")), "a folder is there");
  }

  @Test
  void makesNothingIfTheKeyOfARecipientIsMissing() throws Exception {
    shop.plan("recipients: [{name: cy, key: cy.pub, tier: full}]");
    byte[] ring = Files.readAllBytes(shop.path("ring"));

    Call call = shop.protect("-q");

    assertEquals(3, call.code());
    assertEquals(
        "error: recipient 'cy': Expected a public key in %s, found no such file. Name the"
                .formatted(shop.path("cy.pub"))
            + " recipient's FILE.pub (modelward keys identity) in the plan.\n",
        call.err());
    assertArrayEquals(ring, Files.readAllBytes(shop.path("ring")));
    assertFalse(Files.exists(shop.path("net.protected")), "an artifact was made");
  }

  @Test
  void saysThatTheArtifactIsMadeWhenGrantsCannotBeWritten() throws Exception {
    shop.plan(TWO);
    shop.write("in-the-way", "");

    Call call = shop.protect("-q", "--grants", shop.path("in-the-way/grants").toString());

    assertEquals(3, call.code());
    assertTrue(call.err().contains("The artifact is made, but not all grants are."), call.err());
    assertTrue(call.err().contains("Issue them with 'modelward grant'."), call.err());
    shop.artifact().verify(1);
  }
}
