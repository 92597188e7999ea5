// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.plan.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.modelward.learn.yaml.YamlException;
import dev.modelward.protect.plan.Limit;
import dev.modelward.protect.plan.Recipient;
import dev.modelward.protect.plan.Target;
import dev.modelward.protect.plan.Target.Quality;
import dev.modelward.protect.plan.Term;
import dev.modelward.protect.plan.Tier;
import dev.modelward.protect.plan.Unit;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlanEditTest {
  private static final String TEXT =
      """
      # What we sell.
      model: net.onnx
      data: {measure: test.data}   # held back

      tiers:
        # Everybody sees this.
        - name: public
          share: 5 %   # measured in May
        - name: full
      """;

  private static final String GROWN =
      """
      # What we sell.
      model: net.onnx
      data: {measure: test.data}   # held back

      tiers:
        # Everybody sees this.
        - name: free
          quality: 20 %   # measured in May
        - name: basic
          quality: 50 %
        - name: full
      recipients:
        - name: acme
          key: keys/acme.pub
          tier: basic
          from: 2026-01-01
      limits:
        - view: free
          quality: "<= 50 %"
      ranking:
        cap: 25 %
      criterion:
        samples: 500
        seed: 3
      """;

  private static PlanEdit edit(String text) throws YamlException {
    return PlanEdit.of(PlanFile.of(Path.of("plans", "x.ward"), text));
  }

  @Test
  void allChangesTogetherReadAsIfWrittenByHand() throws YamlException {
    Quality half = new Quality(50, Unit.PERCENT);
    Term term = new Term(LocalDate.of(2026, 1, 1), LocalDate.MAX);

    String changed =
        edit(TEXT)
            .target("public", new Quality(20, Unit.PERCENT))
            .addTier(1, new Tier("basic", half))
            .renameTier("public", "free")
            .addRecipient(
                new Recipient("acme", Path.of("plans", "keys", "acme.pub"), "basic", term))
            .addLimit(new Limit("free", Limit.Bound.AT_MOST, half))
            .set("ranking.cap", "25 %")
            .set("criterion.samples", "500")
            .set("criterion.seed", "3")
            .text();

    assertEquals(GROWN, changed);
    assertEquals(changed, edit(changed).file().text());
  }

  @Test
  void aTierGetsAndLosesItsTarget() throws YamlException {
    PlanEdit without = edit(TEXT).target("public", new Target.Everything());

    assertEquals(TEXT.replace("    share: 5 %   # measured in May\n", ""), without.text());
    assertThrows(YamlException.class, without::file);
    assertEquals(
        TEXT.replace("   # measured in May", ""),
        without.target("public", new Target.Share(0.05)).text());
    assertSame(without, without.target("full", new Target.Everything()));
  }

  @Test
  void whatContradictsItselfIsRefusedWhenItIsRead() {
    YamlException refused =
        assertThrows(YamlException.class, () -> edit(TEXT).renameTier("public", "full").file());

    assertEquals("9:11", refused.line() + ":" + refused.column());
    assertThrows(YamlException.class, () -> edit(TEXT).removeTier("full").file());
    assertThrows(YamlException.class, () -> edit(TEXT).set("seeds", "many").file());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "model.a",
        "tiers",
        "tiers[0]",
        "tiers.name",
        "tiers[0].key",
        "layers.include",
        "modle",
        "ranking",
        "ranking.over.cap",
        "lock.x",
        "recipients[0].name.x",
        "[0]"
      })
  void onlySingleValuesThatAPlanMayHaveAreSet(String place) throws YamlException {
    PlanEdit edit = edit(TEXT);

    assertThrows(IllegalArgumentException.class, () -> edit.set(place, "1"));
    assertThrows(IllegalArgumentException.class, () -> edit.clear(place));
  }

  @Test
  void whatIsNotThereCannotBeChanged() throws YamlException {
    PlanEdit edit = edit(TEXT);
    Limit limit = new Limit("full", Limit.Bound.AT_LEAST, new Quality(1, Unit.DECIBEL));

    assertThrows(IllegalArgumentException.class, () -> edit.removeTier("none"));
    assertThrows(IllegalArgumentException.class, () -> edit.moveTier("full", 2));
    assertThrows(
        IllegalArgumentException.class,
        () -> edit.addTier(3, new Tier("more", new Target.Everything())));
    assertThrows(IllegalArgumentException.class, () -> edit.removeRecipient("none"));
    assertThrows(IllegalArgumentException.class, () -> edit.removeLimit(limit));
    assertThrows(IllegalArgumentException.class, () -> edit.set("recipients[0].name", "a"));
    assertThrows(IllegalArgumentException.class, () -> edit.set("tiers[2].name", "a"));
    assertSame(edit, edit.clear("ranking.cap"));
  }

  @ParameterizedTest
  @CsvSource({
    "plans/keys/a.pub, plans/x.ward, keys/a.pub",
    "keys/a.pub, plans/x.ward, ../keys/a.pub",
    "plans/../a.pub, plans/x.ward, ../a.pub",
    "a.pub, ../plans/x.ward, -",
    "keys/a.pub, x.ward, keys/a.pub",
    "/keys/a.pub, plans/x.ward, /keys/a.pub",
    "/plans/keys/a.pub, /plans/x.ward, keys/a.pub",
    "/keys/a.pub, /plans/x.ward, /keys/a.pub",
  })
  void pathsAreWrittenFromThePlansFolder(Path path, Path plan, String written) {
    String place = Places.written(path, plan);

    if (!written.equals("-")) {
      assertEquals(written, place);
    }
    Path read = plan.resolveSibling(place);
    assertEquals(path.toAbsolutePath().normalize(), read.toAbsolutePath().normalize(), place);
  }
}
