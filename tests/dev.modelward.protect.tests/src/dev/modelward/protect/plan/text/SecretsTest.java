// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.plan.text;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.modelward.learn.yaml.YamlException;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What looks like a secret is refused, and its words are not repeated. */
class SecretsTest {
  private static final String PLAN =
      """
      model: net.onnx
      data: {measure: test.data}
      tiers: [{name: public, share: 5 %}, {name: full}]
      """;
  private static final String HUSH = "hunter2";

  private static YamlException failure(String line) {
    YamlException failure =
        assertThrows(
            YamlException.class, () -> PlanFile.of(Path.of("some.ward"), PLAN + line + "\n"));
    assertTrue(failure.problem().startsWith("this looks like"), failure.problem());
    return failure;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "password",
        "Pass-Phrase",
        "secret",
        "secret_key",
        "private",
        "privateKey",
        "vendor-key",
        "tier_key",
        "signing key",
        "api.key",
        "key-material",
        "identity",
        "token"
      })
  void keysThatAskForSecretsAreRefusedWhereverTheyStand(String key) {
    assertFalse(failure(key + ": " + HUSH).getMessage().contains(HUSH));
    assertFalse(failure("lock: {a: [{" + key + ": " + HUSH + "}]}").getMessage().contains(HUSH));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          seeds: 5 # -----BEGIN OPENSSH PRIVATE KEY-----            | 4:12
          recipients: [{key: AGE-SECRET-KEY-1QQQQ}]                 | 4:20
          a: modelward-identity-1:AAAA                              | 4:4
          seeds: modelward-vendor-1:0123456789abcdef0123            | 4:8
          a: modelward-identity-1:x25519:AAAAAAAA                   | 4:4
          recipients: [{key: modelward-recipient-1:x25519:QUJDREVGRw}] | 4:20
          importance: 00112233445566778899aabbccddeeff              | 4:13
          importance: "0x00112233445566778899AABBCCDDEEFF"          | 4:13
          layers: {include: [O7yA0hXzDEfqGRZbSBz2vlJtjdMAlJYyVgwUMt3UKhc=]} | 4:20
          recipients: [{key: O7yA0hXzDEfqGRZbSBz2vlJtjdMAlJYyVgwUMt3UKhc}]  | 4:20
          O7yA0hXzDEfqGRZbSBz2vlJtjdMAlJYyVgwUMt3UKhc: 1            | 4:1
          """)
  void valuesThatLookLikeKeysAreRefusedUnseen(String line, String place) {
    YamlException failure = failure(line);

    assertEquals(place, failure.line() + ":" + failure.column());
    assertFalse(failure.getMessage().contains("O7yA"));
    assertFalse(failure.getMessage().contains("0011"));
    assertFalse(failure.getMessage().contains("AGE"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "StatefulPartitionedCall/model_12/Conv2D_a_1",
        "features.0.conv",
        "keys/Acme-Corporation-2026-Main-Site-Key123",
        "0123456789",
        "O7yA0hXzDEfqGRZbSBz2vlJtjdMAlJYyVgwUMt3UK",
      })
  void namesAndPathsAreNotTakenForKeys(String name) {
    assertDoesNotThrow(
        () -> PlanFile.of(Path.of("some.ward"), PLAN + "layers: {include: [" + name + "]}\n"));
  }
}
