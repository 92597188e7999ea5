// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.seal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.modelward.onnx.OnnxModel;
import dev.modelward.runtime.ProtectionException;
import dev.modelward.runtime.ProtectionException.Foreign;
import dev.modelward.runtime.ProtectionException.Tampered;
import dev.modelward.runtime.ProtectionException.WrongKey;
import dev.modelward.runtime.artifact.Artifact;
import dev.modelward.runtime.artifact.FileDigest;
import dev.modelward.runtime.artifact.Manifest;
import dev.modelward.runtime.artifact.Names;
import dev.modelward.runtime.artifact.Rings;
import dev.modelward.runtime.artifact.TierKey;
import dev.modelward.runtime.artifact.Tree;
import dev.modelward.runtime.artifact.Workers;
import dev.modelward.testkit.Dice;
import dev.modelward.testkit.Draft;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is changed in an artifact, nothing of it opens, and the refusal has a type. */
class TamperTest {
  private static final int HEADER = 56;
  private static final int CHUNK = 16384 + 16;

  private final TierKey key = SealedModel.key(SealedModel.RINGS);

  @TempDir Path folder = Path.of("");

  private Path place = Path.of("");

  @BeforeEach
  void seal() throws Exception {
    place = folder.resolve("x.protected");
    SealedModel.of(model(), place);
  }

  /** Rings of several chunks. */
  private static OnnxModel model() {
    return new Draft("wide")
        .input("x", 1, 64)
        .tensor(new Dice(1).floats("w", 1, 64, 900))
        .tensor(new Dice(2).floats("b", 1, 900))
        .node("Gemm x w b -> y")
        .output("y", 1, 900)
        .model();
  }

  private Artifact open() throws IOException, ProtectionException {
    return Artifact.open(place, SealedModel.VENDOR.key());
  }

  private <T extends ProtectionException> void refuses(Class<T> how, TierKey with) {
    assertThrows(how, () -> open().restore(with, 1).close());
  }

  private byte[] read(String name) throws IOException {
    return Files.readAllBytes(place.resolve(name));
  }

  private void write(String name, byte[] bytes) throws IOException {
    Files.write(place.resolve(name), bytes);
  }

  /** Puts other rings in place of those of a manifest, and signs for them in the vendor's name. */
  private void forge(Manifest manifest, byte[] bytes, List<Rings.Extent> extents)
      throws IOException {
    String digest = HexFormat.of().formatHex(Tree.sha256().digest(bytes));
    Rings rings =
        new Rings(manifest.rings().generation(), new FileDigest(digest, bytes.length), extents);
    write(Names.RINGS, bytes);
    write(Names.MANIFEST, manifest.with(rings).seal(SealedModel.VENDOR));
  }

  private void forge(Manifest manifest, byte[] bytes) throws IOException {
    forge(manifest, bytes, manifest.rings().streams());
  }

  @Test
  void opensAsLongAsNothingIsChanged() throws Exception {
    Manifest manifest = open().manifest();
    forge(manifest, read(Names.RINGS));
    open().restore(key, 1).close();
    open().verify(1);
    assertEquals(3, manifest.rings().streams().getFirst().length() / CHUNK);
  }

  @Test
  void aRingDoesNotOpenWithTheKeyOfTheTierBelowNorWithAnyOther() {
    try (TierKey low = SealedModel.key(1);
        TierKey raised = TierKey.of(SealedModel.ID, 2, low.bytes());
        TierKey random = TierKey.random(SealedModel.ID, 2);
        TierKey lowered = TierKey.of(SealedModel.ID, 1, key.bytes());
        TierKey foreign = TierKey.of("ab".repeat(16), 2, key.bytes())) {
      refuses(WrongKey.class, raised);
      refuses(WrongKey.class, random);
      refuses(WrongKey.class, lowered);
      refuses(Foreign.class, foreign);
    }
  }

  @Test
  void filesOfAnotherArtifactAreForeign() throws Exception {
    Path other = folder.resolve("y.protected");
    Manifest manifest = open().manifest();
    SealedModel.of(model(), other);
    for (String name : List.of(Names.RINGS, Names.DATA, Names.MANIFEST)) {
      byte[] right = read(name);
      write(name, Files.readAllBytes(other.resolve(name)));
      refuses(Tampered.class, key);
      assertThrows(Tampered.class, () -> open().verify(1), name);
      write(name, right);
    }
    // the same key, id and shapes, and the vendor's name, but other decoys: the core is another
    forge(manifest, Files.readAllBytes(other.resolve(Names.RINGS)));
    refuses(WrongKey.class, key);
  }

  @Test
  void ringsDoNotOpenInEachOthersPlaces() throws Exception {
    Manifest manifest = open().manifest();
    byte[] bytes = read(Names.RINGS);
    int border = (int) manifest.rings().streams().get(1).offset();
    byte[] swapped = new byte[bytes.length];
    System.arraycopy(bytes, border, swapped, 0, bytes.length - border);
    System.arraycopy(bytes, 0, swapped, bytes.length - border, border);
    write(Names.RINGS, swapped);
    refuses(Tampered.class, key);
    int first = bytes.length - border;
    forge(manifest, swapped, List.of(new Rings.Extent(0, first), new Rings.Extent(first, border)));
    refuses(WrongKey.class, key);
    try (TierKey low = SealedModel.key(1)) {
      refuses(WrongKey.class, low);
    }
  }

