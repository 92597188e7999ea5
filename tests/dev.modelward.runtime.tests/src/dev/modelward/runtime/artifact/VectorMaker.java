// SPDX-License-Identifier: EPL-2.0
package dev.modelward.runtime.artifact;

import dev.modelward.runtime.ProtectionException;
import dev.modelward.runtime.json.Json;
import dev.modelward.runtime.sign.Envelope;
import dev.modelward.runtime.stream.Hkdf;
import dev.modelward.runtime.stream.InsecureFixedSalt;
import dev.modelward.runtime.stream.StreamKey;
import dev.modelward.testkit.sealed.HandmadeArtifact;
import dev.modelward.testkit.sealed.InsecureVendor;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Makes the vectors of the format, which are the same whenever they are made. */
final class VectorMaker {
  private static final int[] LENGTHS = {0, 1, 100, 16383, 16384, 16385, 40000};

  private final HandmadeArtifact handmade = new HandmadeArtifact();
  private final Manifest core = handmade.core();

  /** All files by their names. */
  Map<String, Json> all() throws ProtectionException {
    return Map.of(
        "keys.json", keys(),
        "streams.json", streams(),
        "manifest.json", manifest(),
        "outcomes.json", outcomes());
  }

  static Json hex(byte[] bytes) {
    return new Json.Text(HexFormat.of().formatHex(bytes));
  }

  static byte[] sha256(byte[] bytes) {
    return Tree.sha256().digest(bytes);
  }

