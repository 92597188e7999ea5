// SPDX-License-Identifier: EPL-2.0
package dev.modelward.runtime.wrap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.modelward.runtime.ProtectionException;
import dev.modelward.runtime.ProtectionException.Malformed;
import dev.modelward.runtime.ProtectionException.Unsupported;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RecipientTest {
  static List<Kind> kinds() {
    return Wrapping.kinds();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void isReadBackFromItsLine(Kind kind) throws ProtectionException {
    Recipient recipient = Identity.generate(kind).recipient();
    assertTrue(recipient.line().startsWith("modelward-recipient-1:" + kind.label() + ":"));
    Recipient again = Recipient.parse(recipient.line() + "\r\n");
    assertEquals(recipient.line(), again.line());
    assertEquals(recipient.id(), again.id());
    assertEquals(kind, again.kind());
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void refusesItsLineWithAnyLetterChangedLeftOutOrTwice(Kind kind) throws ProtectionException {
    String line = Identity.generate(kind).recipient().line();
    for (int at = 0; at < line.length(); at++) {
      String before = line.substring(0, at);
      String from = line.substring(at);
      refuses(before + (from.charAt(0) == 'A' ? 'B' : 'A') + from.substring(1));
      refuses(before + from.substring(1));
      refuses(before + from.charAt(0) + from);
    }
  }

  private static void refuses(String line) {
    Malformed refusal = assertThrows(Malformed.class, () -> Recipient.parse(line), line);
    assertEquals("the recipient", refusal.where());
  }

  @Test
  void refusesOtherTexts() throws Unsupported {
    String line = Identity.generate(Kind.CLASSIC).recipient().line();
    refuses("");
    refuses("modelward-recipient-1:x25519:");
    refuses(line + "=");
    refuses(line + " " + line);
    refuses(line.replace("recipient-1", "recipient-2"));
    refuses(line.replace("x25519", "x448"));
    refuses(line.replace("recipient", "identity"));
    refuses("modelward-recipient-1:x25519:\u00e4" + line.substring(30));
  }

  @Test
  void refusesAKeyWithWhichNoSecretIsShared() {
    byte[] line = KeyLine.RECIPIENT.write(Kind.CLASSIC, new byte[32]);
    refuses(new String(line, StandardCharsets.US_ASCII));
  }

  @Test
  @EnabledForJreRange(min = JRE.JAVA_24)
  void wrapsForNoKeyOfMlKemThatIsNoneByFips203() throws ProtectionException {
    byte[] bytes = new byte[Kind.HYBRID.publicLength()];
    Arrays.fill(bytes, (byte) 0xff);
    bytes[31] = 9;
    byte[] line = KeyLine.RECIPIENT.write(Kind.HYBRID, bytes);
    Recipient recipient = Recipient.parse(new String(line, StandardCharsets.US_ASCII));
    byte[] secret = Wrapping.secret();
    assertThrows(Malformed.class, () -> recipient.wrap(secret, Wrapping.BINDING));
  }

  @Test
  void hasTheLineAndIdThatThePageOnTheFormatFixes() throws ProtectionException {
    byte[] bytes = new byte[32];
    for (int i = 0; i < 32; i++) {
      bytes[i] = (byte) i;
    }
    Identity identity = Identity.read(KeyLine.IDENTITY.write(Kind.CLASSIC, bytes));
    assertEquals(
        "modelward-identity-1:x25519:AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh_Sds34",
        new String(identity.line(), StandardCharsets.US_ASCII));
    assertEquals(
        "modelward-recipient-1:x25519:j0DFrbaPJWJK5bIU6nZ6bslNgp09e14a0bpvPiE4KF_Aa7yv",
        identity.recipient().line());
    assertEquals("eedd883da0a9451593dc0a38e583fb77", identity.recipient().id());
    assertEquals("recipient eedd883da0a9451593dc0a38e583fb77", identity.recipient().toString());
  }

  @Test
  void wrapsNothingButSecretsOf32Bytes() throws Unsupported {
    Recipient recipient = Identity.generate(Kind.CLASSIC).recipient();
    for (int length : new int[] {0, 31, 33}) {
      byte[] secret = new byte[length];
      assertThrows(IllegalArgumentException.class, () -> recipient.wrap(secret, Wrapping.BINDING));
    }
  }
}
