// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.modelward.protect.plan.ExposurePlan;
import dev.modelward.protect.plan.text.PlanFile;
import dev.modelward.runtime.wrap.Identity;
import dev.modelward.runtime.wrap.Kind;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AddresseeTest {
  @TempDir Path folder = Path.of("");

  private ExposurePlan plan(String recipients) throws Exception {
    Path file = folder.resolve("net.ward");
    Files.writeString(
        file,
        """
        model: net.onnx
        data: {measure: signs.data}
        tiers: [{name: public, share: 50 %}, {name: basic, share: 20 %}, {name: full}]
        recipients: \
        """
            + recipients
            + "\n");
    return PlanFile.read(file).plan();
  }

  private String newKey(String name) throws Exception {
    try (Identity identity = Identity.generate(Kind.CLASSIC)) {
      Files.writeString(folder.resolve(name), identity.recipient().line() + "\n");
      return identity.recipient().id();
    }
  }

  @Test
  void readsTheKeyOfEachRecipientOfAPlan() throws Exception {
    String ann = newKey("ann.pub");
    String bob = newKey("bob.pub");

    List<Addressee> all =
        Addressee.of(
            plan(
                "[{name: ann, key: ann.pub, tier: basic}, {name: bob, key: bob.pub, tier: full}]"));

    assertEquals(List.of("ann", "bob"), all.stream().map(Addressee::name).toList());
    assertEquals(List.of("basic", "full"), all.stream().map(Addressee::tier).toList());
    assertEquals(List.of(ann, bob), all.stream().map(each -> each.key().id()).toList());
    assertEquals("always", all.getFirst().term().toString());
    assertEquals(Path.of("x", "bob.grant"), all.getLast().file(Path.of("x")));
  }

  @Test
  void theFirstAndTheLastDayAreWholeDaysOfUtc() throws Exception {
    newKey("ann.pub");

    Addressee ann =
        Addressee.of(
                plan(
                    "[{name: ann, key: ann.pub, tier: full, from: 2027-01-01, until: 2027-12-31}]"))
            .getFirst();

    assertEquals("from 2027-01-01T00:00:00Z before 2028-01-01T00:00:00Z", ann.term().toString());
  }

  @Test
  void refusesAPlanWithARecipientWhoseKeyIsMissing() throws Exception {
    newKey("ann.pub");
    ExposurePlan plan =
        plan("[{name: ann, key: ann.pub, tier: full}, {name: bob, key: bob.pub, tier: full}]");

    RecipientException refusal = assertThrows(RecipientException.class, () -> Addressee.of(plan));

    assertEquals("bob", refusal.recipient().name());
    assertEquals("no such file", refusal.found());
  }

  @Test
  void refusesAnIdentityInPlaceOfAPublicKeyWithoutRepeatingIt() throws Exception {
    String secret;
    try (Identity identity = Identity.generate(Kind.CLASSIC)) {
      byte[] line = identity.line();
      Files.write(folder.resolve("ann"), line);
      secret = new String(line, StandardCharsets.US_ASCII);
    }
    ExposurePlan plan = plan("[{name: ann, key: ann, tier: full}]");

    RecipientException refusal = assertThrows(RecipientException.class, () -> Addressee.of(plan));

    String said = String.valueOf(refusal.getMessage());
    assertTrue(said.startsWith("recipient 'ann': expected a public key in "), said);
    assertFalse(said.contains(secret.substring(secret.lastIndexOf(':') + 1)), "a secret is out");
  }
}
