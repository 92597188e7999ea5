// SPDX-License-Identifier: EPL-2.0
package dev.modelward.runtime.hpke;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.modelward.runtime.secret.Parts;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** The labeled derivation beside the key schedule of RFC 9180, appendix A.1.1. */
class LabelsTest {
  private static final HexFormat HEX = HexFormat.of();

  @Test
  void derivesTheKeyAndNonceOfAppendixA11() {
    byte[] none = new byte[0];
    Labels labels = new Labels(HEX.parseHex("48504b45002000010001"));
    byte[] info = HEX.parseHex("4f6465206f6e2061204772656369616e2055726e");
    byte[] context =
        Parts.join(
            new byte[] {0},
            labels.extract(none, "psk_id_hash", none),
            labels.extract(none, "info_hash", info));
    byte[] shared =
        HEX.parseHex("fe0e18c9f024ce43799ae393c7e8fe8fce9d218875e8227b0187c04e7d2ea1fc");
    byte[] secret = labels.extract(shared, "secret", none);
    assertEquals(
        "4531685d41d65f03dc48f6b8302c05b0",
        HEX.formatHex(labels.expand(secret, "key", context, 16)));
    assertEquals(
        "56d890e5accaaf011cff4b7d",
        HEX.formatHex(labels.expand(secret, "base_nonce", context, 12)));
  }
}
