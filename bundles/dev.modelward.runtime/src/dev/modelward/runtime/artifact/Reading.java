// SPDX-License-Identifier: EPL-2.0
package dev.modelward.runtime.artifact;

import dev.modelward.runtime.ProtectionException.Tampered;
import dev.modelward.runtime.stream.SealedSource;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * The bytes that everybody may see, read once: digested, kept where a tensor is to be restored, and
 * compared with what the vendor signed.
 */
final class Reading {
  private static final int BUFFER = 1 << 18;

  private final Manifest manifest;
  private final Folder folder;
  private final Restored restored;
  private final List<Tree> trees = new ArrayList<>();
  private final List<Shard> shards = new ArrayList<>();

  /** A shard of a tensor, by both numbers. */
  private record Shard(int tensor, int number) {}

  Reading(Manifest manifest, Folder folder, Restored restored) {
    this.manifest = manifest;
    this.folder = folder;
    this.restored = restored;
    for (Tensor tensor : manifest.tensors()) {
      for (int i = 0; i < Tree.shards(tensor.length()); i++) {
        shards.add(new Shard(trees.size(), i));
      }
      trees.add(new Tree(tensor.length()));
    }
  }

  /** The number of pieces: two whole files, the gaps, and the shards. */
  int count() {
    return 3 + shards.size();
  }

  Workers.Worker worker() {
    byte[] buffer = new byte[BUFFER];
    return piece -> {
      switch (piece) {
        case 0 -> check(folder.model(), Names.MODEL, manifest.files().model());
        case 1 -> checkRings();
        case 2 -> checkGaps();
        default -> digest(shards.get(piece - 3), buffer);
      }
    };
  }

  /** Refuses rings that are not those that the vendor signed. */
  void checkRings() throws IOException, Tampered {
    check(folder.rings(), Names.RINGS, manifest.rings().file());
  }

  private static void check(FileChannel file, String name, FileDigest expected)
      throws IOException, Tampered {
    MessageDigest sha = Tree.sha256();
    digest(file, new Rings.Extent(0, expected.size()), sha, new byte[BUFFER]);
    if (!HexFormat.of().formatHex(sha.digest()).equals(expected.sha256())) {
      throw new Tampered(name);
    }
  }

  /** Files that became shorter than their extent are digested as far as they go. */
  private static void digest(
      FileChannel file, Rings.Extent extent, MessageDigest sha, byte[] buffer) throws IOException {
    for (long at = 0; at < extent.length(); ) {
      int part = (int) Math.min(buffer.length, extent.length() - at);
      int count = file.read(ByteBuffer.wrap(buffer, 0, part), extent.offset() + at);
      if (count < 0) {
        return;
      }
      sha.update(buffer, 0, count);
      at += count;
    }
  }

  private void digest(Shard shard, byte[] buffer) throws IOException {
    Tensor tensor = manifest.tensors().get(shard.tensor);
    long from = (long) shard.number * Tree.SHARD;
    int length = (int) Math.min(Tree.SHARD, tensor.length() - from);
    Optional<ByteBuffer> kept = Optional.ofNullable(restored.tensors().get(shard.tensor));
    MessageDigest sha = Tree.sha256();
    if (kept.isPresent()) {
      ByteBuffer into = kept.get().slice((int) from, length);
      fill(tensor.offset() + from, into.duplicate());
      for (int at = 0; at < length; at += buffer.length) {
        int part = Math.min(buffer.length, length - at);
        into.get(at, buffer, 0, part);
        sha.update(buffer, 0, part);
      }
    } else {
      digest(folder.data(), new Rings.Extent(tensor.offset() + from, length), sha, buffer);
    }
    trees.get(shard.tensor).put(shard.number, sha.digest());
  }

  private void fill(long offset, ByteBuffer into) throws IOException {
    for (long at = offset; into.hasRemaining(); ) {
      int count = folder.data().read(into, at);
      if (count < 0) {
        return;
      }
      at += count;
    }
  }

  private void checkGaps() throws IOException, Tampered {
    long end = 0;
    for (Tensor tensor : manifest.tensors()) {
      checkZeros(end, tensor.offset());
      end = tensor.end();
    }
  }

  private void checkZeros(long from, long to) throws IOException, Tampered {
    ByteBuffer gap = ByteBuffer.allocate((int) Math.min(BUFFER, to - from));
    for (long at = from; at < to; at += gap.capacity()) {
      gap.clear().limit((int) Math.min(gap.capacity(), to - at));
      int length = gap.limit();
      try {
        SealedSource.of(folder.data()).read(at, gap);
      } catch (EOFException e) {
        throw new Tampered(Names.DATA);
      }
      for (int i = 0; i < length; i++) {
        if (gap.get(i) != 0) {
          throw new Tampered(Names.DATA);
        }
      }
    }
  }

  /** Refuses tensors whose bytes, all of them digested by now, are others. */
  void checkTensors() throws Tampered {
    for (int i = 0; i < trees.size(); i++) {
      Tensor tensor = manifest.tensors().get(i);
      if (!trees.get(i).root().equals(tensor.tree())) {
        throw new Tampered("tensor " + tensor.name());
      }
    }
  }
}
