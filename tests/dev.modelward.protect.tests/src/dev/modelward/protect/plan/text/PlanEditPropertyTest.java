// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.plan.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.modelward.learn.yaml.YamlException;
import dev.modelward.protect.plan.ExposurePlan;
import dev.modelward.protect.plan.Limit;
import dev.modelward.protect.plan.Recipient;
import dev.modelward.protect.plan.Target;
import dev.modelward.protect.plan.Tier;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Of random texts, changes touch what they are asked to and nothing else. */
class PlanEditPropertyTest {
  private static final Path FILE = RandomPlan.FOLDER.resolve("x.ward");
  private static final Pattern OUTSIDE = Pattern.compile("# out \\d+: ");
  private static final int TEXTS = 100;

  /** A plan, its text, and what chance does with it. */
  private record Case(SplittableRandom random, RandomPlan source, PlanFile file) {
    ExposurePlan plan() {
      return file.plan();
    }

    PlanEdit edit() throws YamlException {
      return PlanEdit.of(file);
    }

    Tier anyTier() {
      return plan().tiers().get(random.nextInt(plan().tiers().size() - 1));
    }
  }

  /** What is tried on a case. */
  private interface Trial {
    void on(Case each) throws YamlException;
  }

  private static void always(Trial trial) {
    for (int seed = 0; seed < TEXTS; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      RandomPlan source = new RandomPlan(random);
      ExposurePlan plan = source.plan();
      String text = new RandomText(random).of(plan);
      try {
        trial.on(new Case(random, source, PlanFile.of(FILE, text)));
      } catch (YamlException | RuntimeException | AssertionError e) {
        throw new AssertionError("seed " + seed + ":\n" + text, e);
      }
    }
  }

  private static ExposurePlan with(
      ExposurePlan plan, List<Tier> tiers, List<Recipient> recipients, List<Limit> limits) {
    return new ExposurePlan(
        plan.model(), plan.data(), plan.survey(), plan.decoys(), tiers, recipients, limits);
  }

  private static <T> List<T> changed(List<T> list, int index, T with) {
    List<T> changed = new ArrayList<>(list);
    changed.set(index, with);
    return changed;
  }

  private static <T> List<T> without(List<T> list, int index) {
    List<T> changed = new ArrayList<>(list);
    changed.remove(index);
    return changed;
  }

  private static <T> List<T> more(List<T> list, int index, T with) {
    List<T> changed = new ArrayList<>(list);
    changed.add(index, with);
    return changed;
  }

  private static List<String> outside(String text) {
    Matcher matcher = OUTSIDE.matcher(text);
    List<String> found = new ArrayList<>();
    while (matcher.find()) {
      found.add(matcher.group());
    }
    return found;
  }

  private static int common(String one, String other) {
    int length = 0;
    int end = Math.min(one.length(), other.length());
    while (length < end && one.charAt(length) == other.charAt(length)) {
      length++;
    }
    return length;
  }

  /** Both texts without what they begin and end with alike. */
  private static List<String> middles(String one, String other) {
    int head = common(one, other);
    String back = new StringBuilder(one.substring(head)).reverse().toString();
    String otherBack = new StringBuilder(other.substring(head)).reverse().toString();
    int tail = common(back, otherBack);
    return List.of(
        one.substring(head, one.length() - tail), other.substring(head, other.length() - tail));
  }

  private static void expectOnly(String old, String changed, String from, String to) {
    List<String> middles = middles(old, changed);
    assertTrue(from.contains(middles.getFirst()), middles + " in " + from);
    assertTrue(to.contains(middles.getLast()), middles + " in " + to);
  }

  private static String unquoted(String text) {
    return text.replaceAll("[\"']", "");
  }

  private static void expectInserted(String old, String changed) {
    assertEquals("", middles(old, changed).getFirst());
  }

  private static void expectTaken(String old, String changed) {
    assertEquals("", middles(old, changed).getLast());
    assertEquals(outside(old), outside(changed));
  }

  @Test
  void everyTextReadsAsItsPlan() throws YamlException {
    for (int seed = 0; seed < TEXTS; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      ExposurePlan plan = new RandomPlan(random).plan();
      String text = new RandomText(random).of(plan);

      assertEquals(with(plan, plan.tiers(), plan.recipients(), plan.limits()), plan);
      assertEquals(plan.tiers(), PlanFile.of(FILE, text).plan().tiers(), text);
      assertEquals(plan, PlanFile.of(FILE, text).plan(), text);
    }
  }

  @Test
  void aTargetChanges() {
    always(each -> {
      Tier tier = each.anyTier();
      int index = each.plan().tiers().indexOf(tier);
      Target target = each.source().target(index);

      PlanFile changed = each.edit().target(tier.name(), target).file();

      Tier aimed = new Tier(tier.name(), target);
      List<Tier> tiers = changed(each.plan().tiers(), index, aimed);
      assertEquals(
          with(each.plan(), tiers, each.plan().recipients(), each.plan().limits()), changed.plan());
      String old = TierText.key(tier.target()).orElse("") + ": " + tier.target();
      String now = TierText.key(target).orElse("") + ": " + target;
      expectOnly(unquoted(each.file().text()), unquoted(changed.text()), old, now);
    });
  }

