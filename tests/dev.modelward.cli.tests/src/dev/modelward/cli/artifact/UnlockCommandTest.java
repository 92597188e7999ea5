// SPDX-License-Identifier: EPL-2.0
package dev.modelward.cli.artifact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.modelward.cli.Call;
import dev.modelward.cli.Json;
import dev.modelward.onnx.OnnxModel;
import dev.modelward.onnx.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnlockCommandTest {
  @TempDir Path folder = Path.of("");
  private Shop shop = new Shop(folder);

  @BeforeEach
  void sealArtifact() throws Exception {
    shop = Shop.open(folder);
  }

  private static void assertRefused(String complaint, Call call) {
    assertEquals(3, call.code());
    assertEquals("", call.out());
    assertTrue(call.err().contains(complaint), call.err());
  }

  @Test
  void opensWhatTheGrantAllows() {
    assertEquals(new Call(0, "", ""), shop.grant("one.grant", "basic", "-q"));

    Call call = shop.unlockAsCustomer("one.grant");

    assertEquals(0, call.code(), call.err());
    assertTrue(
        call.out()
            .matches(".*net\\.protected: tier 1 \\(basic\\) opens; 3 tensors, .*, were .* s\n"),
        call.out());
  }

  @Test
  void tellsMachinesWhatIsOpen() {
    shop.grant("one.grant", "2");

    Call call = shop.unlockAsCustomer("one.grant", "--json");

    Map<?, ?> told = assertInstanceOf(Map.class, Json.parse(call.out()), call.err());
    assertEquals(
        List.of(
            "schema",
            "version",
            "folder",
            "artifact",
            "generation",
            "tier",
            "name",
            "tensors",
            "bytes",
            "seconds"),
        List.copyOf(told.keySet()));
    assertEquals("full", told.get("name"));
    assertEquals(3L, told.get("tensors"));
  }

  @Test
  void writesThePlainWeightsOnlyWhereItIsToldTo() throws IOException {
    shop.grant("one.grant", "full");

    assertEquals(0, shop.unlockAsCustomer("one.grant").code());
    assertFalse(shop.names().contains("plain"), "plain weights were written");
    String plain = shop.file("plain");
    Call call = shop.unlockAsCustomer("one.grant", "--write-plain-weights-to", plain);

    assertEquals(0, call.code(), call.err());
    Map<String, String> restored = weights(OnnxModel.open(shop.path("plain/model.onnx")));
    assertEquals(weights(Shop.model()), restored);
    assertEquals(2, shop.unlockAsCustomer("one.grant", "--write-plain-weights-to", plain).code());
    assertTrue(shop.names().stream().noneMatch(name -> name.contains(".part")), "a rest is left");
  }

  private static Map<String, String> weights(OnnxModel model) throws IOException {
    Map<String, String> weights = new TreeMap<>();
    for (Tensor tensor : model.graph().initializers()) {
      byte[] bytes = new byte[(int) tensor.byteSize()];
      tensor.raw().buffer().get(bytes);
      weights.put(tensor.name(), HexFormat.of().formatHex(bytes));
    }
    return weights;
  }

  @Test
  void aLowerTierHasOtherWeights() throws IOException {
    shop.grant("one.grant", "basic");
    String plain = shop.file("plain");

    assertEquals(
        0, shop.unlockAsCustomer("one.grant", "-q", "--write-plain-weights-to", plain).code());

    Map<String, String> all = weights(Shop.model());
    Map<String, String> restored = weights(OnnxModel.open(shop.path("plain/model.onnx")));
    assertEquals(all.keySet(), restored.keySet());
    assertEquals(
        3,
        all.keySet().stream()
            .filter(name -> !all.get(name).equals(restored.get(name)))
            .collect(Collectors.toSet())
            .size());
  }

  @Test
  void refusesAGrantThatIsOver() {
    shop.grant("one.grant", "full", "--until", "2001-01-01T00:00:00Z");
    assertRefused(
        "term: The grant opens before 2001-01-01T00:00:00Z, and it is",
        shop.unlockAsCustomer("one.grant"));
  }

  @Test
  void refusesTheIdentityOfSomebodyElse() {
    shop.grant("one.grant", "full");
    Call.of("keys", "identity", shop.file("other"));
    assertRefused(
        "key: The grant does not open with this key on this device.",
        shop.unlock("one.grant", "--identity", shop.file("other")));
  }

  @Test
  void opensByAPassphraseOfTheEnvironment() {
    // variables that each system has; what they hold serves as passphrases here
    Call grant = shop.grantTo("one.grant", "full", "--passphrase-env", "PATH");
    assertEquals(0, grant.code(), grant.err());
    assertTrue(grant.out().contains("for whoever knows the passphrase"), grant.out());
    String passphrase = System.getenv("PATH");

    Call opened = shop.unlock("one.grant", "--passphrase-env", "PATH");

    assertEquals(0, opened.code(), opened.err());
    assertFalse((grant + " " + opened).contains(passphrase), "the passphrase was shown");
    assertRefused("key: The grant does not open", shop.unlockAsCustomer("one.grant"));
  }

  @Test
  void saysThatThereIsNoPassphrase() {
    String variable = "MODELWARD_TEST_OF_NOTHING";
    assertRefused(
        "environment variable " + variable + ": There is no such variable.",
        shop.grantTo("one.grant", "full", "--passphrase-env", variable));
  }

  @Test
  void opensOnTheDeviceOnlyThatTheGrantIsBoundTo() {
    Call grant = shop.grant("one.grant", "full", "--device", "serial=4711", "--device", "line=2");
    assertTrue(grant.out().endsWith(", on one device\n"), grant.out());
    assertFalse(grant.out().contains("4711"), "a fact was shown");

    assertEquals(
        0,
        shop.unlockAsCustomer("one.grant", "--device", "line=2", "--device", "serial=4711").code());
    assertRefused("on this device", shop.unlockAsCustomer("one.grant", "--device", "serial=4711"));
    assertRefused("on this device", shop.unlockAsCustomer("one.grant"));
  }

  @Test
  void refusesAnArtifactThatWasChanged() throws IOException {
    shop.grant("one.grant", "full");
    shop.damage("rings.sealed", 100);
    assertRefused("This is not what the vendor made.", shop.unlockAsCustomer("one.grant"));
  }

  @Test
  void wantsExactlyOneThingThatOpensTheGrant() {
    Call call = shop.unlock("one.grant");
    assertEquals(2, call.code());
    assertTrue(call.err().contains("expected one of --identity and --passphrase-env"), call.err());
  }
}
