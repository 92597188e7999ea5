// SPDX-License-Identifier: EPL-2.0
package dev.modelward.cli.artifact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.modelward.cli.Call;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RenewCommandTest {
  @TempDir Path folder = Path.of("");
  private Shop shop = new Shop(folder);

  @BeforeEach
  void sealArtifact() throws Exception {
    shop = Shop.open(folder);
  }

  private Call renew(String... more) {
    List<String> all =
        new ArrayList<>(
            List.of(
                "renew",
                shop.file("net.protected"),
                shop.file("old.grant"),
                "--out",
                shop.file("new.grant")));
    all.addAll(List.of(more));
    return shop.keyed(all.toArray(String[]::new));
  }

  private Call renewForCustomer(String... more) {
    List<String> all = new ArrayList<>(List.of("--to", shop.file("customer.pub")));
    all.addAll(List.of(more));
    return renew(all.toArray(String[]::new));
  }

  private void assertRefused(Call call, String why) {
    assertEquals(3, call.code(), call.out());
    assertTrue(call.err().contains(why), call.err());
    assertFalse(Files.exists(shop.path("new.grant")), "a grant was written");
  }

  @Test
  void aGrantThatIsOverOpensOnceItIsRenewed() {
    shop.grant("old.grant", "basic", "--name", "Ann", "--until", "2001-01-01T00:00:00Z");
    assertEquals(3, shop.unlockAsCustomer("old.grant").code());

    Call call = renewForCustomer("--until", "2999-01-01T00:00:00Z");

    assertEquals(
        new Call(
            0,
            shop.file("new.grant")
                + ": tier 1 (basic) for Ann, opens before 2999-01-01T00:00:00Z\n",
            ""),
        call);
    assertEquals(0, shop.unlockAsCustomer("new.grant").code());
  }

  @Test
  void aGrantOfOlderRingsIsRenewedForTheNewOnes() {
    shop.grant("old.grant", "full");
    assertEquals(0, shop.keyed("rekey", shop.file("net.protected"), "-q").code());
    assertEquals(3, shop.unlockAsCustomer("old.grant").code());

    Call call = renewForCustomer("--name", "Ann of Anywhere");

    assertTrue(call.out().contains("tier 2 (full) for Ann of Anywhere, opens always"), call.out());
    assertEquals(0, shop.unlockAsCustomer("new.grant").code());
  }

  @Test
  void aGrantUnderAnotherKeyIsNotRenewed() {
    shop.grant("old.grant", "full");
    assertEquals(0, Call.of("keys", "identity", shop.file("other")).code());

    assertRefused(renew("--to", shop.file("other.pub")), "old.grant: It is for key ");
    assertRefused(renew("--passphrase-env", "PATH"), ", and this is a passphrase.");
  }

  @Test
  void aGrantForADeviceNeedsItsFactsAgain() {
    shop.grant("old.grant", "full", "--device", "serial=7");

    assertRefused(renewForCustomer(), "It is bound to a device. Give the facts");
    assertEquals(0, renewForCustomer("--device", "serial=7").code());
    assertEquals(0, shop.unlockAsCustomer("new.grant", "--device", "serial=7").code());
  }

  @Test
  void aGrantForAnyDeviceStaysOne() {
    shop.grant("old.grant", "full");

    assertRefused(renewForCustomer("--device", "serial=7"), "It is bound to no device.");
  }

  @Test
  void aGrantOfAnotherVendorIsNotRenewed() throws Exception {
    Shop another = Shop.open(Files.createDirectory(folder.resolve("other")));
    another.grant("old.grant", "full");
    Files.copy(another.path("old.grant"), shop.path("old.grant"));

    assertRefused(renewForCustomer(), "Name the right artifact, grant and vendor's key.");
  }

  @Test
  void leavesAFileThatIsThereAlone() throws Exception {
    shop.grant("old.grant", "full");
    Files.writeString(shop.path("new.grant"), "precious");

    assertEquals(2, renewForCustomer().code());
    assertEquals("precious", Files.readString(shop.path("new.grant")));
    assertEquals(0, renewForCustomer("--force").code());
  }
}
