// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.plan.text;

import dev.modelward.learn.yaml.Field;
import dev.modelward.learn.yaml.Fields;
import dev.modelward.learn.yaml.YamlException;
import dev.modelward.learn.yaml.YamlText;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Finds what looks like a secret in a plan, where none belongs, and says so without its words. */
final class Secrets {
  private static final String ADVICE = "; a plan never holds one: keep it in a file of its own";
  private static final Pattern NAME =
      Pattern.compile(
          ".*(password|passwd|passphrase|secret|private|credential|token|identity|keymaterial).*"
              + "|.*(api|master|raw|ring|seal|sealing|sign|signing|tier|vendor|wrap|wrapping)key");
  private static final Pattern ANYWHERE =
      Pattern.compile(
          "-----BEGIN [A-Z0-9 ]*PRIVATE KEY|AGE-SECRET-KEY-"
              + "|modelward-(identity|secret|private)|modelward-[a-z]+-\\d+:[\\w:-]{16}",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern KEY_IN_DIGITS =
      Pattern.compile("(0x)?([0-9a-fA-F]{32}|[0-9a-fA-F]{48}|[0-9a-fA-F]{64}|[0-9a-fA-F]{128})");

  /** The Base64 of 32 or 64 bytes, which names and paths of that length seldom look like. */
  private static final Pattern KEY_IN_LETTERS =
      Pattern.compile(
          "(?=([\\w+/-]{43}=?|[\\w+/-]{86}(==)?)\\z)(?!.*[a-z]{7})(?=.*[a-z])"
              + "(?=(.*\\d){2})(?=(.*[A-Z]){5}).*");

  private Secrets() {}

  /** Looks at all lines, those of comments included. */
  static void checkLines(YamlText text) throws YamlException {
    List<String> lines = text.text().lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      var found = ANYWHERE.matcher(lines.get(i));
      if (found.find()) {
        throw new YamlException(
            text.file().toString(), i + 1, found.start() + 1, "this looks like a key" + ADVICE);
      }
    }
  }

  /** Looks at all keys and values. */
  static void check(Field field) throws YamlException {
    if (field.isMapping()) {
      Fields fields = Fields.of(field);
      for (String name : fields.keys().keySet()) {
        checkKey(fields.keys().getOrDefault(name, field), name);
        check(fields.values().getOrDefault(name, field));
      }
    } else if (field.isList()) {
      for (Field item : field.items()) {
        check(item);
      }
    } else if (field.scalar().filter(Secrets::isKey).isPresent()) {
      throw field.says("this looks like a key" + ADVICE);
    }
  }

  private static void checkKey(Field key, String name) throws YamlException {
    String letters = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    if (isKey(name) || NAME.matcher(letters).matches()) {
      throw key.says("this looks like the place of a secret" + ADVICE);
    }
  }

  private static boolean isKey(String value) {
    String text = value.strip();
    return KEY_IN_DIGITS.matcher(text).matches() || KEY_IN_LETTERS.matcher(text).matches();
  }
}
