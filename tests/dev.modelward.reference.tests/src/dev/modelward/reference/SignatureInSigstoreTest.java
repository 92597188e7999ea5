// SPDX-License-Identifier: EPL-2.0
package dev.modelward.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.modelward.runtime.artifact.Artifact;
import dev.modelward.runtime.artifact.Names;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * The bundle in model.sig is verified by Sigstore's own library for JavaScript, which npm fetches.
 * What it says of the files is no matter of that library: the script looks at it.
 */
@ReferenceTest
class SignatureInSigstoreTest {
  private static final String[] INSTALL = {
    "npm",
    "install",
    "--silent",
    "--no-fund",
    "--no-audit",
    "--ignore-scripts",
    "@sigstore/bundle@5.0.1",
    "@sigstore/verify@4.1.3"
  };
  private static final String SCRIPT =
      """
      const crypto = require("crypto");
      const fs = require("fs");
      const { bundleFromJSON } = require("@sigstore/bundle");
      const { Verifier, toSignedEntity } = require("@sigstore/verify");
      const sha256 = (bytes) => crypto.createHash("sha256").update(bytes).digest("hex");
      const [folder, file] = process.argv.slice(2);
      const pem = fs.readFileSync(file, "utf8");
      const bundle = bundleFromJSON(JSON.parse(fs.readFileSync(`${folder}/model.sig`, "utf8")));
      const publicKey = (hint) => {
        if (hint !== sha256(pem)) throw new Error("another key");
        return { publicKey: crypto.createPublicKey(pem), validFor: () => true };
      };
      const none = { certificateAuthorities: [], timestampAuthorities: [], tlogs: [], ctlogs: [] };
      const options = { tlogThreshold: 0, ctlogThreshold: 0, timestampThreshold: 0 };
      new Verifier({ ...none, publicKey }, options).verify(toSignedEntity(bundle));
      const said = JSON.parse(bundle.content.dsseEnvelope.payload).predicate.resources;
      const found = fs.readdirSync(folder).filter((name) => name !== "model.sig").sort();
      if (found.join() !== said.map((each) => each.name).join()) throw new Error("other files");
      for (const each of said) {
        if (each.digest !== sha256(fs.readFileSync(`${folder}/${each.name}`))) throw new Error(each.name);
      }
      console.log("holds");
      """;

  @Test
  void isAcceptedThereAndNoLongerOnceItIsChanged() throws Exception {
    Path folder = Shared.scratch("sigstore");
    try {
      SealedFashion sealed =
          SealedFashion.of(Shared.file("fashion-mnist/fashion-cnn.onnx"), folder);
      Program npm = Program.in(folder, INSTALL);
      assertEquals(0, npm.code(), npm.said());
      Files.writeString(folder.resolve("vendor.pem"), sealed.attestor().pem());
      Files.writeString(folder.resolve("verify.js"), SCRIPT);
      assertEquals(new Program(0, "holds\n"), verified(folder, sealed.artifact()));

      Path signature = sealed.artifact().folder().resolve(Names.SIGNATURE);
      String text = Files.readString(signature);
      int at = text.indexOf("\"sig\":\"") + 20;
      char other = text.charAt(at) == 'A' ? 'B' : 'A';
      Files.writeString(signature, text.substring(0, at) + other + text.substring(at + 1));
      refuses("signature verification failed", folder, sealed.artifact());
      Files.writeString(signature, text);
      Path rings = sealed.artifact().folder().resolve(Names.RINGS);
      Files.write(rings, "other".getBytes(StandardCharsets.US_ASCII));
      refuses(Names.RINGS, folder, sealed.artifact());
    } finally {
      Shared.delete(folder);
    }
  }

  private static Program verified(Path folder, Artifact artifact) throws Exception {
    return Program.in(
        folder, "node", "verify.js", artifact.folder().toAbsolutePath().toString(), "vendor.pem");
  }

  private static void refuses(String why, Path folder, Artifact artifact) throws Exception {
    Program node = verified(folder, artifact);
    assertNotEquals(0, node.code());
    assertTrue(node.said().contains(why), node.said());
  }
}
