// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.plan.text;

import dev.modelward.learn.yaml.Field;
import dev.modelward.learn.yaml.Fields;
import dev.modelward.learn.yaml.Route;
import dev.modelward.learn.yaml.YamlException;
import dev.modelward.learn.yaml.YamlText;
import dev.modelward.learn.yaml.edit.Tree;
import dev.modelward.learn.yaml.edit.YamlEdit;
import dev.modelward.protect.plan.Limit;
import dev.modelward.protect.plan.Recipient;
import dev.modelward.protect.plan.Target;
import dev.modelward.protect.plan.Tier;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A plan's text and changes of it, each of which gives another text in which everything else,
 * comments included, stands as before. Between changes a text may contradict itself; whether the
 * last one does is found out when it is read. What is not there cannot be changed: that is an
 * {@link IllegalArgumentException}.
 */
public record PlanEdit(YamlEdit edit) {
  private static final String TIERS = "tiers";
  private static final String RECIPIENTS = "recipients";
  private static final String LIMITS = "limits";
  private static final String NAME = "name";
  private static final String TIER = "tier";
  private static final String VIEW = "view";
  private static final String QUALITY = "quality";

  /** The text of a plan as it is. */
  public static PlanEdit of(PlanFile file) throws YamlException {
    return new PlanEdit(new YamlEdit(YamlText.of(file.file(), "plan", file.text())));
  }

  /** The changed text. */
  public String text() {
    return edit.text().text();
  }

  /** Reads the changed text, which is written nowhere yet. */
  public PlanFile file() throws YamlException {
    return PlanFile.of(edit.text().file(), text());
  }

  /** With a tier that aims at something else. */
  public PlanEdit target(String tier, Target target) throws YamlException {
    Route route = tier(tier);
    Optional<String> key = TierText.key(target);
    Optional<String> old = Optional.empty();
    for (String each : List.of(TierText.QUALITY, TierText.SHARE)) {
      old = edit.has(route.key(each)) ? Optional.of(each) : old;
    }
    if (key.isEmpty()) {
      return old.isPresent() ? new PlanEdit(edit.remove(route.key(old.get()))) : this;
    }
    String value = target.toString();
    if (old.isEmpty()) {
      return new PlanEdit(edit.add(route, key.get(), new Tree.Leaf(value)));
    }
    return new PlanEdit(
        old.equals(key)
            ? edit.replace(route.key(key.get()), value)
            : edit.replaceKey(route.key(old.get()), key.get(), value));
  }

  /** With another name for a tier, which recipients and limits then call by it. */
  public PlanEdit renameTier(String tier, String name) throws YamlException {
    return new PlanEdit(edit.replace(tier(tier).key(NAME), name))
        .renamed(RECIPIENTS, TIER, tier, name)
        .renamed(LIMITS, VIEW, tier, name);
  }

  private PlanEdit renamed(String list, String key, String old, String name) throws YamlException {
    YamlEdit renamed = edit;
    List<Field> items = items(list);
    for (int i = 0; i < items.size(); i++) {
      Route route = Route.of(list).item(i).key(key);
      if (says(items.get(i), key, old)) {
        renamed = renamed.replace(route, name);
      }
    }
    return new PlanEdit(renamed);
  }

  /** With a tier more, which gets an index, counted from 0. */
  public PlanEdit addTier(int index, Tier tier) throws YamlException {
    if (index < 0 || index > items(TIERS).size()) {
      throw new IllegalArgumentException("there is no place " + index + " among the tiers");
    }
    return inserted(TIERS, index, TierText.of(tier));
  }

  /** Without a tier. */
  public PlanEdit removeTier(String tier) throws YamlException {
    return new PlanEdit(edit.remove(tier(tier)));
  }

  /** With a tier that gets another index, counted from 0; comments right above it go along. */
  public PlanEdit moveTier(String tier, int index) throws YamlException {
    int from = index(TIERS, NAME, tier);
    if (index < 0 || index >= items(TIERS).size()) {
      throw new IllegalArgumentException("there is no place " + index + " among the tiers");
    }
    return new PlanEdit(edit.move(Route.of(TIERS), from, index));
  }

