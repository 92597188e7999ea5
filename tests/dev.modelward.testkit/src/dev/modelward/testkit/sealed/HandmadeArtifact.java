// SPDX-License-Identifier: EPL-2.0
package dev.modelward.testkit.sealed;

import dev.modelward.runtime.ProtectionException;
import dev.modelward.runtime.artifact.FileDigest;
import dev.modelward.runtime.artifact.Inside;
import dev.modelward.runtime.artifact.Manifest;
import dev.modelward.runtime.artifact.Names;
import dev.modelward.runtime.artifact.RingContext;
import dev.modelward.runtime.artifact.Rings;
import dev.modelward.runtime.artifact.Tensor;
import dev.modelward.runtime.artifact.TierKey;
import dev.modelward.runtime.artifact.TierView;
import dev.modelward.runtime.artifact.Tree;
import dev.modelward.runtime.json.Json;
import dev.modelward.runtime.sign.Envelope;
import dev.modelward.runtime.stream.SealingStream;
import dev.modelward.runtime.stream.StreamKey;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * A small artifact written as docs/format.md says, without the sealer: three tensors and two rings,
 * around a file that is no model. Its key and its vendor are known to everybody.
 */
public final class HandmadeArtifact {
  /** The id of the artifact. */
  public static final String ID = "00112233445566778899aabbccddeeff";

  private static final int TOP = 2;
  private static final int SIZE = 197;

  private final InsecureVendor vendor = new InsecureVendor(1);
  private final byte[] model = "this is no model\n".repeat(7).getBytes();
  private final byte[] original = new byte[SIZE];
  private final byte[] data = new byte[SIZE];
  private final List<Tensor> tensors;

  /** The artifact, always the same but for the salts of its rings. */
  public HandmadeArtifact() {
    SplittableRandom random = new SplittableRandom(7);
    fill(random, 0, 96);
    fill(random, 128, 64);
    fill(random, 192, 5);
    System.arraycopy(original, 0, data, 0, SIZE);
    // decoys: every byte of blocks 0, 1 and 3 of the first tensor, and of block 0 of the second
    for (int at = 0; at < 96; at++) {
      data[at] ^= (byte) (at / 48 == 1 && at % 24 < 12 ? 0 : 0x55);
    }
    for (int at = 128; at < 160; at++) {
      data[at] ^= 0x55;
    }
    this.tensors =
        List.of(
            tensor("a", 1, List.of(4L, 6L), 0, 96),
            tensor("b", 11, List.of(8L), 128, 64),
            tensor("c", 3, List.of(5L), 192, 5));
  }

  private void fill(SplittableRandom random, int from, int length) {
    for (int i = 0; i < length; i++) {
      original[from + i] = (byte) random.nextInt(1, 256);
    }
  }

  private Tensor tensor(String name, int type, List<Long> dims, int offset, int length) {
    String tree = Tree.of(ByteBuffer.wrap(data, offset, length));
    return new Tensor(name, type, dims, offset, length, tree);
  }

  /** Who signed it. */
  public InsecureVendor vendor() {
    return vendor;
  }

