// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.seal;

import dev.modelward.learn.progress.Progress;
import dev.modelward.onnx.bytes.Bytes;
import dev.modelward.protect.decoy.Concealment;
import dev.modelward.protect.decoy.Decoy;
import dev.modelward.protect.decoy.SecureBits;
import dev.modelward.runtime.ProtectionException;
import dev.modelward.runtime.artifact.Tensor;
import dev.modelward.runtime.artifact.Tree;
import dev.modelward.runtime.artifact.Workers;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.List;

/** Writes the data file: public tensors as they are, and decoys where something is sealed. */
final class DataWriter {
  private final Decoy decoy;
  private final FileChannel file;
  private final Progress progress;
  private final List<Piece> pieces = new ArrayList<>();
  private final List<Tree> trees = new ArrayList<>();
  private final List<Slot> slots;
  private long written;

  /** Some bytes of a slot from one place to another: a shard, or all where some are sealed. */
  private record Piece(int slot, long from, long to) {}

  DataWriter(Slots slots, Decoy decoy, FileChannel file, Progress progress) {
    this.slots = slots.slots();
    this.decoy = decoy;
    this.file = file;
    this.progress = progress;
    for (Slot slot : this.slots) {
      cut(slot, trees.size());
      trees.add(new Tree(slot.length()));
    }
  }

  private void cut(Slot slot, int index) {
    if (slot.sealed().isPresent()) {
      pieces.add(new Piece(index, 0, slot.length()));
      return;
    }
    for (int i = 0; i < Tree.shards(slot.length()); i++) {
      long from = (long) i * Tree.SHARD;
      pieces.add(new Piece(index, from, Math.min(slot.length(), from + Tree.SHARD)));
    }
  }

  /** Writes all. */
  void write(Workers workers) throws IOException, ProtectionException {
    workers.share(
        pieces.size(),
        () -> {
          SecureBits bits = new SecureBits();
          return new Workers.Worker() {
            @Override
            public void work(int piece) throws IOException {
              write(piece, bits);
            }

            @Override
            public void close() {
              bits.close();
            }
          };
        });
  }

  private void write(int index, SecureBits bits) throws IOException {
    progress.checkCancelled();
    Piece piece = pieces.get(index);
    Slot slot = slots.get(piece.slot);
    ByteBuffer bytes =
        slot.sealed().isPresent()
            ? concealed(slot.sealed().get(), slot.raw(), bits)
            : copy(slot.raw().slice(piece.from, piece.to));
    trees.get(piece.slot).add((int) (piece.from / Tree.SHARD), bytes);
    for (long at = slot.offset() + piece.from; bytes.hasRemaining(); ) {
      at += file.write(bytes, at);
    }
    tell(piece.to - piece.from);
  }

  private synchronized void tell(long more) {
    written += more;
    progress.done((double) written / slots.getLast().end());
  }

  private ByteBuffer concealed(SealedLayer layer, Bytes raw, SecureBits bits) throws IOException {
    ByteBuffer bytes = copy(raw);
    Concealment.of(decoy, layer.blocks(), layer::isSealed).write(bytes, layer.all(), bits);
    return bytes.rewind();
  }

  private static ByteBuffer copy(Bytes raw) {
    return ByteBuffer.wrap(raw.toArray()).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** What the manifest says of the tensors. */
  List<Tensor> tensors() {
    List<Tensor> tensors = new ArrayList<>();
    for (int i = 0; i < slots.size(); i++) {
      Slot slot = slots.get(i);
      tensors.add(
          new Tensor(
              slot.tensor().name(),
              slot.tensor().type().code(),
              slot.tensor().dims(),
              slot.offset(),
              slot.length(),
              trees.get(i).root()));
    }
    return tensors;
  }
}
