// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.importance;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** The texts that a map's file keeps beside its numbers. */
record Metadata(String file, Map<String, String> texts) {

  Metadata {
    texts = Map.copyOf(texts);
  }

  static void put(Provenance provenance, Map<String, String> texts) {
    texts.put("criterion", CriterionText.of(provenance.criterion()));
    texts.put("model", provenance.model());
    texts.put("data", provenance.data());
    texts.put("truth", provenance.truth().name());
    texts.put("versions", provenance.versions());
    texts.put("date", provenance.date().toString());
    texts.put("samples", Long.toString(provenance.cost().samples()));
    texts.put("threads", Integer.toString(provenance.cost().threads()));
    texts.put("seconds", Double.toString(provenance.cost().seconds()));
  }

  Provenance provenance() throws MapException {
    String criterion = text("criterion");
    return new Provenance(
        CriterionText.read(criterion)
            .orElseThrow(() -> failure("criterion", "one of this version's", criterion)),
        text("model"),
        text("data"),
        constant(Provenance.Truth.class, "truth"),
        text("versions"),
        date(),
        new Provenance.Cost(count("samples"), (int) whole("threads"), number("seconds")));
  }

  MapException failure(String place, String expected, String found) {
    return new MapException(file + ", " + place, expected, found);
  }

  void check(String key, String expected) throws MapException {
    String found = texts.getOrDefault(key, "none");
    if (!found.equals(expected)) {
      throw failure(key, "an importance map of format " + expected, found);
    }
  }

  String text(String key) throws MapException {
    return Optional.ofNullable(texts.get(key)).orElseThrow(() -> failure(key, "a text", "none"));
  }

  private long whole(String key) throws MapException {
    String text = text(key);
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw failure(key, "an integer", text);
    }
  }

  long count(String key) throws MapException {
    long count = whole(key);
    if (count < 0) {
      throw failure(key, "a number of things", text(key));
    }
    return count;
  }

  private double number(String key) throws MapException {
    String text = text(key);
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw failure(key, "a number", text);
    }
  }

  private Instant date() throws MapException {
    String text = text("date");
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw failure("date", "a date", text);
    }
  }

  <E extends Enum<E>> E constant(Class<E> type, String key) throws MapException {
    String text = text(key);
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> constant.name().equals(text))
        .findFirst()
        .orElseThrow(() -> failure(key, Arrays.toString(type.getEnumConstants()), text));
  }
}
