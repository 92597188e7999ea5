// SPDX-License-Identifier: EPL-2.0
package dev.modelward.cli.artifact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.modelward.cli.Call;
import dev.modelward.cli.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VerifyCommandTest {
  @TempDir Path folder = Path.of("");
  private Shop shop = new Shop(folder);

  @BeforeEach
  void sealArtifact() throws Exception {
    shop = Shop.open(folder);
  }

  @Test
  void saysThatAnArtifactIsWhatItsVendorSigned() {
    Call call = shop.verify();
    assertEquals(0, call.code(), call.err());
    assertEquals(
        "%s: artifact %s, generation 1, is what its vendor signed: 4 tensors, 3 tiers\n"
            .formatted(shop.file("net.protected"), Shop.ARTIFACT),
        call.out());
    assertEquals(new Call(0, "", ""), shop.verify("-q"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"model.onnx", "model.onnx.data", "rings.sealed", "manifest.json"})
  void findsAChangedByteInEachFile(String name) throws Exception {
    shop.damage(name, (int) Files.size(shop.path("net.protected").resolve(name)) / 2);

    Call call = shop.verify("-q");

    assertEquals(1, call.code());
    assertEquals("", call.err());
    assertTrue(call.out().startsWith("error: "), call.out());
  }

  @Test
  void tellsMachinesWhatItFound() throws Exception {
    Map<?, ?> fine = assertInstanceOf(Map.class, Json.parse(shop.verify("--json").out()));
    assertEquals(true, fine.get("holds"));
    assertEquals(List.of(), fine.get("findings"));
    shop.damage("rings.sealed", 7);

    Map<?, ?> told = assertInstanceOf(Map.class, Json.parse(shop.verify("--json").out()));

    assertEquals(
        List.of("schema", "version", "folder", "vendor", "holds", "findings"),
        List.copyOf(told.keySet()));
    assertEquals(false, told.get("holds"));
    List<?> findings = assertInstanceOf(List.class, told.get("findings"));
    Map<?, ?> finding = assertInstanceOf(Map.class, findings.getFirst());
    assertEquals("tampered", finding.get("kind"));
    assertEquals("This is not what the vendor made.", finding.get("what"));
  }

  @Test
  void findsAFileThatDoesNotBelongThere() throws Exception {
    Files.writeString(shop.path("net.protected/notes.txt"), "mine");
    Call call = shop.verify();
    assertEquals(1, call.code());
    assertTrue(call.out().contains("Expected no further file, found notes.txt."), call.out());
  }

  @Test
  void findsThatAnotherVendorSigned() throws Exception {
    Files.delete(shop.path("ring"));
    Files.writeString(shop.path("vendor.pub"), shop.keyed("keys", "create").out());
    Call call = shop.verify();
    assertEquals(1, call.code());
    assertTrue(call.out().startsWith("error: origin: The manifest: expected"), call.out());
  }

  @Test
  void saysThatAFileIsMissing() throws Exception {
    assertEquals(
        3, Call.of("verify", shop.file("none"), "--vendor", shop.file("vendor.pub")).code());
    Files.delete(shop.path("vendor.pub"));
    assertEquals(3, shop.verify().code());
  }

  @Test
  void refusesLessThanOneThread() {
    assertEquals(2, shop.verify("--threads", "0").code());
  }
}
