// SPDX-License-Identifier: EPL-2.0
package dev.modelward.cli.artifact;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.modelward.cli.Call;
import dev.modelward.protect.keys.KeyRing;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RekeyCommandTest {
  @TempDir Path folder = Path.of("");
  private Shop shop = new Shop(folder);

  @BeforeEach
  void sealArtifact() throws Exception {
    shop = Shop.open(folder);
  }

  private Call rekey(String... more) {
    String[] all = new String[more.length + 2];
    all[0] = "rekey";
    all[1] = shop.file("net.protected");
    System.arraycopy(more, 0, all, 2, more.length);
    return shop.keyed(all);
  }

  private byte[] data() throws Exception {
    return Files.readAllBytes(shop.path("net.protected/model.onnx.data"));
  }

  @Test
  void takesTheArtifactFromOldGrantsAndOpensItToNewOnes() throws Exception {
    shop.grant("old.grant", "full");
    byte[] before = data();

    assertEquals(
        new Call(0, shop.file("net.protected") + ": generation 2; make new grants for it\n", ""),
        rekey());

    assertArrayEquals(before, data());
    assertEquals(0, shop.verify().code());
    Call old = shop.unlockAsCustomer("old.grant");
    assertEquals(3, old.code());
    assertTrue(old.err().contains("generation 1"), old.err());
    shop.grant("new.grant", "full");
    assertEquals(0, shop.unlockAsCustomer("new.grant").code());
    assertEquals(0, rekey("-q").code());
  }

  @Test
  void takesTheKeyThatWasLeftOnlyWhenAsked() throws Exception {
    try (KeyRing ring = shop.ring()) {
      ring.newMaster(Shop.ARTIFACT);
    }

    Call refused = rekey();
    assertEquals(3, refused.code());
    assertTrue(refused.err().contains("go on by --resume"), refused.err());
    assertEquals(0, rekey("--resume", "-q").code());
    assertEquals(0, shop.verify("-q").code());
  }

  @Test
  void refusesACopyOfAnEarlierGeneration() throws Exception {
    try (KeyRing ring = shop.ring()) {
      ring.newMaster(Shop.ARTIFACT);
      ring.newMaster(Shop.ARTIFACT);
    }
    Call call = rekey("--resume");
    assertEquals(3, call.code());
    assertTrue(call.err().endsWith("Name the newest copy.\n"), call.err());
  }

  @Test
  void refusesAnArtifactThatWasChanged() throws Exception {
    shop.damage("model.onnx.data", 0);
    byte[] before = data();
    Call call = rekey();
    assertEquals(3, call.code());
    assertTrue(call.err().contains("This is not what the vendor made."), call.err());
    assertArrayEquals(before, data());
  }
}
