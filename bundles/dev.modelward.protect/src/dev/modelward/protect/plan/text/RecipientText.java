// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.plan.text;

import dev.modelward.learn.yaml.Field;
import dev.modelward.learn.yaml.Fields;
import dev.modelward.learn.yaml.YamlException;
import dev.modelward.protect.plan.Recipient;
import dev.modelward.protect.plan.Term;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** A recipient as a plan has it. */
final class RecipientText {
  /** Also for whoever describes plans. */
  static final String DAY = "\\d{4}-\\d{2}-\\d{2}";

  private static final Pattern DATE = Pattern.compile(DAY);

  private RecipientText() {}

  static List<Recipient> all(List<Field> items) throws YamlException {
    List<Recipient> recipients = new ArrayList<>();
    for (Field item : items) {
      Fields recipient = Section.RECIPIENT.of(item);
      Field field = recipient.required("name");
      String name = field.text();
      Path key = recipient.required("key").path();
      String tier = recipient.required("tier").text();
      Term term = term(recipient);
      recipients.add(field.make(() -> new Recipient(name, key, tier, term)));
    }
    return recipients;
  }

  private static Term term(Fields recipient) throws YamlException {
    Optional<Field> from = recipient.find("from");
    Optional<Field> until = recipient.find("until");
    LocalDate first = from.isPresent() ? day(from.get()) : Term.always().from();
    LocalDate last = until.isPresent() ? day(until.get()) : Term.always().until();
    return until.isPresent()
        ? until.get().make(() -> new Term(first, last))
        : new Term(first, last);
  }

  static LocalDate day(Field field) throws YamlException {
    Optional<String> text = field.scalar().filter(DATE.asMatchPredicate());
    if (text.isPresent()) {
      try {
        return LocalDate.parse(text.get());
      } catch (DateTimeParseException noDay) {
        throw field.wrong("a day of the calendar, as in 2026-12-31");
      }
    }
    throw field.wrong("a day, as in 2026-12-31");
  }

  /** The keys and values of a recipient in a plan that stands in a file. */
  static Map<String, String> of(Recipient recipient, Path file) {
    Map<String, String> entries = new LinkedHashMap<>();
    entries.put("name", recipient.name());
    entries.put("key", Places.written(recipient.key(), file));
    entries.put("tier", recipient.tier());
    if (recipient.term().begins()) {
      entries.put("from", recipient.term().from().toString());
    }
    if (recipient.term().ends()) {
      entries.put("until", recipient.term().until().toString());
    }
    return entries;
  }
}
