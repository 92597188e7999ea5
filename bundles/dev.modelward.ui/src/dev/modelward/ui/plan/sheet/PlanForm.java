// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.plan.sheet;

import dev.modelward.learn.yaml.Route;
import dev.modelward.learn.yaml.YamlException;
import dev.modelward.learn.yaml.YamlText;
import dev.modelward.learn.yaml.edit.YamlEdit;
import dev.modelward.protect.plan.Limit;
import dev.modelward.protect.plan.Limit.Bound;
import dev.modelward.protect.plan.Recipient;
import dev.modelward.protect.plan.Target;
import dev.modelward.protect.plan.Term;
import dev.modelward.protect.plan.Tier;
import dev.modelward.protect.plan.Unit;
import dev.modelward.protect.plan.text.PlanEdit;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The changes that forms make of a sheet. Each gives the text as it is then, in which all else,
 * comments included, stands as before.
 */
public record PlanForm(PlanSheet sheet) {
  private static final String NAME = "name";
  private static final String QUALITY = "quality";
  private static final double USUAL_LIMIT = 20;

  private PlanEdit edit() throws YamlException {
    return new PlanEdit(new YamlEdit(YamlText.of(sheet.file(), "plan", sheet.text())));
  }

  /** With another text behind a key of an item; an empty one takes the key away. */
  public String set(Row row, String key, String text) throws YamlException {
    if (row.text(key).equals(text)) {
      return sheet.text();
    }
    if (text.isEmpty()) {
      return edit().clear(row.way(key)).text();
    }
    return isNameOfOne(row, key)
        ? edit().renameTier(row.text(key), text).text()
        : edit().set(row.way(key), text).text();
  }

  /** Only where no other tier has the name is it clear whom recipients and limits mean. */
  private boolean isNameOfOne(Row row, String key) {
    return row.list() == PlanList.TIERS
        && key.equals(NAME)
        && !row.text(NAME).isEmpty()
        && names(PlanList.TIERS).filter(row.text(NAME)::equals).count() == 1;
  }

  /** With another aim for a tier, in the middle of what the tiers around it aim at. */
  public String aim(Row tier, Aim aim) throws YamlException {
    Aim old = Aim.of(tier);
    if (old == aim) {
      return sheet.text();
    }
    List<Row> tiers = sheet.rows(PlanList.TIERS);
    String target = Gap.at(tiers, tier.index(), tier.index() + 1).middle(aim).toString();
    if (old == Aim.EVERYTHING) {
      return edit().set(tier.way(aim.key()), target).text();
    }
    Route route = Route.of(tier.way(old.key()));
    YamlEdit text = edit().edit();
    return (aim == Aim.EVERYTHING ? text.remove(route) : text.replaceKey(route, aim.key(), target))
        .text()
        .text();
  }

  /** With an item more, as far as possible behind another; the last tier stays the last. */
  public String add(PlanList list, int behind) throws YamlException {
    return switch (list) {
      case TIERS -> addTier(behind);
      case RECIPIENTS -> edit().addRecipient(recipient()).text();
      case LIMITS -> edit().addLimit(limit()).text();
    };
  }

  /** Where an item that is added behind another will be. */
  public int added(PlanList list, int behind) {
    int count = sheet.rows(list).size();
    return list == PlanList.TIERS ? Math.min(behind + 1, Math.max(count - 1, 0)) : count;
  }

  private String addTier(int behind) throws YamlException {
    List<Row> tiers = sheet.rows(PlanList.TIERS);
    int index = added(PlanList.TIERS, behind);
    boolean share = tiers.stream().anyMatch(tier -> Aim.of(tier) == Aim.SHARE);
    boolean quality = tiers.stream().anyMatch(tier -> Aim.of(tier) == Aim.QUALITY);
    Target target = Gap.at(tiers, index, index).middle(share && !quality ? Aim.SHARE : Aim.QUALITY);
    return edit().addTier(index, new Tier(newName(PlanList.TIERS, "tier-"), target)).text();
  }

  private Recipient recipient() {
    String name = newName(PlanList.RECIPIENTS, "recipient-");
    List<String> tiers = names(PlanList.TIERS).toList();
    String tier = tiers.size() > 1 ? tiers.get(1) : "full";
    return new Recipient(
        name, sheet.file().resolveSibling("keys/" + name + ".pub"), tier, Term.always());
  }

  private Limit limit() {
    List<Row> tiers = sheet.rows(PlanList.TIERS);
    String view = names(PlanList.TIERS).findFirst().orElse("public");
    List<String> taken =
        sheet.rows(PlanList.LIMITS).stream()
            .filter(row -> row.text("view").equals(view))
            .map(row -> row.text("quality").replace(" ", ""))
            .toList();
    return Stream.iterate(USUAL_LIMIT, value -> value + 1)
        .map(value -> new Target.Quality(value, Gap.at(tiers, 0, 0).unit()))
        .map(quality -> new Limit(view, Bound.AT_MOST, quality))
        .filter(limit -> !taken.contains(limit.toString().replace(" ", "")))
        .findFirst()
        .orElseThrow();
  }

  /** With these limits for a view, and no others. */
  public String limit(Row view, List<String> bounds) throws YamlException {
    String name = view.text(NAME);
    List<Row> old = sheet.limits(name);
    PlanEdit edit = edit();
    for (int i = 0; i < Math.min(old.size(), bounds.size()); i++) {
      edit = edit.set(old.get(i).way(QUALITY), bounds.get(i));
    }
    for (int i = old.size() - 1; i >= bounds.size(); i--) {
      edit = new PlanEdit(edit.edit().remove(list(old.get(i)).item(old.get(i).index())));
    }
    int next = sheet.rows(PlanList.LIMITS).size();
    for (int i = old.size(); i < bounds.size(); i++) {
      Target.Quality any = new Target.Quality(USUAL_LIMIT, Unit.PERCENT);
      Row added = new Row(PlanList.LIMITS, next++, 1, Map.of());
      edit =
          edit.addLimit(new Limit(name, Bound.AT_MOST, any)).set(added.way(QUALITY), bounds.get(i));
    }
    return edit.text();
  }

  private Stream<String> names(PlanList list) {
    return sheet.rows(list).stream().map(row -> row.text(NAME));
  }

  private String newName(PlanList list, String start) {
    List<String> taken = names(list).toList();
    return Stream.iterate(1, number -> number + 1)
        .map(number -> start + number)
        .filter(name -> !taken.contains(name))
        .findFirst()
        .orElseThrow();
  }

  /** Without an item. */
  public String remove(Row row) throws YamlException {
    return edit().edit().remove(list(row).item(row.index())).text().text();
  }

  /**
   * With an item in the place of a neighbour. Tiers of one aim leave their targets behind, which
   * rise from place to place.
   */
  public String move(Row row, Row neighbour) throws YamlException {
    YamlEdit moved = edit().edit().move(list(row), row.index(), neighbour.index());
    Aim aim = Aim.of(row);
    if (row.list() != PlanList.TIERS || aim != Aim.of(neighbour) || aim == Aim.EVERYTHING) {
      return moved.text().text();
    }
    String key = aim.key();
    return moved
        .replace(Route.of(row.way(key)), row.text(key))
        .replace(Route.of(neighbour.way(key)), neighbour.text(key))
        .text()
        .text();
  }

  private static Route list(Row row) {
    return Route.of(row.list().key());
  }
}
