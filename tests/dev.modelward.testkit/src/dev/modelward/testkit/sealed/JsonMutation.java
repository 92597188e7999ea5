// SPDX-License-Identifier: EPL-2.0
package dev.modelward.testkit.sealed;

import dev.modelward.runtime.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Changes JSON along its structure, into JSON that a careless reader might take. */
public final class JsonMutation {
  private static final List<Json> STRANGERS =
      List.of(
          new Json.Flag(true),
          new Json.Whole(-1),
          new Json.Whole(0),
          new Json.Whole(1),
          new Json.Whole(1L << 31),
          new Json.Whole(1L << 32),
          new Json.Whole(Json.LIMIT / 2),
          new Json.Whole(Json.LIMIT - 1),
          new Json.Text(""),
          new Json.Text("stranger"),
          new Json.Text("../model.onnx"),
          new Json.Text("00".repeat(16)),
          new Json.Text("AB".repeat(32)),
          new Json.Many(List.of()),
          Json.Fields.of(Map.of()));

  private JsonMutation() {}

  /** A value with one to four random changes at random places. */
  public static Json random(Json value, SplittableRandom random) {
    Json changed = value;
    for (int i = random.nextInt(1, 5); i > 0; i--) {
      changed = once(changed, random);
    }
    return changed;
  }

  private static Json once(Json value, SplittableRandom random) {
    List<Json> inner = inner(value);
    if (!inner.isEmpty() && random.nextInt(5) > 0) {
      int at = random.nextInt(inner.size());
      return with(value, at, once(inner.get(at), random));
    }
    List<Json> changes = here(value);
    return changes.get(random.nextInt(changes.size()));
  }

  /** Every value that differs in one change at one place. */
  public static List<Json> each(Json value) {
    List<Json> all = new ArrayList<>(here(value));
    List<Json> inner = inner(value);
    for (int i = 0; i < inner.size(); i++) {
      int at = i;
      each(inner.get(i)).forEach(changed -> all.add(with(value, at, changed)));
    }
    return all;
  }

  /** Changes of the value itself, or of which values it has. */
  private static List<Json> here(Json value) {
    Stream<Json> others =
        Stream.concat(
            STRANGERS.stream(),
            switch (value) {
              case Json.Whole whole -> near(whole.value());
              case Json.Text text -> near(text.value());
              case Json.Flag flag -> Stream.of(new Json.Flag(!flag.value()));
              case Json.Many many -> near(many);
              case Json.Fields fields -> near(fields);
            });
    return others.filter(other -> !other.equals(value)).toList();
  }

  private static Stream<Json> near(long number) {
    return Stream.of(number - 1, number + 1, 2 * number, -number)
        .filter(each -> Math.abs(each) < Json.LIMIT)
        .map(Json.Whole::new);
  }

  private static Stream<Json> near(String text) {
    return Stream.of(text + text, text + "0", text.toUpperCase(), text.replaceFirst("^.", ""))
        .map(Json.Text::new);
  }

  private static Stream<Json> near(Json.Many many) {
    List<Json> changed = new ArrayList<>();
    for (int i = 0; i < many.values().size(); i++) {
      List<Json> without = new ArrayList<>(many.values());
      Json gone = without.remove(i);
      changed.add(new Json.Many(without));
      without.addFirst(gone);
      changed.add(new Json.Many(without));
      without.add(gone);
      changed.add(new Json.Many(without));
    }
    return changed.stream();
  }

  private static Stream<Json> near(Json.Fields fields) {
    SortedMap<String, Json> more = new TreeMap<>(fields.members());
    more.put("stranger", new Json.Text("stranger"));
    return Stream.concat(
        Stream.of(new Json.Fields(more)), fields.members().keySet().stream().map(fields::without));
  }

  private static List<Json> inner(Json value) {
    return switch (value) {
      case Json.Many many -> many.values();
      case Json.Fields fields -> List.copyOf(fields.members().values());
      case Json.Text text -> List.of();
      case Json.Whole whole -> List.of();
      case Json.Flag flag -> List.of();
    };
  }

  private static Json with(Json value, int at, Json changed) {
    return switch (value) {
      case Json.Many many -> {
        List<Json> values = new ArrayList<>(many.values());
        values.set(at, changed);
        yield new Json.Many(values);
      }
      case Json.Fields fields -> {
        SortedMap<String, Json> members = new TreeMap<>(fields.members());
        members.put(List.copyOf(members.keySet()).get(at), changed);
        yield new Json.Fields(members);
      }
      case Json.Text text -> text;
      case Json.Whole whole -> whole;
      case Json.Flag flag -> flag;
    };
  }
}
