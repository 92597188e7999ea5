// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.plan.text;

import dev.modelward.learn.yaml.Field;
import dev.modelward.learn.yaml.YamlException;
import dev.modelward.protect.plan.Limit;
import dev.modelward.protect.plan.Limit.Bound;
import dev.modelward.protect.plan.Target.Quality;
import dev.modelward.protect.plan.Target.Share;
import dev.modelward.protect.plan.Unit;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Percentages and decibels as people write them, as in {@code 70 %} and {@code 28 dB}. */
final class Amounts {
  private static final String NUMBER = "(-?(?:\\d{1,18}(?:\\.\\d{0,400})?|\\.\\d{1,400}))";

  /** Also for whoever describes plans. */
  static final String PERCENT = NUMBER + " ?%";

  /** Also for whoever describes plans. */
  static final String QUALITY = NUMBER + " ?(%|dB)";

  /** Also for whoever describes plans. */
  static final String LIMIT = "(<=|>=) ?" + QUALITY;

  private static final Pattern PART = Pattern.compile(PERCENT);
  private static final Pattern WORTH = Pattern.compile(QUALITY);
  private static final Pattern BOUND = Pattern.compile(LIMIT);

  private Amounts() {}

  static Quality quality(Field field) throws YamlException {
    Matcher amount = match(WORTH, field, "a percentage or decibels, as in 70 % or 28 dB");
    return field.make(() -> quality(amount.group(1), amount.group(2)));
  }

  static Share share(Field field) throws YamlException {
    double part = part(field);
    return field.make(() -> new Share(part));
  }

  /** A percentage as a part of 1. */
  static double part(Field field) throws YamlException {
    Matcher amount = match(PART, field, "a percentage, as in 5 %");
    return new BigDecimal(amount.group(1)).movePointLeft(2).doubleValue();
  }

  static Limit limit(Field view, Field field) throws YamlException {
    String name = view.text();
    Matcher limit = match(BOUND, field, "a bound in quotes, as in \"<= 20 %\" or \">= 28 dB\"");
    Bound bound = limit.group(1).equals(Bound.AT_MOST.sign()) ? Bound.AT_MOST : Bound.AT_LEAST;
    return field.make(() -> new Limit(name, bound, quality(limit.group(2), limit.group(3))));
  }

  private static Quality quality(String number, String sign) {
    Unit unit = sign.equals(Unit.PERCENT.sign()) ? Unit.PERCENT : Unit.DECIBEL;
    return new Quality(Double.parseDouble(number), unit);
  }

  private static Matcher match(Pattern pattern, Field field, String expected) throws YamlException {
    Matcher matcher = pattern.matcher(field.scalar().orElse(""));
    if (!matcher.matches()) {
      throw field.wrong(expected);
    }
    return matcher;
  }

  /** The keys and values of a limit. */
  static Map<String, String> entries(Limit limit) {
    Map<String, String> entries = new LinkedHashMap<>();
    entries.put("view", limit.view());
    entries.put("quality", limit.toString());
    return entries;
  }
}
