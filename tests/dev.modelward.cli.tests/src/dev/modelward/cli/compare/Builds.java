// SPDX-License-Identifier: EPL-2.0
package dev.modelward.cli.compare;

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
import dev.modelward.protect.keys.SigningKey;
import dev.modelward.protect.provenance.AttestingKey;
import dev.modelward.protect.seal.Blueprint;
import dev.modelward.protect.seal.SealedLayer;
import dev.modelward.protect.seal.Sealer;
import dev.modelward.runtime.artifact.TierKey;
import dev.modelward.runtime.artifact.TierView;
import dev.modelward.runtime.artifact.Workers;
import dev.modelward.runtime.sign.VendorKey;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A vendor's folder with two builds of a model, in which other blocks are sealed. */
record Builds(Path folder) {
  static final String OLD = "0a".repeat(16);
  static final String NEW = "0b".repeat(16);

  static Builds in(Path folder) throws Exception {
    Builds builds = new Builds(folder);
    Call vendor = builds.keyed("keys", "create");
    assertEquals(0, vendor.code(), vendor.err());
    Files.writeString(folder.resolve("vendor.pub"), vendor.out());
    assertEquals(0, Call.of("keys", "identity", builds.file("customer")).code());
    String id = VendorKey.parse(vendor.out()).id();
    Map<String, String> old = Map.of("model", "cc", "importance.criterion", "fisher seed=1");
    Map<String, String> now = Map.of("model", "cc", "importance.criterion", "fisher seed=2");
    builds.seal(id, OLD, "old.protected", blueprint(old, "0.4", new long[] {0, 1}, new long[] {2}));
    builds.seal(id, NEW, "new.protected", blueprint(now, "0.5", new long[] {0}, new long[] {1}));
    return builds;
  }

  private static Blueprint blueprint(
      Map<String, String> provenance, String quality, long[]... rings) throws Exception {
    OnnxModel model = Network.of(1, 1, 8, 8).conv(16, 3, 1).flatten().dense(10).model();
    LayerBlocks first = Blocks.of(model).layers().getFirst();
    TierView.Measured measured = new TierView.Measured("top-1", quality);
    List<TierView> tiers =
        List.of(
            new TierView("public", List.of(measured), 27),
            new TierView("basic", List.of(), 9),
            new TierView("full", List.of(), 0));
    List<SealedLayer> layers = List.of(new SealedLayer(first, List.of(rings)));
    return new Blueprint(model, layers, Decoy.usual(), tiers, provenance);
  }

  private void seal(String signing, String artifact, String name, Blueprint blueprint)
      throws Exception {
    Protector protector = new Protector.KeyFile(folder.resolve("ring.key"));
    try (KeyRing ring = KeyRing.open(folder.resolve("ring"), protector);
        SigningKey signer = ring.signer(signing);
        AttestingKey attestor = AttestingKey.of(ring)) {
      ring.newMaster(artifact);
      try (TierKey top = ring.tierKey(artifact, 1, 2)) {
        new Sealer(signer, attestor, new Workers(1))
            .seal(blueprint, top, folder.resolve(name), Progress.NONE);
      }
    }
  }

  String file(String name) {
    return folder.resolve(name).toString();
  }

  /** Calls a verb that opens the ring. */
  Call keyed(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--keys", file("ring"), "--key-file", file("ring.key")));
    return Call.of(all.toArray(String[]::new));
  }

  /** Compares the builds. */
  Call diff(String... more) {
    List<String> all =
        new ArrayList<>(List.of("diff", file("old.protected"), file("new.protected")));
    all.addAll(List.of(more));
    return Call.of(all.toArray(String[]::new));
  }

  /** Grants the customer a tier of a build. */
  void grant(String build, String tier, String name) {
    Call call =
        keyed(
            "grant",
            file(build),
            "--tier",
            tier,
            "--to",
            file("customer.pub"),
            "--out",
            file(name));
    assertEquals(0, call.code(), call.err());
  }
}
