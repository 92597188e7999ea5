// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.seal;

import ai.onnxruntime.OrtSession;
import dev.modelward.runtime.ProtectionException;
import dev.modelward.runtime.artifact.Artifact;
import dev.modelward.runtime.artifact.Restored;
import dev.modelward.runtime.artifact.TierKey;
import dev.modelward.runtime.grant.Grant;
import dev.modelward.runtime.run.UnlockedModel;
import dev.modelward.runtime.run.Unlocker;
import dev.modelward.runtime.wrap.Identity;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.ref.Reference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * A process that opens a model by a grant, and dumps its heap while it has it, once all is closed,
 * and with what nobody refers to any more.
 */
final class SecretHolder {
  private final Artifact artifact;
  private final Path folder;

  private SecretHolder(Artifact artifact, Path folder) {
    this.artifact = artifact;
    this.folder = folder;
  }

  /** Takes the folder in which all is, and in which the dumps are made. */
  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    Artifact artifact = Artifact.open(folder.resolve("x.protected"), SealedModel.VENDOR.key());
    new SecretHolder(artifact, folder).hold();
  }

  private void hold() throws Exception {
    try (Identity identity = identity();
        TierKey key = key(identity)) {
      hold(key);
      refuse(key);
    }
    dump("after.hprof", true);
  }

  private Identity identity() throws IOException, ProtectionException {
    byte[] line = Files.readAllBytes(folder.resolve("identity"));
    try {
      return Identity.read(line);
    } finally {
      Arrays.fill(line, (byte) 0);
    }
  }

  private TierKey key(Identity identity) throws IOException, ProtectionException {
    byte[] text = Files.readAllBytes(folder.resolve("grant"));
    return Grant.read(text, SealedModel.VENDOR.key())
        .open(artifact, identity, Map.of(), Instant.now());
  }

  private void hold(TierKey key) throws Exception {
    try (OrtSession.SessionOptions options = Runtime.options();
        UnlockedModel model =
            new Unlocker(Runtime.environment(), options, 2).unlock(artifact, key);
        Restored restored = artifact.restore(key, 2)) {
      Runtime.answer(model.session());
      // the dump has no memory outside of the heap, so one sealed block is brought into it
      byte[] planted = new byte[Float.BYTES * 9];
      restored.tensors().firstEntry().getValue().get(0, planted);
      dump("before.hprof", false);
      Reference.reachabilityFence(planted);
      Arrays.fill(planted, (byte) 0);
    }
  }

  /** Opens what is damaged late: the last byte of the data. */
  private void refuse(TierKey key) throws Exception {
    Path data = artifact.folder().resolve("model.onnx.data");
    byte[] bytes = Files.readAllBytes(data);
    bytes[bytes.length - 1] ^= 1;
    Files.write(data, bytes);
    try (Restored restored = artifact.restore(key, 2)) {
      throw new IllegalStateException("restored " + restored.tensors().size());
    } catch (ProtectionException e) {
      System.out.println(e.getMessage());
    }
  }

  private void dump(String name, boolean onlyLive) throws JMException {
    ManagementFactory.getPlatformMBeanServer()
        .invoke(
            new ObjectName("com.sun.management:type=HotSpotDiagnostic"),
            "dumpHeap",
            new Object[] {folder.resolve(name).toString(), onlyLive},
            new String[] {String.class.getName(), boolean.class.getName()});
    System.out.println(name);
  }
}
