// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.seal;

import dev.modelward.learn.progress.Progress;
import dev.modelward.protect.provenance.Attestor;
import dev.modelward.protect.provenance.Statement;
import dev.modelward.runtime.artifact.Manifest;
import dev.modelward.runtime.artifact.Names;
import dev.modelward.runtime.artifact.Tree;
import dev.modelward.runtime.sign.Signer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;

/** Writes what is said of the other files of an artifact: the manifest, and the same for others. */
record Papers(WholeFolder folder, Signer signer, Attestor attestor) {
  private static final int BUFFER = 1 << 20;

  void write(Manifest manifest, Progress progress) throws IOException {
    byte[] text = manifest.seal(signer);
    Files.write(folder.file(Names.MANIFEST), text);
    SortedMap<String, String> digests = new TreeMap<>();
    digests.put(Names.MANIFEST, hex(Tree.sha256().digest(text)));
    digests.put(Names.MODEL, manifest.files().model().sha256());
    digests.put(Names.RINGS, manifest.rings().file().sha256());
    if (manifest.files().hasData()) {
      // the manifest has digests of the tensors in it, but none of the file
      digests.put(Names.DATA, digest(folder.file(Names.DATA), progress));
    }
    Statement statement = new Statement(folder.name(), digests);
    Files.write(folder.file(Names.SIGNATURE), statement.seal(attestor));
  }

  private static String digest(Path file, Progress progress) throws IOException {
    MessageDigest sha = Tree.sha256();
    byte[] buffer = new byte[BUFFER];
    try (InputStream in = Files.newInputStream(file)) {
      for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
        progress.checkCancelled();
        sha.update(buffer, 0, read);
      }
    }
    return hex(sha.digest());
  }

  private static String hex(byte[] digest) {
    return HexFormat.of().formatHex(digest);
  }
}
