// SPDX-License-Identifier: EPL-2.0
package dev.modelward.cli.protection;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.modelward.cli.Call;
import dev.modelward.learn.build.Network;
import dev.modelward.runtime.artifact.Artifact;
import dev.modelward.runtime.artifact.TierKey;
import dev.modelward.runtime.grant.Grant;
import dev.modelward.runtime.sign.VendorKey;
import dev.modelward.runtime.wrap.Identity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A vendor's folder with a small model, data, keys and a plan of three tiers. */
record Workshop(Path folder) {

  static Workshop in(Path folder) throws IOException {
    Workshop shop = new Workshop(folder);
    Network.of(1, 1, 28, 28)
        .conv(2, 3, 4)
        .relu()
        .flatten()
        .dense(10)
        .model()
        .write(shop.path("net.onnx"));
    shop.write("signs.data", "kind: glyphs\nseed: 1\ncount: 60\nscale: 255\n");
    Call vendor = shop.keyed("keys", "create");
    assertEquals(0, vendor.code(), vendor.err());
    shop.write("vendor.pub", vendor.out());
    for (String name : List.of("ann", "bob")) {
      assertEquals(0, Call.of("keys", "identity", shop.path(name).toString()).code());
    }
    return shop;
  }

  /** Writes a plan with more sections. */
  void plan(String... more) throws IOException {
    write(
        "net.ward",
        """
        model: net.onnx
        data: {measure: signs.data}
        criterion: {name: magnitude}
        seeds: 1
        tiers: [{name: public, share: 50 %}, {name: basic, share: 20 %}, {name: full}]
        """
            + String.join("\n", more)
            + "\n");
  }

  void write(String name, String text) throws IOException {
    Files.writeString(path(name), text);
  }

  Path path(String name) {
    return folder.resolve(name);
  }

  /** Calls a verb that opens the ring. */
  Call keyed(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--keys", path("ring").toString()));
    all.addAll(List.of("--key-file", path("ring.key").toString()));
    return Call.of(all.toArray(String[]::new));
  }

  Call protect(String... more) {
    List<String> all = new ArrayList<>(List.of("protect", path("net.ward").toString()));
    all.addAll(List.of(more));
    return keyed(all.toArray(String[]::new));
  }

  Artifact artifact() throws Exception {
    return Artifact.open(path("net.protected"), vendor());
  }

  private VendorKey vendor() throws Exception {
    return VendorKey.parse(Files.readString(path("vendor.pub")));
  }

  Grant grant(String name) throws Exception {
    return Grant.read(Files.readAllBytes(path(name)), vendor());
  }

  /** The tier that somebody opens with a grant at a time. */
  int opened(String grant, String identity, Instant now) throws Exception {
    try (Identity opener = Identity.read(Files.readAllBytes(path(identity)));
        TierKey key = grant(grant).open(artifact(), opener, Map.of(), now)) {
      artifact().restore(key, 1).close();
      return key.tier();
    }
  }

  List<String> names(String place) throws IOException {
    try (Stream<Path> files = Files.list(path(place))) {
      return files.map(Path::getFileName).map(Path::toString).sorted().toList();
    }
  }
}
