// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.transport;

import dev.modelward.learn.progress.Progress;
import dev.modelward.protect.seal.WholeFolder;
import dev.modelward.runtime.ProtectionException;
import dev.modelward.runtime.ProtectionException.Malformed;
import dev.modelward.runtime.artifact.Artifact;
import dev.modelward.runtime.artifact.Manifest;
import dev.modelward.runtime.artifact.Names;
import dev.modelward.runtime.sign.VendorKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Makes the folder of an artifact of the one file that it came as, verified on some threads. */
public record Unpacker(Path zip, VendorKey vendor, int threads) {
  private static final String FIRST = "/" + Names.MANIFEST;
  private static final long LONGEST_MANIFEST = 1 << 28;
  private static final long LONGEST_SIGNATURE = 1 << 20;

  /** The name that the folder had when it was packed, which nobody signed. */
  public String name() throws IOException, Malformed {
    try (Parcel parcel = new Parcel(zip)) {
      return name(parcel).text();
    }
  }

  private FolderName name(Parcel parcel) throws IOException, Malformed {
    String where = String.valueOf(zip.getFileName());
    String first = parcel.nextName();
    if (!first.endsWith(FIRST)) {
      throw new Malformed(
          where,
          "a zip made by modelward pack, which begins with " + Names.MANIFEST,
          FolderName.quoted(first));
    }
    return FolderName.of(first.substring(0, first.length() - FIRST.length()), where);
  }

  /** Unpacks into a folder, which has its name once everything in it is what the vendor signed. */
  public Artifact unpack(Path folder, Progress progress) throws IOException, ProtectionException {
    try (Parcel parcel = new Parcel(zip);
        WholeFolder whole = WholeFolder.begin(folder)) {
      FolderName name = name(parcel);
      parcel.takeSmall(name.entry(Names.MANIFEST), LONGEST_MANIFEST, whole.file(Names.MANIFEST));
      Manifest manifest = Manifest.open(Files.readAllBytes(whole.file(Names.MANIFEST)), vendor);
      if (parcel.nextName().equals(name.entry(Names.SIGNATURE))) {
        parcel.takeSmall(
            name.entry(Names.SIGNATURE), LONGEST_SIGNATURE, whole.file(Names.SIGNATURE));
      }
      long model = manifest.files().model().size();
      parcel.take(name.entry(Names.MODEL), model, whole.file(Names.MODEL), progress);
      progress.done(0.1);
      if (manifest.files().hasData()) {
        long data = manifest.files().data();
        parcel.take(name.entry(Names.DATA), data, whole.file(Names.DATA), progress);
      }
      progress.done(0.6);
      long rings = manifest.rings().file().size();
      parcel.take(name.entry(Names.RINGS), rings, whole.file(Names.RINGS), progress);
      parcel.end();
      Path made = whole.file("");
      Artifact.open(made, vendor).verify(threads);
      progress.checkCancelled();
      whole.place();
      progress.done(1);
    }
    return Artifact.open(folder, vendor);
  }
}
