// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.transport;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.modelward.learn.build.Network;
import dev.modelward.learn.progress.Progress;
import dev.modelward.onnx.OnnxModel;
import dev.modelward.protect.blocks.Blocks;
import dev.modelward.protect.blocks.LayerBlocks;
import dev.modelward.protect.decoy.Decoy;
import dev.modelward.protect.provenance.AttestingKey;
import dev.modelward.protect.seal.Blueprint;
import dev.modelward.protect.seal.SealedLayer;
import dev.modelward.protect.seal.Sealer;
import dev.modelward.runtime.ProtectionException;
import dev.modelward.runtime.ProtectionException.Malformed;
import dev.modelward.runtime.artifact.Artifact;
import dev.modelward.runtime.artifact.Names;
import dev.modelward.runtime.artifact.TierKey;
import dev.modelward.runtime.artifact.TierView;
import dev.modelward.runtime.artifact.Workers;
import dev.modelward.testkit.sealed.InsecureVendor;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A zip holds an artifact's files and nothing else, or nothing of it is unpacked. */
class ParcelTest {
  private static final InsecureVendor VENDOR = new InsecureVendor(3);
  private static final List<String> FILES =
      List.of(Names.MANIFEST, Names.SIGNATURE, Names.MODEL, Names.DATA, Names.RINGS);

  @TempDir Path folder = Path.of("");
  private Path place = Path.of("");
  private Path zip = Path.of("");

  @BeforeEach
  void pack() throws Exception {
    place = folder.resolve("x.protected");
    zip = folder.resolve("x.zip");
    OnnxModel model = Network.of(1, 1, 8, 8).conv(16, 3, 1).flatten().dense(10).model();
    LayerBlocks first = Blocks.of(model).layers().getFirst();
    List<SealedLayer> layers = List.of(new SealedLayer(first, List.of(new long[] {1})));
    List<TierView> tiers =
        List.of(new TierView("public", List.of(), 9), new TierView("full", List.of(), 0));
    try (TierKey top = TierKey.random("0c".repeat(16), 1);
        AttestingKey attestor = AttestingKey.generate()) {
      new Sealer(VENDOR, attestor, new Workers(1))
          .seal(
              new Blueprint(model, layers, Decoy.usual(), tiers, Map.of()),
              top,
              place,
              Progress.NONE);
    }
    new Packer(place).write(zip, Progress.NONE);
  }

  private Artifact unpack(Path from) throws IOException, ProtectionException {
    return new Unpacker(from, VENDOR.key(), 1).unpack(folder.resolve("y.protected"), Progress.NONE);
  }

