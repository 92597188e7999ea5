// SPDX-License-Identifier: EPL-2.0
package dev.modelward.runtime.artifact;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.modelward.runtime.ProtectionException;
import dev.modelward.runtime.json.Json;
import dev.modelward.runtime.json.Members;
import dev.modelward.runtime.sign.VendorKey;
import dev.modelward.runtime.stream.InsecureFixedSalt;
import dev.modelward.runtime.stream.SealedMessage;
import dev.modelward.runtime.stream.SealedSource;
import dev.modelward.runtime.stream.StreamKey;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The vectors in the folder {@code vectors}, whose README says how they are made anew. */
class VectorsTest {
  private static final Path FOLDER = Path.of("..", "dev.modelward.runtime.tests", "vectors");

  @TempDir Path folder = Path.of("");

  @BeforeAll
  static void writeWhereAskedTo() throws Exception {
    if (Boolean.getBoolean("modelward.vectors.write")) {
      for (Map.Entry<String, Json> each : new VectorMaker().all().entrySet()) {
        Files.write(FOLDER.resolve(each.getKey()), line(each.getValue()));
      }
    }
  }

  private static byte[] line(Json json) {
    byte[] text = json.canonical();
    byte[] line = Arrays.copyOf(text, text.length + 1);
    line[text.length] = '\n';
    return line;
  }

  private static Members read(String name) throws IOException, ProtectionException {
    byte[] line = Files.readAllBytes(FOLDER.resolve(name));
    return Members.of(Json.parse(Arrays.copyOf(line, line.length - 1), name), name);
  }

  private static byte[] bytes(Members members, String name) throws ProtectionException {
    return HexFormat.of().parseHex(members.text(name));
  }

  @Test
  void areWhatIsMadeToday() throws Exception {
    for (Map.Entry<String, Json> each : new VectorMaker().all().entrySet()) {
      assertArrayEquals(
          line(each.getValue()), Files.readAllBytes(FOLDER.resolve(each.getKey())), each.getKey());
    }
  }

  @Test
  void keysAreThoseOfTheVectors() throws Exception {
    Members keys = read("keys.json");
    String artifact = keys.text("artifact");
    List<Members> tiers = keys.objects("tiers");
    int highest = tiers.size();
    byte[] secret = tiers.getFirst().bytes("key", TierKey.LENGTH);
    try (TierKey top = TierKey.of(artifact, highest, secret)) {
      assertEquals(highest, tiers.getFirst().whole("tier", 1, highest));
      opensAlike(tiers.getFirst().bytes("ringKey", 32), top);
      for (Members each : tiers.subList(1, highest)) {
        try (TierKey key = top.of((int) each.whole("tier", 1, highest))) {
          assertArrayEquals(each.bytes("key", TierKey.LENGTH), key.bytes());
          opensAlike(each.bytes("ringKey", 32), key);
        }
      }
    }
  }

  private static void opensAlike(byte[] ringKey, TierKey tier) throws IOException {
    byte[] sealed;
    try (StreamKey key = StreamKey.of(ringKey)) {
      sealed = InsecureFixedSalt.seal(key, new byte[0], new byte[24], new byte[] {42});
    }
    try (StreamKey key = tier.ringKey();
        SealedMessage message =
            SealedMessage.of(SealedSource.of(ByteBuffer.wrap(sealed)), key, new byte[0])) {
      assertArrayEquals(new byte[] {42}, message.chunk(0));
    }
  }

  @Test
  void streamsAreThoseOfTheVectors() throws Exception {
    for (Members each : read("streams.json").objects("cases")) {
      int length = (int) each.whole("length", 0, 1 << 20);
      byte[] context = bytes(each, "context");
      byte[] message = VectorMaker.counted(0, length);
      try (StreamKey key = StreamKey.of(each.bytes("key", 32))) {
        byte[] sealed = InsecureFixedSalt.seal(key, context, each.bytes("salt", 24), message);
        assertEquals(each.whole("sealedLength", 0, 1 << 20), sealed.length);
        assertArrayEquals(each.bytes("sealedSha256", 32), VectorMaker.sha256(sealed));
        ByteBuffer opened = ByteBuffer.allocate(length);
        try (SealedMessage of =
            SealedMessage.of(SealedSource.of(ByteBuffer.wrap(sealed)), key, context)) {
          of.read(0, opened);
        }
        assertArrayEquals(message, opened.array());
      }
    }
  }

  @Test
  void theManifestIsThatOfTheVectors() throws Exception {
    Members vector = read("manifest.json");
    byte[] text = vector.text("manifest").getBytes(StandardCharsets.UTF_8);
    assertArrayEquals(vector.bytes("manifestSha256", 32), VectorMaker.sha256(text));
    VendorKey vendor = VendorKey.parse(vector.text("vendor"));
    Manifest manifest = Manifest.open(text, vendor);
    assertArrayEquals(vector.bytes("core", 32), manifest.core());
    List<Json> contexts = vector.many("contexts");
    for (int ring = 1; ring <= contexts.size(); ring++) {
      assertEquals(contexts.get(ring - 1), VectorMaker.hex(RingContext.of(manifest).of(ring)));
    }
    Json payload =
        Json.parse(vector.text("payload").getBytes(StandardCharsets.UTF_8), "the payload");
    Members members = Members.of(payload, "the payload");
    assertEquals(manifest.artifact(), members.text("artifact"));
  }

  @Test
  void outcomesAreThoseOfTheVectors() throws Exception {
    Members vector = read("outcomes.json");
    VendorKey vendor = VendorKey.parse(vector.text("vendor"));
    Map<String, String> files = vector.texts("files");
    int opened = 0;
    for (Members each : vector.objects("cases")) {
      Map<String, String> changed = new TreeMap<>(files);
      changed.putAll(each.texts("replace"));
      for (Map.Entry<String, String> file : changed.entrySet()) {
        Files.write(folder.resolve(file.getKey()), HexFormat.of().parseHex(file.getValue()));
      }
      Map<String, String> tensors = new TreeMap<>();
      String expected = each.text("expect");
      assertEquals(expected, outcome(each, vendor, tensors), each.text("why"));
      assertEquals(each.texts("tensors"), tensors);
      opened += expected.equals("opens") ? 1 : 0;
    }
    assertTrue(opened > 1, opened + " opened");
  }

  private String outcome(Members of, VendorKey vendor, Map<String, String> tensors)
      throws IOException {
    try (TierKey key =
        TierKey.of(
            of.text("artifact"), (int) of.whole("tier", 1, 9), of.bytes("key", TierKey.LENGTH))) {
      Artifact artifact = Artifact.open(folder, vendor);
      try (Restored restored = artifact.restore(key, 2)) {
        restored
            .tensors()
            .forEach((index, bytes) ->
                tensors.put(artifact.manifest().tensors().get(index).name(), digest(bytes)));
      }
      return "opens";
    } catch (ProtectionException e) {
      return e.getClass().getSimpleName();
    }
  }

  private static String digest(ByteBuffer bytes) {
    byte[] all = new byte[bytes.capacity()];
    bytes.get(0, all);
    return HexFormat.of().formatHex(VectorMaker.sha256(all));
  }
}
