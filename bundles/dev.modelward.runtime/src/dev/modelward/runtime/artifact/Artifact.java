// SPDX-License-Identifier: EPL-2.0
package dev.modelward.runtime.artifact;

import dev.modelward.runtime.ProtectionException;
import dev.modelward.runtime.ProtectionException.Foreign;
import dev.modelward.runtime.ProtectionException.Malformed;
import dev.modelward.runtime.ProtectionException.Tampered;
import dev.modelward.runtime.ProtectionException.WrongKey;
import dev.modelward.runtime.sign.VendorKey;
import dev.modelward.runtime.stream.SealedMessage;
import dev.modelward.runtime.stream.StreamException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** A protected model in a folder, with a manifest that its vendor signed. */
public final class Artifact {
  private static final int LONGEST_MANIFEST = 1 << 28;

  private final Path folder;
  private final Manifest manifest;
  private final VendorKey vendor;

  private Artifact(Path folder, Manifest manifest, VendorKey vendor) {
    this.folder = folder;
    this.manifest = manifest;
    this.vendor = vendor;
  }

  /**
   * The artifact in a folder, whose manifest is verified, and nothing else yet. Where the folder is
   * just being replaced, the older one is taken.
   */
  public static Artifact open(Path folder, VendorKey vendor)
      throws IOException, ProtectionException {
    Path old = folder.resolveSibling(folder.getFileName() + Names.OLD);
    Path there = !Files.exists(folder) && Files.exists(old) ? old : folder;
    byte[] text;
    try (InputStream in = Files.newInputStream(there.resolve(Names.MANIFEST))) {
      text = in.readNBytes(LONGEST_MANIFEST);
    } catch (NoSuchFileException e) {
      throw new Malformed(folder.toString(), "an artifact's folder", "no " + Names.MANIFEST);
    }
    return new Artifact(there, Manifest.open(text, vendor), vendor);
  }

  /** Where the artifact is. */
  public Path folder() {
    return folder;
  }

  /** The public model. */
  public Path model() {
    return folder.resolve(Names.MODEL);
  }

  /** What the vendor says of it. */
  public Manifest manifest() {
    return manifest;
  }

  /** Who signed it. */
  public VendorKey vendor() {
    return vendor;
  }

  /** Refuses the artifact unless each file and tensor is what the vendor signed. */
  public void verify(int threads) throws IOException, ProtectionException {
    try (Folder files = files();
        Restored nothing = new Restored()) {
      read(files, nothing, new Workers(threads));
    }
    Set<String> names = new TreeSet<>();
    try (Stream<Path> all = Files.list(folder)) {
      all.forEach(each -> names.add(each.getFileName().toString()));
    }
    names.removeAll(Set.of(Names.MODEL, Names.RINGS, Names.MANIFEST, Names.SIGNATURE));
    names.removeIf(name -> name.equals(Names.DATA) && manifest.files().hasData());
    if (!names.isEmpty()) {
      throw new Malformed(folder.toString(), "no further file", names.iterator().next());
    }
  }

  /** The tensors that a key opens something of; all of the artifact is verified on the way. */
  public Restored restore(TierKey key, int threads) throws IOException, ProtectionException {
    checkOurs(key);
    Restored restored = new Restored();
    try (Folder files = files()) {
      restore(files, key, restored, new Workers(threads));
      return restored;
    } catch (StreamException | EOFException e) {
      restored.close();
      throw refused(key);
    } catch (IOException | ProtectionException | RuntimeException | Error e) {
      restored.close();
      throw e;
    }
  }

  /** Whether the rings or the key are to blame. */
  private ProtectionException refused(TierKey key) throws IOException {
    try (Folder files = files()) {
      new Reading(manifest, files, new Restored()).checkRings();
      return new WrongKey("a ring of tiers up to " + key.tier());
    } catch (Tampered e) {
      return e;
    }
  }

  private Folder files() throws IOException, Tampered {
    try {
      return Folder.open(folder, manifest);
    } catch (NoSuchFileException e) {
      throw new Tampered(folder + ": a file is missing, which");
    }
  }

  private void checkOurs(TierKey key) throws Foreign {
    if (!key.artifact().equals(manifest.artifact())) {
      throw new Foreign("the key", "artifact " + manifest.artifact(), "artifact " + key.artifact());
    }
    if (key.tier() > manifest.highest()) {
      throw new Foreign("the key", "tiers up to " + manifest.highest(), "tier " + key.tier());
    }
  }

  private void restore(Folder files, TierKey key, Restored restored, Workers workers)
      throws IOException, ProtectionException {
    List<SealedRing> rings = new ArrayList<>();
    RingContext context = RingContext.of(manifest);
    try {
      List<RingPieces> pieces = new ArrayList<>();
      for (int tier = 1; tier <= key.tier(); tier++) {
        try (TierKey lower = key.of(tier)) {
          rings.add(SealedRing.of(files.rings(), manifest, context, lower));
        }
        pieces.add(pieces(rings.getLast(), restored));
      }
      read(files, restored, workers);
      for (RingPieces each : pieces) {
        workers.share(each.count(), each::worker);
      }
    } finally {
      rings.forEach(SealedRing::close);
    }
  }

  /** Writes the message of a ring, which a key opens, to a stream. */
  public void copyRing(TierKey key, int ring, OutputStream to)
      throws IOException, ProtectionException {
    try (Folder files = files();
        TierKey lower = key.of(ring);
        SealedRing sealed =
            SealedRing.of(files.rings(), manifest, RingContext.of(manifest), lower);
        SealedMessage message = sealed.open()) {
      for (long chunk = 0; chunk < message.chunks(); chunk++) {
        byte[] opened = message.chunk(chunk);
        to.write(opened);
        Arrays.fill(opened, (byte) 0);
      }
    } catch (StreamException | EOFException e) {
      throw refused(key);
    }
  }

  private RingPieces pieces(SealedRing ring, Restored restored)
      throws IOException, ProtectionException {
    try (SealedMessage message = ring.open()) {
      List<RingEntry> entries = RingEntry.read(message, manifest.tensors());
      for (RingEntry entry : entries) {
        restored.add(entry.tensor(), manifest.tensors().get(entry.tensor()).length());
      }
      return new RingPieces(ring, entries, restored);
    }
  }

  private void read(Folder files, Restored restored, Workers workers)
      throws IOException, ProtectionException {
    Reading data = new Reading(manifest, files, restored);
    workers.share(data.count(), data::worker);
    data.checkTensors();
  }
}