  private List<String> names() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.map(each -> each.getFileName().toString()).sorted().toList();
    }
  }

  private void refuses(byte[] bytes) throws IOException {
    Path changed = Files.write(folder.resolve("z.zip"), bytes);
    assertThrows(ProtectionException.class, () -> unpack(changed));
    Files.delete(changed);
    assertEquals(List.of("x.protected", "x.zip"), names());
  }

  @Test
  void unpacksWhatWasPackedByteForByte() throws Exception {
    assertEquals("x.protected", new Unpacker(zip, VENDOR.key(), 1).name());
    Artifact artifact = unpack(zip);
    for (String name : FILES) {
      assertArrayEquals(
          Files.readAllBytes(place.resolve(name)),
          Files.readAllBytes(artifact.folder().resolve(name)));
    }
    assertEquals(List.of("x.protected", "x.zip", "y.protected"), names());
  }

  @Test
  void packsTheSameBytesEachTime() throws Exception {
    Path again = folder.resolve("again.zip");
    new Packer(place).write(again, Progress.NONE);
    assertArrayEquals(Files.readAllBytes(zip), Files.readAllBytes(again));
  }

  @Test
  void makesWhatOtherToolsRead() throws Exception {
    try (ZipFile file = new ZipFile(zip.toFile())) {
      assertEquals(
          FILES.stream().map(name -> "x.protected/" + name).toList(),
          file.stream().map(ZipEntry::getName).toList());
      for (String name : FILES) {
        ZipEntry entry = file.getEntry("x.protected/" + name);
        assertArrayEquals(
            Files.readAllBytes(place.resolve(name)), file.getInputStream(entry).readAllBytes());
      }
    }
  }

  @Test
  void eachByteOfAZipCounts() throws Exception {
    byte[] right = Files.readAllBytes(zip);
    int directory = right.length - 600;
    for (int at = 0; at < right.length; at += at < 200 || at > directory ? 3 : 211) {
      byte[] changed = right.clone();
      changed[at] ^= 1;
      refuses(changed);
    }
  }

  @Test
  void refusesAZipThatIsCutOrGoesOn() throws Exception {
    byte[] right = Files.readAllBytes(zip);
    for (int length = 0; length < right.length; length += 97) {
      refuses(Arrays.copyOf(right, length));
    }
    refuses(Arrays.copyOf(right, right.length + 1));
  }

  private byte[] zipOf(String... entries) throws IOException {
    Path made = folder.resolve("made.zip");
    try (OutputStream out = Files.newOutputStream(made);
        ZipOutputStream to = new ZipOutputStream(out)) {
      for (String entry : entries) {
        to.putNextEntry(new ZipEntry(entry));
        to.write(Files.readAllBytes(place.resolve(Names.MANIFEST)));
      }
    }
    byte[] bytes = Files.readAllBytes(made);
    Files.delete(made);
    return bytes;
  }

  @Test
  void refusesWaysOutOfTheFolderAndOtherFormsOfZip() throws Exception {
    refuses(zipOf("x.protected/" + Names.MANIFEST));
    refuses(zipOf("../x.protected/" + Names.MANIFEST));
    refuses(zipOf("/x.protected/" + Names.MANIFEST));
    refuses(zipOf("x.protected/evil.sh", "x.protected/" + Names.MANIFEST));
    for (String name : List.of("..", "../a.protected", "a/b.protected", "c:a.protected", "a")) {
      assertThrows(Malformed.class, () -> FolderName.of(name, "here"), name);
    }
  }

  @Test
  void refusesFilesOfOtherSizesThanTheManifestSays() throws Exception {
    Files.write(place.resolve(Names.RINGS), new byte[1 << 20]);
    Path bomb = folder.resolve("z.zip");
    new Packer(place).write(bomb, Progress.NONE);
    byte[] bytes = Files.readAllBytes(bomb);
    Files.delete(bomb);
    refuses(bytes);
  }

  @Test
  void refusesToPackWhatIsNoneOfTheFormatsBusiness() throws Exception {
    Files.writeString(place.resolve("notes.txt"), "mine");
    assertThrows(
        Malformed.class, () -> new Packer(place).write(folder.resolve("n.zip"), Progress.NONE));
    assertEquals(List.of("x.protected", "x.zip"), names());
  }

  @Test
  void writesDirectoriesOfFilesBeyondFourGigabytes() throws Exception {
    long size = 5L << 30;
    Item large = new Item("x.protected/a", size, 0, 0);
    Item far = new Item("x.protected/b", 0, 0, large.end());
    Path file = folder.resolve("large.zip");
    // a hole on most file systems, which takes no room
    try (FileChannel to =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE_NEW,
            StandardOpenOption.SPARSE,
            StandardOpenOption.WRITE)) {
      to.write(ByteBuffer.wrap(large.header()), 0);
      to.write(ByteBuffer.wrap(far.header()), far.offset());
      to.write(ByteBuffer.wrap(new Directory(List.of(large, far)).bytes()), far.end());
    }
    try (ZipFile zipped = new ZipFile(file.toFile())) {
      assertEquals(size, zipped.getEntry("x.protected/a").getSize());
      ZipEntry last = zipped.getEntry("x.protected/b");
      assertEquals(0, zipped.getInputStream(last).readAllBytes().length);
    }
    Files.delete(file);
  }
}
