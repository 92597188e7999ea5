// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.seal;

import dev.modelward.learn.progress.Progress;
import dev.modelward.onnx.OnnxModel;
import dev.modelward.onnx.bytes.Bytes;
import dev.modelward.runtime.ProtectionException;
import dev.modelward.runtime.artifact.Artifact;
import dev.modelward.runtime.artifact.FileDigest;
import dev.modelward.runtime.artifact.Manifest;
import dev.modelward.runtime.artifact.Names;
import dev.modelward.runtime.artifact.RingContext;
import dev.modelward.runtime.artifact.Rings;
import dev.modelward.runtime.artifact.Tensor;
import dev.modelward.runtime.artifact.TierKey;
import dev.modelward.runtime.artifact.Tree;
import dev.modelward.runtime.artifact.Workers;
import dev.modelward.runtime.sign.Signer;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Makes artifacts that a vendor signs, on some threads. */
public record Sealer(Signer signer, Workers workers) {
  private static final int FIRST = 1;
  private static final Rings NONE = new Rings(FIRST, new FileDigest("", 0), List.of());

  /**
   * Makes the artifact of a blueprint in a folder, whose rings open with the key of its highest
   * tier; an artifact that was there stays until the new one is whole.
   */
  public Artifact seal(Blueprint blueprint, TierKey top, Path folder, Progress progress)
      throws IOException, ProtectionException, SealException {
    if (top.tier() != blueprint.rings()) {
      throw new IllegalArgumentException("expected the key of the highest tier, found " + top);
    }
    Slots slots = Slots.of(blueprint);
    try (WholeFolder whole = WholeFolder.begin(folder)) {
      Manifest core = write(blueprint, slots, top.artifact(), whole, progress);
      RingContext context = new RingContext(top.artifact(), core.core(), FIRST);
      Rings rings = new RingWriter(slots.slots(), context).write(whole.file(Names.RINGS), top);
      progress.checkCancelled();
      Files.write(whole.file(Names.MANIFEST), core.with(rings).seal(signer));
      whole.place();
    }
    return Artifact.open(folder, signer.key());
  }

  private Manifest write(
      Blueprint blueprint, Slots slots, String artifact, WholeFolder whole, Progress progress)
      throws IOException, ProtectionException {
    OnnxModel model = slots.publicModel();
    FileDigest ofModel = write(model.message(), whole.file(Names.MODEL));
    Optional<FileDigest> ofData = Optional.empty();
    List<Tensor> tensors = List.of();
    if (!slots.slots().isEmpty()) {
      try (FileChannel file = data(whole.file(Names.DATA))) {
        DataWriter writer = new DataWriter(slots, blueprint.decoy(), file, progress);
        ofData = Optional.of(writer.write(workers));
        tensors = writer.tensors();
      }
    }
    return new Manifest(
        artifact,
        new Manifest.Files(ofModel, ofData),
        tensors,
        slots.inside(),
        blueprint.tiers(),
        blueprint.provenance(),
        NONE);
  }

  private static FileChannel data(Path file) throws IOException {
    return FileChannel.open(
        file, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE);
  }

  private static FileDigest write(Bytes bytes, Path file) throws IOException {
    MessageDigest sha = Tree.sha256();
    bytes.addTo(sha);
    try (FileChannel to =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      bytes.writeTo(to);
    }
    return new FileDigest(HexFormat.of().formatHex(sha.digest()), bytes.size());
  }
}
