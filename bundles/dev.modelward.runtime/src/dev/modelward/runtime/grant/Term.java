// SPDX-License-Identifier: EPL-2.0
package dev.modelward.runtime.grant;

import dev.modelward.runtime.ProtectionException.Expired;
import dev.modelward.runtime.ProtectionException.Malformed;
import dev.modelward.runtime.json.Json;
import dev.modelward.runtime.json.Members;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

/** The first instant at which a grant opens, and the first at which it does not, in seconds. */
public record Term(Optional<Instant> from, Optional<Instant> until) {
  /** Without beginning and end. */
  public static final Term ALWAYS = new Term(Optional.empty(), Optional.empty());

  /** Cuts off parts of a second, and refuses a term that is over before it begins. */
  public Term {
    from = from.map(instant -> instant.truncatedTo(ChronoUnit.SECONDS));
    until = until.map(instant -> instant.truncatedTo(ChronoUnit.SECONDS));
    if (from.isPresent() && until.isPresent() && !from.get().isBefore(until.get())) {
      throw new IllegalArgumentException(
          "expected an end after %s, found %s".formatted(from.get(), until.get()));
    }
  }

  static Term read(Members members) throws Malformed {
    Optional<Instant> from = instant(members, "from");
    Optional<Instant> until = instant(members, "until");
    try {
      return new Term(from, until);
    } catch (IllegalArgumentException e) {
      throw members.wrong("until", "an instant after from");
    }
  }

  private static Optional<Instant> instant(Members members, String name) throws Malformed {
    Optional<Json> given = members.taken(name);
    if (given.isEmpty()) {
      return Optional.empty();
    }
    try {
      if (given.get() instanceof Json.Text text) {
        Instant instant = Instant.parse(text.value());
        if (instant.truncatedTo(ChronoUnit.SECONDS).toString().equals(text.value())) {
          return Optional.of(instant);
        }
      }
    } catch (DateTimeException e) {
      // said below
    }
    throw members.wrong(name, "an instant such as 2027-12-31T23:59:59Z");
  }

  void addTo(Map<String, Json> members) {
    from.ifPresent(instant -> members.put("from", new Json.Text(instant.toString())));
    until.ifPresent(instant -> members.put("until", new Json.Text(instant.toString())));
  }

  /** Refuses other times than those of the term. */
  void check(Instant now) throws Expired {
    boolean isEarly = from.isPresent() && now.isBefore(from.get());
    boolean isLate = until.isPresent() && !now.isBefore(until.get());
    if (isEarly || isLate) {
      throw new Expired(toString(), now.truncatedTo(ChronoUnit.SECONDS).toString());
    }
  }

  /** The term in words. */
  @Override
  public String toString() {
    String begin = from.map(instant -> "from " + instant).orElse("");
    String end = until.map(instant -> "before " + instant).orElse("");
    String both = (begin + " " + end).strip();
    return both.isEmpty() ? "always" : both;
  }
}
