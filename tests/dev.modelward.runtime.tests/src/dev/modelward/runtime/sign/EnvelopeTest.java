// SPDX-License-Identifier: EPL-2.0
package dev.modelward.runtime.sign;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.modelward.runtime.ProtectionException;
import dev.modelward.runtime.ProtectionException.Foreign;
import dev.modelward.runtime.ProtectionException.Malformed;
import dev.modelward.runtime.ProtectionException.Tampered;
import dev.modelward.runtime.json.Json;
import dev.modelward.testkit.sealed.InsecureVendor;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EnvelopeTest {
  private static final String TYPE = "application/vnd.modelward.test.v1+json";
  private static final Json PAYLOAD =
      Json.Fields.of(Map.of("a", new Json.Whole(1), "b", new Json.Text("\u20ac")));

  private final InsecureVendor vendor = new InsecureVendor(1);
  private final Envelope envelope = new Envelope("the test", TYPE);
  private final byte[] sealed = envelope.seal(PAYLOAD, vendor);

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private <T extends ProtectionException> T refuses(Class<T> how, byte[] text) {
    return assertThrows(how, () -> envelope.open(text, vendor.key()));
  }

  private <T extends ProtectionException> T refuses(Class<T> how, String text) {
    return refuses(how, utf8(text));
  }

  /** A text that says what it likes, whether it is signed or not. */
  private static String said(String payload, String type, String... signatures) {
    return "{\"payload\":\"%s\",\"payloadType\":\"%s\",\"signatures\":[%s]}"
        .formatted(payload, type, String.join(",", signatures));
  }

  private static String signature(String key, String signature) {
    return "{\"keyid\":\"%s\",\"sig\":\"%s\"}".formatted(key, signature);
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  private String signedByUs(byte[] body, String type) {
    byte[] head = utf8("DSSEv1 " + utf8(type).length + " " + type + " " + body.length + " ");
    byte[] encoding = Arrays.copyOf(head, head.length + body.length);
    System.arraycopy(body, 0, encoding, head.length, body.length);
    return base64(vendor.sign(encoding));
  }

  @Test
  void opensWhatItSealed() throws ProtectionException {
    assertEquals(PAYLOAD, envelope.open(sealed, vendor.key()));
  }

  @Test
  void isTheEnvelopeOfDsse() {
    byte[] body = PAYLOAD.canonical();
    String one = signature(vendor.key().id(), signedByUs(body, TYPE));
    assertEquals(said(base64(body), TYPE, one), new String(sealed, StandardCharsets.UTF_8));
  }

  @Test
  void refusesEachByteFlipped() {
    for (int at = 0; at < sealed.length; at++) {
      for (int bits : new int[] {1, 2, 0x20, 0x80, 0xff}) {
        byte[] flipped = sealed.clone();
        flipped[at] ^= (byte) bits;
        refuses(ProtectionException.class, flipped);
      }
    }
  }

  @Test
  void refusesToBeCutOrLongerAnywhere() {
    for (int at = 0; at < sealed.length; at++) {
      refuses(ProtectionException.class, Arrays.copyOf(sealed, at));
      byte[] longer = Arrays.copyOf(sealed, sealed.length + 1);
      System.arraycopy(sealed, at, longer, at + 1, sealed.length - at);
      refuses(ProtectionException.class, longer);
    }
    refuses(Malformed.class, Arrays.copyOf(sealed, sealed.length + 1));
  }

  @Test
  void refusesAnotherVendorsSignature() {
    byte[] others = envelope.seal(PAYLOAD, new InsecureVendor(2));
    Foreign refusal = refuses(Foreign.class, others);
    assertTrue(refusal.getMessage().contains(vendor.key().id()), refusal.getMessage());
    // another's signature under our name
    String text = new String(others, StandardCharsets.UTF_8);
    refuses(Tampered.class, text.replace(new InsecureVendor(2).key().id(), vendor.key().id()));
  }

  @Test
  void refusesAnotherTypeThoughTheVendorSignedIt() {
    Envelope other = new Envelope("the test", TYPE + "x");
    refuses(Malformed.class, other.seal(PAYLOAD, vendor));
    String text = new String(other.seal(PAYLOAD, vendor), StandardCharsets.UTF_8);
    refuses(Tampered.class, text.replace(TYPE + "x", TYPE));
  }

  @Test
  void hasExactlyOneSignature() {
    byte[] body = PAYLOAD.canonical();
    String one = signature(vendor.key().id(), signedByUs(body, TYPE));
    refuses(Malformed.class, said(base64(body), TYPE));
    refuses(Malformed.class, said(base64(body), TYPE, one, one));
    refuses(Malformed.class, said(base64(body), TYPE, "1"));
    refuses(Malformed.class, said(base64(body), TYPE, "{}"));
  }

  @Test
  void refusesFurtherMembersAndOtherSpellings() {
    byte[] body = PAYLOAD.canonical();
    String sig = signedByUs(body, TYPE);
    String one = signature(vendor.key().id(), sig);
    refuses(Tampered.class, said(base64(body), TYPE, one.replace("}", ",\"x\":1}")));
    refuses(Malformed.class, said(base64(body), TYPE, one).replaceFirst("}$", ",\"x\":1}"));
    refuses(Malformed.class, said(base64(body).replaceFirst("=+$", ""), TYPE, one));
    refuses(Malformed.class, said(base64(body), TYPE, one.replace(sig, sig.replace("=", ""))));
    refuses(Malformed.class, said(base64(body), TYPE, one).replace(":", ": "));
  }

  @Test
  void refusesSignaturesOfAnotherLength() {
    byte[] body = PAYLOAD.canonical();
    byte[] good = Base64.getDecoder().decode(signedByUs(body, TYPE));
    for (int length : new int[] {0, 1, 32, 63, 65, 128}) {
      String bad = base64(Arrays.copyOf(good, length));
      refuses(Tampered.class, said(base64(body), TYPE, signature(vendor.key().id(), bad)));
    }
  }

  @Test
  void refusesPayloadsThatAreNotCanonicalThoughTheVendorSignedThem() {
    for (String payload : new String[] {"", "{ }", "{\"b\":1,\"a\":2}", "\u0000", "[1,2"}) {
      byte[] body = utf8(payload);
      String one = signature(vendor.key().id(), signedByUs(body, TYPE));
      refuses(Malformed.class, said(base64(body), TYPE, one));
    }
  }

  @Test
  void neverSaysWhyASignatureFailed() {
    byte[] body = PAYLOAD.canonical();
    String of = vendor.key().id();
    String wrong = base64(new byte[64]);
    String tooShort = base64(new byte[3]);
    assertEquals(
        refuses(Tampered.class, said(base64(body), TYPE, signature(of, wrong))).getMessage(),
        refuses(Tampered.class, said(base64(body), TYPE, signature(of, tooShort))).getMessage());
    assertFalse(refuses(Tampered.class, said("", TYPE, signature(of, ""))).what().isEmpty());
  }

  @Test
  void sealsTheSameAlwaysAlike() {
    assertArrayEquals(sealed, envelope.seal(PAYLOAD, new InsecureVendor(1)));
  }
}
