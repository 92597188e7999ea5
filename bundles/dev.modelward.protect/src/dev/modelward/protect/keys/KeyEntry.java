// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.keys;

import dev.modelward.runtime.artifact.Tree;
import dev.modelward.runtime.sign.VendorKey;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a ring says openly of a key in it. */
public sealed interface KeyEntry {
  /** Signing keys by their ids, then master keys by artifact and generation, then what attests. */
  Comparator<KeyEntry> ORDER =
      Comparator.comparing(KeyEntry::kind)
          .reversed()
          .thenComparing(KeyEntry::id)
          .thenComparing(KeyEntry::generation);

  /** The second in which the key came into being. */
  Instant created();

  /** The word for keys of this kind. */
  String kind();

  /** The id of the key, or of the artifact that it is for. */
  String id();

  /** Which of several keys of one id it is; zero where there is but one. */
  int generation();

  /** The words that stand for it in the file. */
  String text();

  /** The key that a vendor signs with, and its public half as 64 hexadecimal digits. */
  record Signing(String publicKey, Instant created) implements KeyEntry {
    private static final Pattern PUBLIC_KEY = Pattern.compile("[0-9a-f]{64}");

    /** A key of 32 bytes, which came into being in a whole second. */
    public Signing {
      if (!PUBLIC_KEY.matcher(publicKey).matches()) {
        throw new IllegalArgumentException("a public key of 32 bytes");
      }
      created = created.truncatedTo(ChronoUnit.SECONDS);
    }

    @Override
    public String kind() {
      return "signing";
    }

    /** The first 16 bytes of the public key's SHA-256, in hexadecimal digits. */
    @Override
    public String id() {
      return VendorKey.of(HexFormat.of().parseHex(publicKey)).id();
    }

    @Override
    public int generation() {
      return 0;
    }

    @Override
    public String text() {
      return "signing %s %s %s".formatted(id(), publicKey, created);
    }
  }

  /** The key of an artifact's highest tier in one generation, counted from 1. */
  record Master(String artifact, int generation, Instant created) implements KeyEntry {
    private static final Pattern ARTIFACT = Pattern.compile("[0-9a-f]{32}");

    /** A key of an artifact's id of 16 bytes, which came into being in a whole second. */
    public Master {
      if (!ARTIFACT.matcher(artifact).matches()) {
        throw new IllegalArgumentException("an artifact's id of 16 bytes");
      }
      if (generation < 1) {
        throw new IllegalArgumentException("a generation, counted from 1");
      }
      created = created.truncatedTo(ChronoUnit.SECONDS);
    }

    @Override
    public String kind() {
      return "master";
    }

    @Override
    public String id() {
      return artifact;
    }

    @Override
    public String text() {
      return "master %s %d %s".formatted(artifact, generation, created);
    }
  }

  /**
   * The key that vouches for artifacts towards verifiers that know nothing of ours, and its public
   * half: a point of P-256, not compressed, as 130 hexadecimal digits.
   */
  record Attesting(String publicKey, Instant created) implements KeyEntry {
    private static final Pattern PUBLIC_KEY = Pattern.compile("04[0-9a-f]{128}");
    private static final int ID = 16;

    /** A key of 65 bytes, which came into being in a whole second. */
    public Attesting {
      if (!PUBLIC_KEY.matcher(publicKey).matches()) {
        throw new IllegalArgumentException("a public key of 65 bytes");
      }
      created = created.truncatedTo(ChronoUnit.SECONDS);
    }

    @Override
    public String kind() {
      return "attesting";
    }

    /** The first 16 bytes of the public key's SHA-256, in hexadecimal digits. */
    @Override
    public String id() {
      HexFormat hex = HexFormat.of();
      return hex.formatHex(Tree.sha256().digest(hex.parseHex(publicKey)), 0, ID);
    }

    @Override
    public int generation() {
      return 0;
    }

    @Override
    public String text() {
      return "attesting %s %s %s".formatted(id(), publicKey, created);
    }
  }

  /** The key that attests among some, if there is one. */
  static Optional<Attesting> attesting(List<KeyEntry> keys) {
    return keys.stream().filter(Attesting.class::isInstance).map(Attesting.class::cast).findFirst();
  }

  /** The entry that these words stand for. */
  static KeyEntry of(List<String> words) {
    if (words.size() == 4) {
      try {
        Instant created = Instant.parse(words.get(3));
        switch (words.getFirst()) {
          case "signing":
            return new Signing(words.get(2), created);
          case "master":
            return new Master(words.get(1), Integer.parseInt(words.get(2)), created);
          case "attesting":
            return new Attesting(words.get(2), created);
          default:
        }
      } catch (DateTimeParseException | NumberFormatException e) {
        throw new IllegalArgumentException("a number and an instant", e);
      }
    }
    throw new IllegalArgumentException("a key of a known kind");
  }
}