  /** The bytes from a number on, one more each, without 251 to 255. */
  static byte[] counted(int from, int length) {
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = (byte) ((from + i) % 251);
    }
    return bytes;
  }

  private static Json.Fields fields(Object... namesAndValues) {
    Map<String, Json> members = new TreeMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      Object value = namesAndValues[i + 1];
      members.put(
          namesAndValues[i].toString(),
          switch (value) {
            case Json json -> json;
            case byte[] bytes -> hex(bytes);
            case Integer number -> new Json.Whole(number);
            default -> new Json.Text(value.toString());
          });
    }
    return Json.Fields.of(members);
  }

  private static Json keys() {
    List<Json> tiers = new ArrayList<>();
    try (TierKey top = TierKey.of(HandmadeArtifact.ID, 5, counted(7, 32))) {
      for (int tier = 5; tier > 0; tier--) {
        try (TierKey key = top.of(tier)) {
          byte[] ring = ring(key.bytes(), tier);
          tiers.add(fields("tier", tier, "key", key.bytes(), "ringKey", ring));
        }
      }
    }
    return fields(
        "why",
        "a key gives those of the tiers below, and each tier the key of its ring",
        "artifact",
        HandmadeArtifact.ID,
        "tiers",
        new Json.Many(tiers));
  }

  private static byte[] ring(byte[] key, int tier) {
    byte[] label = "modelward.dev/ring-key/v1\0".getBytes(StandardCharsets.US_ASCII);
    byte[] info = Arrays.copyOf(label, label.length + 20);
    System.arraycopy(HexFormat.of().parseHex(HandmadeArtifact.ID), 0, info, label.length, 16);
    info[info.length - 1] = (byte) tier;
    return Hkdf.sha512().expand(key, info, 32);
  }

  private static Json streams() {
    List<Json> cases = new ArrayList<>();
    for (int length : LENGTHS) {
      byte[] key = counted(length, 32);
      byte[] salt = counted(100 + length, 24);
      byte[] context = counted(200, length % 50);
      try (StreamKey stream = StreamKey.of(key)) {
        byte[] sealed = InsecureFixedSalt.seal(stream, context, salt, counted(0, length));
        cases.add(
            fields(
                "key", key,
                "salt", salt,
                "context", context,
                "length", length,
                "sealedLength", sealed.length,
                "sealedSha256", sha256(sealed)));
      }
    }
    return fields(
        "why",
        "messages of the bytes 0, 1, 2 .. 250, 0, 1 .. around the borders of chunks",
        "cases",
        new Json.Many(cases));
  }

  private Json manifest() throws ProtectionException {
    Map<String, byte[]> files = files(handmade.first().bytes(), handmade.second().bytes());
    byte[] text = files.getOrDefault(Names.MANIFEST, new byte[0]);
    RingContext context = new RingContext(HandmadeArtifact.ID, core.core(), 1);
    return fields(
        "why",
        "an envelope is signed by Ed25519 under a secret key that is 32 times the byte 1",
        "vendor",
        handmade.vendor().key(),
        "payload",
        new String(handmade.payload(files).canonical(), StandardCharsets.UTF_8),
        "core",
        core.core(),
        "contexts",
        new Json.Many(List.of(hex(context.of(1)), hex(context.of(2)))),
        "manifest",
        new String(text, StandardCharsets.UTF_8),
        "manifestSha256",
        sha256(text));
  }

  /** The files of the artifact with other messages, sealed with salts that are known. */
  private Map<String, byte[]> files(byte[]... messages) {
    RingContext context = new RingContext(HandmadeArtifact.ID, core.core(), 1);
    List<byte[]> streams = new ArrayList<>();
    for (int ring = 1; ring <= messages.length; ring++) {
      try (TierKey tier = handmade.key(ring);
          StreamKey key = tier.ringKey()) {
        byte[] salt = counted(10 * ring, 24);
        streams.add(InsecureFixedSalt.seal(key, context.of(ring), salt, messages[ring - 1]));
      }
    }
    Map<String, byte[]> files = handmade.files();
    files.putAll(signed(streams.get(0), streams.get(1)));
    return files;
  }

  /** Rings and a manifest that says them, whether they open or not. */
  private Map<String, byte[]> signed(byte[] first, byte[] second) {
    byte[] rings = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, rings, first.length, second.length);
    List<Rings.Extent> extents =
        List.of(new Rings.Extent(0, first.length), new Rings.Extent(first.length, second.length));
    FileDigest digest = new FileDigest(HexFormat.of().formatHex(sha256(rings)), rings.length);
    byte[] manifest = core.with(new Rings(1, digest, extents)).seal(handmade.vendor());
    return Map.of(Names.RINGS, rings, Names.MANIFEST, manifest);
  }

  private Json outcomes() {
    Map<String, byte[]> files = files(handmade.first().bytes(), handmade.second().bytes());
    Map<String, Json> written = new TreeMap<>();
    files.forEach((name, bytes) -> written.put(name, hex(bytes)));
    return fields(
        "why",
        "what becomes of an artifact, and of others with some files replaced",
        "vendor",
        handmade.vendor().key(),
        "files",
        Json.Fields.of(written),
        "cases",
        new Json.Many(new Outcomes(files).all()));
  }

  /** Each case with what is replaced and what comes of it. */
  private final class Outcomes {
    private final Map<String, byte[]> files;
    private final List<Json> cases = new ArrayList<>();

    Outcomes(Map<String, byte[]> files) {
      this.files = files;
    }

    private byte[] file(String name) {
      return files.getOrDefault(name, new byte[0]).clone();
    }

    private void add(String why, TierKey with, Map<String, byte[]> replaced, String expect) {
      Map<String, Json> changed = new TreeMap<>();
      replaced.forEach((name, bytes) -> changed.put(name, hex(bytes)));
      try (with) {
        cases.add(
            fields(
                "why", why,
                "artifact", with.artifact(),
                "tier", with.tier(),
                "key", with.bytes(),
                "replace", Json.Fields.of(changed),
                "expect", expect,
                "tensors", expect.equals("opens") ? tensors(with.tier()) : fields()));
      }
    }

    private Json tensors(int tier) {
      byte[] first = handmade.original(0);
      for (int row = 0; tier == 1 && row < 2; row++) {
        System.arraycopy(handmade.decoy(0), 24 * row, first, 24 * row, 12);
      }
      return fields("a", sha256(first), "b", sha256(handmade.original(1)));
    }

    List<Json> all() {
      add("the highest tier has everything", handmade.key(2), Map.of(), "opens");
      add("a lower tier has its rings", handmade.key(1), Map.of(), "opens");
      keys();
      flipped(Names.MODEL, Names.DATA, Names.RINGS, Names.MANIFEST);
      rings();
      manifests();
      return cases;
    }

    private void keys() {
      byte[] low = handmade.key(1).bytes();
      byte[] high = handmade.key(2).bytes();
      String id = HandmadeArtifact.ID;
      add("the key of the tier below", TierKey.of(id, 2, low), Map.of(), "WrongKey");
      add("the key of the tier above", TierKey.of(id, 1, high), Map.of(), "WrongKey");
      add("another artifact's key", TierKey.of("ff".repeat(16), 2, high), Map.of(), "Foreign");
      add("a tier that is none", TierKey.of(id, 3, high), Map.of(), "Foreign");
    }

    private void flipped(String... names) {
      for (String name : names) {
        byte[] bytes = file(name);
        bytes[bytes.length / 2] ^= 1;
        add("one bit of a file", handmade.key(2), Map.of(name, bytes), "Tampered");
        byte[] cut = Arrays.copyOf(file(name), bytes.length - 1);
        String outcome = name.equals(Names.MANIFEST) ? "Malformed" : "Tampered";
        add("a file without its last byte", handmade.key(2), Map.of(name, cut), outcome);
      }
    }

    private void rings() {
      byte[] rings = file(Names.RINGS);
      int border = 56 + handmade.first().bytes().length + 16;
      byte[] first = Arrays.copyOf(rings, border);
      byte[] second = Arrays.copyOfRange(rings, border, rings.length);
      add("rings that changed places", handmade.key(2), signed(second, first), "WrongKey");
      add("the same ring twice", handmade.key(2), signed(first, first), "WrongKey");
      byte[] cut = Arrays.copyOf(second, second.length - 1);
      add("a ring without its end", handmade.key(2), signed(first, cut), "WrongKey");
      byte[] falling = handmade.first().with(12, 0).bytes();
      Map<String, byte[]> odd = files(falling, handmade.second().bytes());
      odd.keySet().retainAll(List.of(Names.RINGS, Names.MANIFEST));
      add("numbers of blocks that do not rise", handmade.key(2), odd, "Malformed");
    }

    private void manifests() {
      byte[] text = file(Names.MANIFEST);
      String spaced = new String(text, StandardCharsets.UTF_8).replaceFirst(":", ": ");
      Map<String, byte[]> blank = Map.of(Names.MANIFEST, spaced.getBytes(StandardCharsets.UTF_8));
      add("a blank in the envelope", handmade.key(2), blank, "Malformed");
      Envelope envelope =
          new Envelope("the manifest", "application/vnd.modelward.manifest.v1+json");
      byte[] others = envelope.seal(new Json.Flag(true), new InsecureVendor(2));
      add("another vendor", handmade.key(2), Map.of(Names.MANIFEST, others), "Foreign");
      byte[] none = envelope.seal(new Json.Flag(true), handmade.vendor());
      add("a payload that is none", handmade.key(2), Map.of(Names.MANIFEST, none), "Malformed");
    }
  }
}