  /** The key of a tier, which is 1 or 2. */
  public TierKey key(int tier) {
    byte[] bytes = new byte[TierKey.LENGTH];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (0xa0 + i);
    }
    try (TierKey top = TierKey.of(ID, TOP, bytes)) {
      return top.of(tier);
    }
  }

  /** The bytes of a tensor before it was sealed. */
  public byte[] original(int tensor) {
    return part(original, tensor);
  }

  /** The bytes of a tensor that everybody sees. */
  public byte[] decoy(int tensor) {
    return part(data, tensor);
  }

  private byte[] part(byte[] from, int index) {
    byte[] part = new byte[(int) tensors.get(index).length()];
    System.arraycopy(from, (int) tensors.get(index).offset(), part, 0, part.length);
    return part;
  }

  /** The message of the first ring: blocks of two tensors. */
  public RingMessage first() {
    return RingMessage.of(
        new RingMessage.Entry(0, List.of(2L, 3L), List.of(1, 3), List.of(block(0, 1), block(1, 1))),
        new RingMessage.Entry(1, List.of(4L), List.of(0), List.of(copy(128, 32))));
  }

  /** The message of the second ring: one block. */
  public RingMessage second() {
    return RingMessage.of(
        new RingMessage.Entry(0, List.of(2L, 3L), List.of(0), List.of(block(0, 0))));
  }

  /** A block of two rows of three floats. */
  private byte[] block(int row, int column) {
    byte[] block = new byte[24];
    System.arraycopy(original, 48 * row + 12 * column, block, 0, 12);
    System.arraycopy(original, 48 * row + 12 * column + 24, block, 12, 12);
    return block;
  }

  private byte[] copy(int from, int length) {
    byte[] copy = new byte[length];
    System.arraycopy(original, from, copy, 0, length);
    return copy;
  }

  /** What the manifest says, with rings that hold nothing yet. */
  public Manifest core() {
    return new Manifest(
        ID,
        new Manifest.Files(digest(model), data.length),
        tensors,
        List.of(new Inside("d", Tree.of(ByteBuffer.allocate(3)))),
        List.of(
            new TierView("public", List.of(new TierView.Measured("accuracy", "10.5")), 26),
            new TierView("basic", List.of(), 6),
            new TierView("full", List.of(), 0)),
        Map.of("tool", "by hand"),
        new Rings(1, new FileDigest("", 0), List.of()));
  }

  private static FileDigest digest(byte[] bytes) {
    return new FileDigest(HexFormat.of().formatHex(Tree.sha256().digest(bytes)), bytes.length);
  }

  /** The files of the artifact by their names. */
  public Map<String, byte[]> files() {
    return files(first().bytes(), second().bytes());
  }

  /** The files of an artifact whose rings say something else, in the vendor's name. */
  public Map<String, byte[]> files(byte[]... messages) {
    return files(core(), data.clone(), messages);
  }

  /** The files of an artifact of another core and other data, in the vendor's name. */
  public Map<String, byte[]> files(Manifest core, byte[] others, byte[]... messages) {
    RingContext context = new RingContext(ID, core.core(), 1);
    ByteArrayOutputStream sealed = new ByteArrayOutputStream();
    List<Rings.Extent> extents = new ArrayList<>();
    for (int ring = 1; ring <= messages.length; ring++) {
      int from = sealed.size();
      try (TierKey tier = key(ring);
          StreamKey key = tier.ringKey();
          SealingStream to = SealingStream.to(sealed, key, context.of(ring))) {
        to.write(messages[ring - 1]);
        to.finish();
      } catch (IOException e) {
        throw new IllegalStateException("memory does not fail", e);
      }
      extents.add(new Rings.Extent(from, sealed.size() - from));
    }
    Rings rings = new Rings(1, digest(sealed.toByteArray()), extents);
    Map<String, byte[]> files = new TreeMap<>();
    files.put(Names.MODEL, model.clone());
    files.put(Names.DATA, others);
    files.put(Names.RINGS, sealed.toByteArray());
    files.put(Names.MANIFEST, core.with(rings).seal(vendor));
    return files;
  }

  /** What the manifest among some files says. */
  public Json payload(Map<String, byte[]> files) throws ProtectionException {
    return envelope()
        .open(Optional.ofNullable(files.get(Names.MANIFEST)).orElseThrow(), vendor.key());
  }

  /** The text of a manifest that says anything, in the vendor's name. */
  public byte[] manifest(Json payload) {
    return envelope().seal(payload, vendor);
  }

  private static Envelope envelope() {
    return new Envelope("the manifest", "application/vnd.modelward.manifest.v1+json");
  }

  /** Writes files into a folder that is there. */
  public static void write(Map<String, byte[]> files, Path folder) throws IOException {
    for (Map.Entry<String, byte[]> each : files.entrySet()) {
      Files.write(folder.resolve(each.getKey()), each.getValue());
    }
  }
}
