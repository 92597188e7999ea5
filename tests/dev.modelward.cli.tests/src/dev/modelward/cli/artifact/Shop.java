// SPDX-License-Identifier: EPL-2.0
package dev.modelward.cli.artifact;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.modelward.cli.Call;
import dev.modelward.learn.build.Network;
import dev.modelward.learn.progress.Progress;
import dev.modelward.onnx.OnnxModel;
import dev.modelward.protect.blocks.Blocks;
import dev.modelward.protect.blocks.LayerBlocks;
import dev.modelward.protect.decoy.Decoy;
import dev.modelward.protect.keys.KeyRing;
import dev.modelward.protect.keys.Protector;
import dev.modelward.protect.keys.Secret;
import dev.modelward.protect.keys.SigningKey;
import dev.modelward.protect.provenance.AttestingKey;
import dev.modelward.protect.seal.Blueprint;
import dev.modelward.protect.seal.SealedLayer;
import dev.modelward.protect.seal.Sealer;
import dev.modelward.runtime.artifact.TierKey;
import dev.modelward.runtime.artifact.TierView;
import dev.modelward.runtime.artifact.Workers;
import dev.modelward.runtime.sign.VendorKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A vendor's folder: keys, a customer's identity, and an artifact of three tiers. */
record Shop(Path folder) {
  static final String ARTIFACT = "0123456789abcdef0123456789abcdef";

  static Shop open(Path folder) throws Exception {
    Shop shop = new Shop(folder);
    Call vendor = shop.keyed("keys", "create");
    assertEquals(0, vendor.code(), vendor.err());
    Files.writeString(shop.path("vendor.pub"), vendor.out());
    assertEquals(0, Call.of("keys", "identity", shop.file("customer")).code());
    shop.seal(VendorKey.parse(vendor.out()));
    return shop;
  }

  static OnnxModel model() {
    return Network.of(1, 1, 8, 8).conv(16, 3, 1).relu().conv(16, 3, 1).flatten().dense(10).model();
  }

  private void seal(VendorKey vendor) throws Exception {
    try (KeyRing ring = ring();
        SigningKey signer = ring.signer(vendor.id());
        AttestingKey attestor = AttestingKey.of(ring)) {
      ring.newMaster(ARTIFACT);
      try (Secret master = ring.master(ARTIFACT, 1);
          TierKey top = TierKey.of(ARTIFACT, 2, master.bytes())) {
        new Sealer(signer, attestor, new Workers(2))
            .seal(blueprint(), top, path("net.protected"), Progress.NONE);
      }
    }
  }

  KeyRing ring() throws Exception {
    return KeyRing.open(path("ring"), new Protector.KeyFile(path("ring.key")));
  }

  private static Blueprint blueprint() throws IOException {
    OnnxModel model = model();
    List<SealedLayer> layers = new ArrayList<>();
    for (LayerBlocks blocks : Blocks.of(model).layers()) {
      layers.add(new SealedLayer(blocks, List.of(new long[] {0}, new long[] {2, 3})));
    }
    TierView.Measured measured = new TierView.Measured("top-1", "0.9908");
    List<TierView> tiers =
        List.of(
            new TierView("public", List.of(), 2_000),
            new TierView("basic", List.of(), 1_000),
            new TierView("full", List.of(measured), 0));
    return new Blueprint(model, layers, Decoy.usual(), tiers, Map.of("criterion", "fisher"));
  }

  Path path(String name) {
    return folder.resolve(name);
  }

  String file(String name) {
    return path(name).toString();
  }

  /** Calls a verb that opens the ring. */
  Call keyed(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--keys", file("ring"), "--key-file", file("ring.key")));
    return Call.of(all.toArray(String[]::new));
  }

  /** Makes a grant for the customer. */
  Call grant(String name, String tier, String... more) {
    List<String> all = new ArrayList<>(List.of("--to", file("customer.pub")));
    all.addAll(List.of(more));
    return grantTo(name, tier, all.toArray(String[]::new));
  }

  /** Makes a grant for somebody. */
  Call grantTo(String name, String tier, String... more) {
    List<String> all =
        new ArrayList<>(
            List.of("grant", file("net.protected"), "--tier", tier, "--out", file(name)));
    all.addAll(List.of(more));
    return keyed(all.toArray(String[]::new));
  }

  /** Unlocks the artifact with a grant. */
  Call unlock(String grant, String... more) {
    List<String> all =
        new ArrayList<>(
            List.of(
                "unlock",
                file("net.protected"),
                "--grant",
                file(grant),
                "--vendor",
                file("vendor.pub")));
    all.addAll(List.of(more));
    return Call.of(all.toArray(String[]::new));
  }

  /** Unlocks the artifact as the customer. */
  Call unlockAsCustomer(String grant, String... more) {
    List<String> all = new ArrayList<>(List.of("--identity", file("customer")));
    all.addAll(List.of(more));
    return unlock(grant, all.toArray(String[]::new));
  }

  /** Verifies the artifact. */
  Call verify(String... more) {
    List<String> all =
        new ArrayList<>(List.of("verify", file("net.protected"), "--vendor", file("vendor.pub")));
    all.addAll(List.of(more));
    return Call.of(all.toArray(String[]::new));
  }

  /** Changes a byte of a file of the artifact. */
  void damage(String name, int at) throws IOException {
    Path file = path("net.protected").resolve(name);
    byte[] bytes = Files.readAllBytes(file);
    bytes[at] ^= 1;
    Files.write(file, bytes);
  }

  List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(Path::getFileName).map(Path::toString).sorted().toList();
    }
  }
}
