// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.plan.sheet;

import dev.modelward.learn.yaml.Field;
import dev.modelward.learn.yaml.Fields;
import dev.modelward.learn.yaml.YamlException;
import dev.modelward.learn.yaml.YamlText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The lines of a plan's keys, and its lists as they are written, whether they agree or not. */
record Listing(Map<String, Integer> lines, List<Row> rows) {
  static final Listing NOTHING = new Listing(Map.of(), List.of());

  Listing {
    lines = new LinkedHashMap<>(lines);
    rows = List.copyOf(rows);
  }

  static Listing of(Path file, String text) throws YamlException {
    Fields fields = YamlText.of(file, "plan", text).fields();
    Map<String, Integer> lines = new LinkedHashMap<>();
    fields.keys().forEach((name, key) -> lines.put(name, key.line()));
    List<Row> rows = new ArrayList<>();
    for (PlanList list : PlanList.values()) {
      Optional<Field> items = fields.find(list.key()).filter(field -> !field.isEmpty());
      if (items.isPresent()) {
        read(list, items.get(), rows);
      }
    }
    return new Listing(lines, rows);
  }

  private static void read(PlanList list, Field items, List<Row> rows) throws YamlException {
    int index = 0;
    for (Field item : items.items()) {
      Map<String, String> texts = new HashMap<>();
      Fields.of(item)
          .values()
          .forEach((key, value) -> value.scalar().ifPresent(text -> texts.put(key, text)));
      rows.add(new Row(list, index++, item.line(), texts));
    }
  }

  /** The keys of the whole text in its order, with their lines. */
  Map<String, Integer> sections() {
    return Collections.unmodifiableMap(lines);
  }

  List<Row> rows(PlanList list) {
    return rows.stream().filter(row -> row.list() == list).toList();
  }

  Optional<Integer> line(String key) {
    return Optional.ofNullable(lines.get(key));
  }

  Optional<Place> place(int line) {
    String nearest = "";
    for (Map.Entry<String, Integer> key : lines.entrySet()) {
      nearest = key.getValue() <= line ? key.getKey() : nearest;
    }
    return PlanList.behind(nearest).map(list -> place(list, line));
  }

  private Place place(PlanList list, int line) {
    return rows(list).stream()
        .filter(row -> row.line() <= line)
        .reduce((one, other) -> other)
        .<Place>map(Row::place)
        .orElse(new Place.Heading(list));
  }
}
