// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.provenance;

import dev.modelward.runtime.artifact.Names;
import dev.modelward.runtime.artifact.Tree;
import dev.modelward.runtime.json.Json;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is vouched for: the name of a folder, which is only told, and the SHA-256 of each file in it
 * but the one that the statement will be in.
 */
public record Statement(String folder, SortedMap<String, String> digests) {
  private static final String PAYLOAD = "application/vnd.in-toto+json";
  private static final String BUNDLE = "application/vnd.dev.sigstore.bundle.v0.3+json";
  private static final String SHA256 = "sha256";

  /** Keeps its own copy. */
  public Statement {
    // a name of a file system may have half of a character, and text may not
    folder = new String(folder.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    digests = Collections.unmodifiableSortedMap(new TreeMap<>(digests));
  }

  /** The text of a file in which somebody vouches for this: a Sigstore bundle. */
  public byte[] seal(Attestor attestor) {
    byte[] body = statement().canonical();
    Base64.Encoder base64 = Base64.getEncoder();
    String signature = base64.encodeToString(attestor.sign(encoding(body)));
    Json envelope =
        fields(
            Map.of(
                "payload", new Json.Text(base64.encodeToString(body)),
                "payloadType", new Json.Text(PAYLOAD),
                "signatures", many(Json.texts(Map.of("keyid", "", "sig", signature)))));
    Json material =
        fields(
            Map.of(
                "publicKey", Json.texts(Map.of("hint", attestor.key().hint())),
                "tlogEntries", many()));
    return fields(
            Map.of(
                "mediaType", new Json.Text(BUNDLE),
                "verificationMaterial", material,
                "dsseEnvelope", envelope))
        .canonical();
  }

  private Json statement() {
    Json subject =
        fields(Map.of("name", new Json.Text(folder), "digest", Json.texts(Map.of(SHA256, root()))));
    return fields(
        Map.of(
            "_type",
            new Json.Text("https://in-toto.io/Statement/v1"),
            "subject",
            many(subject),
            "predicateType",
            new Json.Text("https://model_signing/signature/v1.0"),
            "predicate",
            fields(Map.of("resources", resources(), "serialization", method()))));
  }

  /** One digest for all: that of the digests, one behind the other. */
  private String root() {
    MessageDigest root = Tree.sha256();
    digests.values().forEach(digest -> root.update(HexFormat.of().parseHex(digest)));
    return HexFormat.of().formatHex(root.digest());
  }

  private Json resources() {
    List<Json> all = new ArrayList<>();
    digests.forEach((name, digest) ->
        all.add(Json.texts(Map.of("name", name, "algorithm", SHA256, "digest", digest))));
    return new Json.Many(all);
  }

  private static Json method() {
    return fields(
        Map.of(
            "method", new Json.Text("files"),
            "hash_type", new Json.Text(SHA256),
            "allow_symlinks", new Json.Flag(false),
            "ignore_paths", many(new Json.Text(Names.SIGNATURE))));
  }

  /** The pre-authentication encoding of DSSE. */
  private static byte[] encoding(byte[] body) {
    ByteArrayOutputStream to = new ByteArrayOutputStream();
    String head = "DSSEv1 %d %s %d ".formatted(PAYLOAD.length(), PAYLOAD, body.length);
    to.writeBytes(head.getBytes(StandardCharsets.US_ASCII));
    to.writeBytes(body);
    return to.toByteArray();
  }

  private static Json fields(Map<String, Json> members) {
    return Json.Fields.of(members);
  }

  private static Json many(Json... values) {
    return new Json.Many(List.of(values));
  }
}