  @Test
  void aTierIsRenamed() {
    always(each -> {
      String name = each.anyTier().name();

      PlanFile changed = each.edit().renameTier(name, "quite-new").file();

      assertEquals(
          each.plan(), each.edit().renameTier(name, "z").renameTier("z", name).file().plan());
      assertEquals(each.file().text(), changed.text().replace("quite-new", name));
      assertEquals(
          each.plan().tiers().stream().map(Tier::target).toList(),
          changed.plan().tiers().stream().map(Tier::target).toList());
    });
  }

  @Test
  void aTierIsAddedAndRemoved() {
    always(each -> {
      int index = each.random().nextInt(each.plan().tiers().size() + 1);
      Tier tier = new Tier("between", each.source().target(index));

      PlanEdit more = each.edit().addTier(index, tier);
      PlanEdit less = more.removeTier("between");

      expectInserted(each.file().text(), more.text());
      assertEquals(each.plan(), less.file().plan());
      assertEquals(each.file().text().replace(",]", ", ]"), less.text().replace(",]", ", ]"));
    });
  }

  @Test
  void anyTierIsRemoved() {
    always(each -> {
      Tier tier = each.anyTier();
      PlanEdit edit = each.edit();
      for (Recipient recipient : each.plan().recipients()) {
        edit = edit.removeRecipient(recipient.name());
      }
      for (Limit limit : each.plan().limits()) {
        edit = edit.removeLimit(limit);
      }

      PlanEdit less = edit.removeTier(tier.name());

      expectTaken(edit.text(), less.text());
      assertEquals(outside(each.file().text()), outside(less.text()));
      List<Tier> tiers = without(each.plan().tiers(), each.plan().tiers().indexOf(tier));
      if (tiers.size() > 1) {
        assertEquals(with(each.plan(), tiers, List.of(), List.of()), less.file().plan());
      }
    });
  }

  @Test
  void aTierMoves() {
    always(each -> {
      Tier tier = each.anyTier();
      int index = each.random().nextInt(each.plan().tiers().size());

      PlanEdit moved = each.edit().moveTier(tier.name(), index);

      assertEquals(sorted(each.file().text()), sorted(moved.text()));
      PlanEdit back = moved.moveTier(tier.name(), each.plan().tiers().indexOf(tier));
      assertEquals(each.file().text(), back.text());
      assertEquals(each.plan(), back.file().plan());
    });
  }

  private static List<Integer> sorted(String text) {
    return Arrays.stream(text.codePoints().sorted().toArray()).boxed().toList();
  }

  @Test
  void aRecipientIsAddedAndRemoved() {
    always(each -> {
      ExposurePlan plan = each.plan();
      Recipient recipient = each.source().recipient("new", each.source().granted(plan.tiers()));

      PlanFile changed = each.edit().addRecipient(recipient).file();

      List<Recipient> recipients = more(plan.recipients(), plan.recipients().size(), recipient);
      assertEquals(with(plan, plan.tiers(), recipients, plan.limits()), changed.plan());
      expectInserted(each.file().text(), changed.text());
      for (int i = 0; i < recipients.size(); i++) {
        PlanEdit less = PlanEdit.of(changed).removeRecipient(recipients.get(i).name());
        expectTaken(changed.text(), less.text());
        assertEquals(
            with(plan, plan.tiers(), without(recipients, i), plan.limits()), less.file().plan());
      }
    });
  }

  @Test
  void aLimitIsAddedChangedAndRemoved() {
    always(each -> {
      ExposurePlan plan = each.plan();
      Limit limit = each.source().limit(each.source().tier(plan.tiers()), 9);
      Limit other = each.source().limit(limit.view(), 5);

      PlanFile changed = each.edit().addLimit(limit).file();
      PlanFile twice = PlanEdit.of(changed).changeLimit(limit, other).file();

      int size = plan.limits().size();
      List<Limit> limits = more(plan.limits(), size, limit);
      assertEquals(with(plan, plan.tiers(), plan.recipients(), limits), changed.plan());
      expectInserted(each.file().text(), changed.text());
      assertEquals(changed(limits, size, other), twice.plan().limits());
      expectOnly(changed.text(), twice.text(), limit.toString(), other.toString());
      PlanEdit less = PlanEdit.of(twice).removeLimit(other);
      assertEquals(plan, less.file().plan());
      expectTaken(twice.text(), less.text());
    });
  }

  @Test
  void singleValuesAreSet() {
    always(each -> {
      PlanFile changed = each.edit().set("seeds", "17").set("importance", "new: one").file();

      assertEquals(17, changed.plan().decoys().seeds());
      assertEquals(RandomPlan.FOLDER.resolve("new: one"), changed.plan().survey().map());
      assertEquals(outside(each.file().text()), outside(changed.text()));
      PlanEdit capped = each.edit().set("ranking.over", "global").set("ranking.cap", "75 %");
      assertEquals(0.75, capped.file().plan().survey().ranking().cap());
      assertEquals(1, capped.clear("ranking.cap").file().plan().survey().ranking().cap());
      assertEquals(outside(each.file().text()), outside(capped.clear("ranking.over").text()));
      PlanEdit without = capped.clear("ranking.cap").clear("ranking.over");
      assertEquals(outside(each.file().text()), outside(without.text()));
      assertEquals(0.5, without.set("ranking.cap", "50 %").file().plan().survey().ranking().cap());
    });
  }
}