  /** With a recipient more, behind the others. */
  public PlanEdit addRecipient(Recipient recipient) throws YamlException {
    return inserted(
        RECIPIENTS, items(RECIPIENTS).size(), RecipientText.of(recipient, edit.text().file()));
  }

  /** Without a recipient. */
  public PlanEdit removeRecipient(String name) throws YamlException {
    int index = index(RECIPIENTS, NAME, name);
    return new PlanEdit(edit.remove(Route.of(RECIPIENTS).item(index)));
  }

  /** With a limit more, behind the others. */
  public PlanEdit addLimit(Limit limit) throws YamlException {
    Map<String, String> entries = Amounts.entries(limit);
    return inserted(LIMITS, items(LIMITS).size(), entries);
  }

  /** Without a limit. */
  public PlanEdit removeLimit(Limit limit) throws YamlException {
    return new PlanEdit(edit.remove(limit(limit)));
  }

  /** With one limit in the place of another. */
  public PlanEdit changeLimit(Limit old, Limit limit) throws YamlException {
    Route route = limit(old);
    YamlEdit viewed =
        old.view().equals(limit.view()) ? edit : edit.replace(route.key(VIEW), limit.view());
    return new PlanEdit(viewed.replace(route.key(QUALITY), limit.toString()));
  }

  /** With a value at the end of a way, as in {@code ranking.cap}, whether or not one was there. */
  public PlanEdit set(String place, String value) throws YamlException {
    Route route = known(place);
    if (edit.has(route)) {
      return new PlanEdit(edit.replace(route, value));
    }
    String key = place.substring(place.lastIndexOf('.') + 1);
    Route section = route.parent();
    if (edit.has(section)) {
      return new PlanEdit(edit.add(section, key, new Tree.Leaf(value)));
    }
    if (section.steps().size() > 1) {
      throw new IllegalArgumentException("there is no " + section);
    }
    Tree only = Tree.ofTexts(Map.of(key, value));
    return new PlanEdit(edit.add(section.parent(), section.toString(), only));
  }

  /** Without the value at the end of a way, if there is one. */
  public PlanEdit clear(String place) throws YamlException {
    Route route = known(place);
    return edit.has(route) ? new PlanEdit(edit.remove(route)) : this;
  }

  private static Route known(String place) {
    Route route = Route.of(place);
    if (!Section.knows(route)) {
      throw new IllegalArgumentException("a plan has no single value at " + place);
    }
    return route;
  }

  private PlanEdit inserted(String list, int index, Map<String, String> entries)
      throws YamlException {
    Tree item = Tree.ofTexts(entries);
    return new PlanEdit(
        edit.has(Route.of(list))
            ? edit.insert(Route.of(list), index, item)
            : edit.add(Route.whole(), list, Tree.ofItems(List.of(item))));
  }

  private Route tier(String name) throws YamlException {
    return Route.of(TIERS).item(index(TIERS, NAME, name));
  }

  private Route limit(Limit limit) throws YamlException {
    List<Field> items = items(LIMITS);
    for (int i = 0; i < items.size(); i++) {
      Fields fields = Fields.of(items.get(i));
      if (Amounts.limit(fields.required(VIEW), fields.required(QUALITY)).equals(limit)) {
        return Route.of(LIMITS).item(i);
      }
    }
    throw new IllegalArgumentException("there is no limit of " + limit.view() + " " + limit);
  }

  private int index(String list, String key, String value) throws YamlException {
    List<Field> items = items(list);
    for (int i = 0; i < items.size(); i++) {
      if (says(items.get(i), key, value)) {
        return i;
      }
    }
    throw new IllegalArgumentException("there is no '" + value + "' among the " + list);
  }

  private static boolean says(Field item, String key, String value) {
    return Route.of(key).in(item).flatMap(Field::scalar).filter(value::equals).isPresent();
  }

  private List<Field> items(String list) throws YamlException {
    return PlanText.entries(Fields.of(edit.text().root()), list);
  }
}
