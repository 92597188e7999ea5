// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.keys;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The open part of a ring's file: how the data key is wrapped, and which keys there are. */
record Header(List<Slot> slots, List<KeyEntry> keys) {
  /** The most wraps of a data key. */
  static final int MOST_SLOTS = 8;

  /** The most keys in a ring. */
  static final int MOST_KEYS = 20_000;

  /** The line behind which the sealed part begins. */
  static final String END = "\nsecrets\n";

  private static final String MAGIC = "modelward-keys-1";
  private static final String LOCK = "lock";
  private static final int SHOWN = 80;

  Header {
    slots = List.copyOf(slots);
    keys = List.copyOf(keys);
    if (slots.isEmpty() || slots.size() > MOST_SLOTS || keys.size() > MOST_KEYS) {
      throw new IllegalArgumentException(
          "1 to %d locks and at most %d keys".formatted(MOST_SLOTS, MOST_KEYS));
    }
    for (int i = 1; i < keys.size(); i++) {
      if (KeyEntry.ORDER.compare(keys.get(i - 1), keys.get(i)) >= 0) {
        throw new IllegalArgumentException("keys in order, each once");
      }
    }
    if (keys.stream().filter(KeyEntry.Attesting.class::isInstance).count() > 1) {
      throw new IllegalArgumentException("at most one attesting key");
    }
  }

  /** A data key as a protector wrapped it, in hexadecimal digits. */
  record Slot(Lock lock, String wrapped) {
    private static final Pattern WRAPPED = Pattern.compile("([0-9a-f]{2}){1,128}");

    Slot {
      if (!WRAPPED.matcher(wrapped).matches()) {
        throw new IllegalArgumentException("a wrapped key in hexadecimal digits");
      }
    }

    static Slot of(Lock lock, byte[] wrapped) {
      return new Slot(lock, HexFormat.of().formatHex(wrapped));
    }

    byte[] bytes() {
      return HexFormat.of().parseHex(wrapped);
    }

    String text() {
      return String.join(" ", LOCK, lock.text(), wrapped);
    }
  }

  /** What a data key is bound to when it is wrapped. */
  static byte[] wrapContext(Lock lock) {
    return labeled("modelward.dev/keys/wrap/v1\0", lock.text());
  }

  /** What the sealed part is bound to: every byte of this one. */
  byte[] context() {
    return labeled("modelward.dev/keys/v1\0", text());
  }

  private static byte[] labeled(String label, String text) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(label.getBytes(StandardCharsets.US_ASCII));
    out.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    return out.toByteArray();
  }

  /** The lines of this part. */
  String text() {
    return Stream.of(
            Stream.of(MAGIC), slots.stream().map(Slot::text), keys.stream().map(KeyEntry::text))
        .flatMap(lines -> lines)
        .collect(Collectors.joining("\n", "", END));
  }

  /** The header that a text is, where a file is said to have it. */
  static Header of(String file, String text) throws KeyRingException {
    if (!text.startsWith(MAGIC + "\n")) {
      throw notOurs(file);
    }
    Header header = read(file, List.of(text.split("\n", -1)));
    if (!header.text().equals(text)) {
      throw malformed(file, "locks and keys in the one form they are written in", "another form");
    }
    return header;
  }

  // the line of the end and what follows it are no part of the lists
  private static Header read(String file, List<String> lines) throws KeyRingException {
    List<Slot> slots = new ArrayList<>();
    List<KeyEntry> keys = new ArrayList<>();
    for (int i = 1; i < lines.size() - 2; i++) {
      List<String> words = List.of(lines.get(i).split(" ", -1));
      try {
        if (words.getFirst().equals(LOCK) && words.size() > 2) {
          slots.add(new Slot(Lock.of(words.subList(1, words.size() - 1)), words.getLast()));
        } else {
          keys.add(KeyEntry.of(words));
        }
      } catch (IllegalArgumentException e) {
        throw malformed("%s, line %d".formatted(file, i + 1), e.getMessage(), shown(lines.get(i)));
      }
    }
    try {
      return new Header(slots, keys);
    } catch (IllegalArgumentException e) {
      throw malformed(file, e.getMessage(), slots.size() + " and " + keys.size());
    }
  }

  // what a stranger wrote must not reach a terminal as it is
  private static String shown(String line) {
    String start = line.length() > SHOWN ? line.substring(0, SHOWN) + ".." : line;
    return start.replaceAll("[^ -~]", "?");
  }

  /** A refusal of a file that is no ring, of which nothing is told. */
  static KeyRingException notOurs(String file) {
    return malformed(file, "a key ring of version 1", "another file");
  }

  private static KeyRingException malformed(String place, String expected, String found) {
    return new KeyRingException.Malformed(place, expected, found, "restore the file from a copy");
  }
}
