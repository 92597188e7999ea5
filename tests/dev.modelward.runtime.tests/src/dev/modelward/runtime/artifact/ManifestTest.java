// SPDX-License-Identifier: EPL-2.0
package dev.modelward.runtime.artifact;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.modelward.runtime.ProtectionException;
import dev.modelward.runtime.ProtectionException.Malformed;
import dev.modelward.runtime.json.Json;
import dev.modelward.testkit.sealed.HandmadeArtifact;
import dev.modelward.testkit.sealed.InsecureVendor;
import dev.modelward.testkit.sealed.JsonMutation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class ManifestTest {
  private final HandmadeArtifact artifact = new HandmadeArtifact();
  private final Json.Fields payload = payload();

  private Json.Fields payload() {
    try {
      return (Json.Fields) artifact.payload(artifact.files());
    } catch (ProtectionException e) {
      throw new AssertionError(e);
    }
  }

  private Manifest opened(Json json) throws ProtectionException {
    return Manifest.open(artifact.manifest(json), artifact.vendor().key());
  }

  private void refuses(Json json) {
    assertThrows(Malformed.class, () -> opened(json), () -> json.toString());
  }

  /** The payload with a member changed that a path leads to, as in {@code tensors/1/offset}. */
  private static Json changed(Json json, String path, Function<Json, Json> change) {
    String[] steps = path.split("/", 2);
    Function<Json, Json> next =
        steps.length == 1 ? change : inner -> changed(inner, steps[1], change);
    if (json instanceof Json.Many many) {
      List<Json> values = new ArrayList<>(many.values());
      values.set(Integer.parseInt(steps[0]), next.apply(values.get(Integer.parseInt(steps[0]))));
      return new Json.Many(values);
    }
    Map<String, Json> members = new TreeMap<>(((Json.Fields) json).members());
    members.compute(steps[0], (name, value) -> next.apply(value));
    return Json.Fields.of(members);
  }

  private void refuses(String path, Json value) {
    refuses(changed(payload, path, before -> value));
  }

  private void refuses(String path, long value) {
    refuses(path, new Json.Whole(value));
  }

  private void refuses(String path, String value) {
    refuses(path, new Json.Text(value));
  }

  @Test
  void saysAgainWhatItRead() throws ProtectionException {
    Manifest manifest = opened(payload);
    assertArrayEquals(artifact.manifest(payload), manifest.seal(artifact.vendor()));
    assertEquals(HandmadeArtifact.ID, manifest.artifact());
    assertEquals(2, manifest.highest());
    assertEquals(
        new Tensor("b", 11, List.of(8L), 128, 64, manifest.tensors().get(1).tree()),
        manifest.tensors().get(1));
    assertEquals("10.5", manifest.tiers().getFirst().quality().getFirst().value());
    assertEquals(Map.of("tool", "by hand"), manifest.provenance());
  }

  @Test
  void isRefusedOrSaysAgainWhatItReadWithAnyOneChange() {
    int refused = 0;
    List<Json> all = JsonMutation.each(payload);
    for (Json json : all) {
      byte[] text = artifact.manifest(json);
      try {
        Manifest manifest = Manifest.open(text, artifact.vendor().key());
        assertArrayEquals(text, manifest.seal(artifact.vendor()));
      } catch (ProtectionException e) {
        assertTrue(e instanceof Malformed, () -> json + " " + e);
        refused++;
      }
    }

    assertTrue(refused > all.size() / 2, refused + " of " + all.size() + " refused");
  }

  @Test
  void refusesOtherFormats() {
    refuses("format", 0);
    refuses("format", 2);
    refuses("format", "1");
  }

  @Test
  void refusesIdsAndDigestsOfOtherFormsAndLengths() {
    String id = HandmadeArtifact.ID;
    for (String other :
        List.of("", id + "00", id.substring(2), id.toUpperCase(), id.substring(1))) {
      refuses("artifact", other);
    }
    for (String path : List.of("model/sha256", "rings/sha256", "tensors/0/tree", "inside/0/tree")) {
      refuses(path, "");
      refuses(path, "00".repeat(31));
      refuses(path, "00".repeat(33));
      refuses(path, "FF".repeat(32));
      refuses(path, "0g".repeat(32));
    }
  }

  @Test
  void refusesFilesOfOtherNames() {
    for (String path : List.of("model/file", "data/file", "rings/file")) {
      refuses(path, "");
      refuses(path, "other");
      refuses(path, "../" + Names.MODEL);
      refuses(path, "/" + Names.DATA);
    }
    refuses("data/file", Names.MODEL);
    refuses("rings/file", Names.DATA);
  }

  @Test
  void refusesTensorsThatOverlapOrLieOutsideOrInAnotherOrder() {
    refuses("tensors/1/offset", 95);
    refuses("tensors/0/offset", 40);
    refuses("tensors/0/offset", 300);
    refuses("tensors/0/offset", -1);
    refuses("tensors/2/offset", 196);
    refuses("tensors/2/length", 9);
    refuses("tensors/2/length", -1);
    refuses("tensors/2/length", Json.LIMIT - 1);
    refuses("tensors/2/offset", Json.LIMIT - 1);
    refuses("data/size", 196);
    refuses("data/size", 198);
    refuses("data/size", 0);
    refuses(payload.without("data"));
    refuses(
        changed(
            payload,
            "tensors",
            tensors -> new Json.Many(((Json.Many) tensors).values().reversed())));
  }

  @Test
  void refusesANameTwice() {
    refuses("tensors/1/name", "a");
    refuses("inside/0/name", "a");
    refuses(
        changed(
            payload,
            "inside",
            inside -> {
              Json one = ((Json.Many) inside).values().getFirst();
              return new Json.Many(List.of(one, one));
            }));
  }

  @Test
  void refusesDimensionsAndTypesThatAreNone() {
    refuses("tensors/0/type", 0);
    refuses("tensors/0/type", -1);
    refuses("tensors/0/type", 1L << 32);
    refuses("tensors/0/dims/0", -1);
    refuses("tensors/0/dims/0", "4");
    refuses("tensors/0/dims", 4);
  }

  @Test
  void hasAsManyRingsAsTiersAboveThePublicOne() {
    refuses("tiers", new Json.Many(List.of()));
    refuses(changed(payload, "tiers", tiers -> shorter(tiers)));
    refuses(changed(payload, "rings/streams", streams -> shorter(streams)));
    refuses("rings/streams", new Json.Many(List.of()));
  }

  private static Json shorter(Json many) {
    return new Json.Many(((Json.Many) many).values().subList(1, 2));
  }

  @Test
  void refusesRingsWithGapsOrOverlapsOrOfAnotherLengthThanTheirFile() {
    Rings rings = assertOpens().rings();
    long second = rings.streams().get(1).offset();
    refuses("rings/streams/0/offset", 1);
    refuses("rings/streams/1/offset", second - 1);
    refuses("rings/streams/1/offset", second + 1);
    refuses("rings/streams/1/length", 0);
    refuses("rings/streams/1/length", rings.streams().get(1).length() + 1);
    refuses("rings/size", rings.file().size() + 1);
    refuses("rings/size", 0);
    refuses("rings/generation", 0);
    refuses("rings/generation", -1);
    refuses("rings/generation", 1L << 31);
  }

  private Manifest assertOpens() {
    try {
      return opened(payload);
    } catch (ProtectionException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void hasACoreThatIsTheDigestOfAllButItsRings() {
    Manifest manifest = assertOpens();
    String expected =
        HexFormat.of().formatHex(Tree.sha256().digest(payload.without("rings").canonical()));
    assertEquals(expected, HexFormat.of().formatHex(manifest.core()));
    Rings others = new Rings(2, new FileDigest("00".repeat(32), 10), List.of());
    assertArrayEquals(manifest.core(), manifest.with(others).core());
    assertEquals(others, manifest.with(others).rings());
  }

  @Test
  void hasAnotherCoreWithAnyChangeOutsideOfTheRings() throws ProtectionException {
    byte[] core = assertOpens().core();
    for (String path : List.of("artifact", "model/sha256", "tensors/1/tree", "inside/0/tree")) {
      String other = path.equals("artifact") ? "ab".repeat(16) : "ab".repeat(32);
      isAnother(core, path, new Json.Text(other));
    }
    for (String path :
        List.of("tensors/0/name", "tiers/1/name", "provenance/tool", "inside/0/name")) {
      isAnother(core, path, new Json.Text("other"));
    }
    isAnother(core, "tensors/0/type", new Json.Whole(2));
    isAnother(core, "tensors/0/dims/1", new Json.Whole(7));
    isAnother(core, "tensors/1/offset", new Json.Whole(127));
    isAnother(core, "tensors/1/length", new Json.Whole(63));
    isAnother(core, "tiers/1/sealed", new Json.Whole(7));
    isAnother(core, "tiers/0/quality", new Json.Many(List.of()));
  }

  private void isAnother(byte[] core, String path, Json value) throws ProtectionException {
    assertFalse(Arrays.equals(core, opened(changed(payload, path, before -> value)).core()), path);
  }

  @Test
  void isOfItsVendorOnly() {
    byte[] text = artifact.manifest(payload);
    assertThrows(
        ProtectionException.Foreign.class, () -> Manifest.open(text, new InsecureVendor(2).key()));
  }
}