  @Test
  void ringsOfAnEarlierGenerationDoNotOpen() throws Exception {
    byte[] before = read(Names.RINGS);
    Sealer sealer = new Sealer(SealedModel.VENDOR, SealedModel.ATTESTOR, new Workers(1));
    Manifest manifest = sealer.rekey(open(), key, key).manifest();
    open().restore(key, 1).close();
    write(Names.RINGS, before);
    refuses(Tampered.class, key);
    forge(manifest, before);
    refuses(WrongKey.class, key);
  }

  @Test
  void chunksDoNotOpenInOtherPlaces() throws Exception {
    Manifest manifest = open().manifest();
    byte[] bytes = read(Names.RINGS);
    byte[] swapped = bytes.clone();
    System.arraycopy(bytes, HEADER, swapped, HEADER + CHUNK, CHUNK);
    System.arraycopy(bytes, HEADER + CHUNK, swapped, HEADER, CHUNK);
    write(Names.RINGS, swapped);
    refuses(Tampered.class, key);
    forge(manifest, swapped);
    refuses(WrongKey.class, key);
    byte[] twice = bytes.clone();
    System.arraycopy(bytes, HEADER + CHUNK, twice, HEADER + 2 * CHUNK, CHUNK);
    forge(manifest, twice);
    refuses(WrongKey.class, key);
    forge(manifest, bytes);
    open().restore(key, 1).close();
  }

  @Test
  void aRingWithoutItsLastChunksDoesNotOpen() throws Exception {
    Manifest manifest = open().manifest();
    byte[] bytes = read(Names.RINGS);
    long whole = manifest.rings().streams().getFirst().length();
    for (int chunks = 0; chunks <= 3; chunks++) {
      for (int more : new int[] {0, 1, 15, 16, 17}) {
        int length = HEADER + chunks * CHUNK + more;
        byte[] cut = new byte[bytes.length - (int) whole + length];
        System.arraycopy(bytes, 0, cut, 0, length);
        System.arraycopy(bytes, (int) whole, cut, length, bytes.length - (int) whole);
        forge(
            manifest,
            cut,
            List.of(new Rings.Extent(0, length), new Rings.Extent(length, cut.length - length)));
        refuses(WrongKey.class, key);
      }
    }
  }

  @Test
  void filesCutAtAnyOfAThousandPlacesDoNotOpen() throws Exception {
    List<String> names = List.of(Names.RINGS, Names.DATA, Names.MODEL, Names.MANIFEST);
    for (String name : names) {
      byte[] right = read(name);
      int places = Math.min(250, right.length);
      for (int i = 0; i < places; i++) {
        try (FileChannel file = FileChannel.open(place.resolve(name), StandardOpenOption.WRITE)) {
          file.truncate((long) (places - 1 - i) * right.length / places);
        }
        refuses(ProtectionException.class, key);
      }
      write(name, right);
    }
    open().restore(key, 1).close();
  }

  @Test
  void eachByteOfTheManifestCounts() throws Exception {
    int length = read(Names.MANIFEST).length;
    SplittableRandom random = new SplittableRandom(1);
    for (int at = 0; at < length; at++) {
      byte bits = (byte) random.nextInt(1, 256);
      flip(Names.MANIFEST, at, bits);
      assertThrows(ProtectionException.class, this::open, "byte " + at);
      flip(Names.MANIFEST, at, bits);
    }
    open();
  }

  @Test
  void twoThousandBytesOfRingsAndPublicFilesCount() throws Exception {
    SplittableRandom random = new SplittableRandom(2);
    List<String> names = new ArrayList<>(List.of(Names.RINGS, Names.DATA, Names.MODEL));
    Artifact artifact = open();
    for (int i = 0; i < 2000; i++) {
      String name = names.get(i % 8 == 0 ? 2 : i % 2);
      int at = random.nextInt((int) Files.size(place.resolve(name)));
      byte bits = (byte) (1 << random.nextInt(8));
      flip(name, at, bits);
      assertThrows(Tampered.class, () -> artifact.restore(key, 1), name + " " + at);
      flip(name, at, bits);
    }
    open().restore(key, 1).close();
  }

  private void flip(String name, int at, byte bits) throws IOException {
    try (FileChannel file =
        FileChannel.open(place.resolve(name), StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      ByteBuffer one = ByteBuffer.allocate(1);
      assertEquals(1, file.read(one, at));
      one.put(0, (byte) (one.get(0) ^ bits));
      file.write(one.flip(), at);
    }
  }

  @Test
  void aRefusalLeavesNoFileBehind() throws Exception {
    byte[] bytes = read(Names.RINGS);
    bytes[100] ^= 1;
    write(Names.RINGS, bytes);
    refuses(Tampered.class, key);
    try (var files = Files.list(folder)) {
      assertEquals(List.of(place), files.toList());
    }
    assertArrayEquals(bytes, read(Names.RINGS));
  }
}
