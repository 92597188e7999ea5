// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.plan.sheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.modelward.learn.yaml.YamlException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlanSheetTest {
  private static final String TEXT =
      """
      # who sees what
      model: net.onnx
      data: {measure: test.data}
      tiers:
        - name: public # everybody
          quality: 10 %
        # for trials
        - name: basic
          quality: 50 %
        - name: pro
          quality: 80 %
        - name: full
      recipients:
        - {name: acme, key: keys/acme.pub, tier: basic} # our first
      # careful
      limits:
        - view: basic
          quality: "<= 60 %"
      """;

  private static PlanSheet sheet(String text) {
    return PlanSheet.of(Path.of("net.ward"), text);
  }

  private static Row row(PlanSheet sheet, PlanList list, int index) {
    return sheet.rows(list).get(index);
  }

  private static List<String> texts(PlanSheet sheet, PlanList list, String key) {
    return sheet.rows(list).stream().map(row -> row.text(key)).toList();
  }

  @Test
  void readsTheListsOfAPlan() {
    PlanSheet sheet = sheet(TEXT);

    assertInstanceOf(Verdict.Sound.class, sheet.verdict());
    assertEquals(List.of("public", "basic", "pro", "full"), texts(sheet, PlanList.TIERS, "name"));
    assertEquals(List.of("basic"), texts(sheet, PlanList.RECIPIENTS, "tier"));
    assertEquals(List.of("<= 60 %"), texts(sheet, PlanList.LIMITS, "quality"));
  }

  @Test
  void knowsInWhichLinesThingsAre() {
    PlanSheet sheet = sheet(TEXT);

    assertEquals(Optional.of(8), sheet.line(new Place.Item(PlanList.TIERS, 1)));
    assertEquals(Optional.of(16), sheet.line(new Place.Heading(PlanList.LIMITS)));
    assertEquals(Optional.of(new Place.Item(PlanList.TIERS, 1)), sheet.place(9));
    assertEquals(Optional.of(new Place.Heading(PlanList.TIERS)), sheet.place(4));
    assertEquals(Optional.of(new Place.Item(PlanList.RECIPIENTS, 0)), sheet.place(14));
    assertEquals(Optional.empty(), sheet.place(2));
  }

  @Test
  void keepsItsListsWhileTheyContradictEachOther() {
    PlanSheet sheet = sheet(TEXT.replace("50 %", "5 %"));

    assertTrue(sheet.isReadable());
    assertEquals(9, sheet.flaw().orElseThrow().line());
    assertEquals("5 %", row(sheet, PlanList.TIERS, 1).text("quality"));
  }

  @Test
  void saysWhereATextIsBroken() {
    PlanSheet sheet = sheet(TEXT.replace("{measure: test.data}", "{measure: test.data"));

    assertFalse(sheet.isReadable());
    assertTrue(sheet.flaw().orElseThrow().line() >= 3);
    assertEquals(List.of(), sheet.rows(PlanList.TIERS));
  }

  @Test
  void namesATierAnewWhereverItIsSpokenOf() throws YamlException {
    PlanSheet sheet = sheet(TEXT);
    String changed = new PlanForm(sheet).set(row(sheet, PlanList.TIERS, 1), "name", "trial");

    assertEquals(
        TEXT.replace("name: basic", "name: trial")
            .replace("tier: basic", "tier: trial")
            .replace("view: basic", "view: trial"),
        changed);
  }

  @Test
  void changesOnlyTheValueThatIsChanged() throws YamlException {
    PlanSheet sheet = sheet(TEXT);
    PlanForm form = new PlanForm(sheet);

    assertEquals(
        TEXT.replace("50 %", "55 %"), form.set(row(sheet, PlanList.TIERS, 1), "quality", "55 %"));
    assertEquals(
        TEXT.replace("<= 60 %", ">= 40 %"),
        form.set(row(sheet, PlanList.LIMITS, 0), "quality", ">= 40 %"));
    assertEquals(TEXT, form.set(row(sheet, PlanList.TIERS, 1), "quality", "50 %"));
  }

  @Test
  void takesAKeyAwayWithItsLastLetter() throws YamlException {
    PlanSheet sheet = sheet(TEXT.replace("tier: basic}", "tier: basic, until: 2030-01-01}"));

    assertEquals(TEXT, new PlanForm(sheet).set(row(sheet, PlanList.RECIPIENTS, 0), "until", ""));
  }

  @Test
  void givesATierAnotherAimBetweenItsNeighbours() throws YamlException {
    PlanSheet sheet = sheet(TEXT.replace("quality: 80 %", "share: 2 %"));
    Row basic = row(sheet, PlanList.TIERS, 1);
    Row pro = row(sheet, PlanList.TIERS, 2);

    assertEquals(
        sheet.text().replace("quality: 50 %", "share: 6 %"),
        new PlanForm(sheet).aim(basic, Aim.SHARE));
    assertEquals(
        sheet.text().replace("share: 2 %", "quality: 75 %"),
        new PlanForm(sheet).aim(pro, Aim.QUALITY));
    assertEquals(
        sheet.text().replace("    share: 2 %\n", ""), new PlanForm(sheet).aim(pro, Aim.EVERYTHING));
  }

  @Test
  void addsATierBehindAnotherButNeverBehindTheLast() throws YamlException {
    PlanSheet sheet = sheet(TEXT);
    PlanSheet second = sheet(new PlanForm(sheet).add(PlanList.TIERS, 1));
    PlanSheet last = sheet(new PlanForm(sheet).add(PlanList.TIERS, 3));

    assertEquals(
        List.of("public", "basic", "tier-1", "pro", "full"), texts(second, PlanList.TIERS, "name"));
    assertEquals("65 %", row(second, PlanList.TIERS, 2).text("quality"));
    assertEquals(
        List.of("public", "basic", "pro", "tier-1", "full"), texts(last, PlanList.TIERS, "name"));
    assertEquals("90 %", row(last, PlanList.TIERS, 3).text("quality"));
    assertInstanceOf(Verdict.Sound.class, second.verdict());
    assertInstanceOf(Verdict.Sound.class, last.verdict());
  }

  @Test
  void addsRecipientsAndLimitsThatTheReaderAccepts() throws YamlException {
    PlanSheet sheet = sheet(TEXT);
    for (int i = 0; i < 3; i++) {
      sheet = sheet(new PlanForm(sheet).add(PlanList.RECIPIENTS, 0));
      sheet = sheet(new PlanForm(sheet).add(PlanList.LIMITS, 0));
      assertInstanceOf(Verdict.Sound.class, sheet.verdict());
    }
    assertEquals(
        List.of("acme", "recipient-1", "recipient-2", "recipient-3"),
        texts(sheet, PlanList.RECIPIENTS, "name"));
    assertTrue(sheet.text().contains("# our first"));
    assertTrue(sheet.text().contains("# careful"));
  }

  @Test
  void addsToListsThatAreNotThereYet() throws YamlException {
    PlanSheet sheet = sheet(TEXT.substring(0, TEXT.indexOf("recipients:")));
    sheet = sheet(new PlanForm(sheet).add(PlanList.RECIPIENTS, 0));
    sheet = sheet(new PlanForm(sheet).add(PlanList.LIMITS, 0));

    assertInstanceOf(Verdict.Sound.class, sheet.verdict());
    assertEquals(List.of("<= 20 %"), texts(sheet, PlanList.LIMITS, "quality"));
  }

  @Test
  void givesAViewAsManyLimitsAsItShouldHave() throws YamlException {
    PlanSheet sheet = sheet(TEXT);
    Row basic = row(sheet, PlanList.TIERS, 1);
    PlanSheet two = sheet(new PlanForm(sheet).limit(basic, List.of("<= 55 %", ">= 45 %")));
    PlanSheet none = sheet(new PlanForm(two).limit(basic, List.of()));
    PlanSheet other =
        sheet(new PlanForm(two).limit(row(two, PlanList.TIERS, 0), List.of("<= 12 %")));

    assertEquals(List.of("<= 55 %", ">= 45 %"), texts(two, PlanList.LIMITS, "quality"));
    assertEquals(TEXT.replace("<= 60 %", "<= 55 %"), two.text().substring(0, TEXT.length()));
    assertEquals(List.of(), none.rows(PlanList.LIMITS));
    assertEquals(List.of("basic", "basic", "public"), texts(other, PlanList.LIMITS, "view"));
    assertInstanceOf(Verdict.Sound.class, other.verdict());
  }

  @Test
  void removesAnItemAndLeavesCommentsOfOthers() throws YamlException {
    PlanSheet sheet = sheet(TEXT);
    PlanSheet less = sheet(new PlanForm(sheet).remove(row(sheet, PlanList.LIMITS, 0)));

    assertEquals(List.of(), less.rows(PlanList.LIMITS));
    assertInstanceOf(Verdict.Sound.class, less.verdict());
    assertTrue(less.text().contains("# for trials"));
  }

  @Test
  void movesATierWhoseTargetStaysWhereItRises() throws YamlException {
    PlanSheet sheet = sheet(TEXT);
    Row pro = row(sheet, PlanList.TIERS, 2);
    PlanSheet moved = sheet(new PlanForm(sheet).move(pro, row(sheet, PlanList.TIERS, 1)));

    assertInstanceOf(Verdict.Sound.class, moved.verdict());
    assertEquals(List.of("public", "pro", "basic", "full"), texts(moved, PlanList.TIERS, "name"));
    assertEquals(List.of("10 %", "50 %", "80 %", ""), texts(moved, PlanList.TIERS, "quality"));
  }
}
