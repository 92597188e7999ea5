// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.seal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Somebody who has a vendor's PEM and the specification of OpenSSF model signing, and nothing of
 * ours; stricter than it asks for: every member must be the one that it names.
 */
record Stranger(String pem) {
  private static final String SIGNATURE = "model.sig";

  /** The files of a folder. */
  static Map<String, byte[]> files(Path folder) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    List<Path> all;
    try (Stream<Path> list = Files.list(folder)) {
      all = list.toList();
    }
    for (Path each : all) {
      files.put(each.getFileName().toString(), Files.readAllBytes(each));
    }
    return files;
  }

  static String sha256(byte[] bytes) throws GeneralSecurityException {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }

  /** Whether the files are those that the vendor vouched for in one of them. */
  boolean accepts(Map<String, byte[]> files) throws GeneralSecurityException {
    try {
      Object statement = statement(files.getOrDefault(SIGNATURE, new byte[0]));
      Object subject = PlainJson.only(PlainJson.at(statement, "subject"));
      String name = PlainJson.at(subject, "name").toString();
      return statement.equals(expected(name, files));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** What a signature says, once it is found to be the vendor's. */
  Object statement(byte[] signature) throws GeneralSecurityException {
    Object bundle = PlainJson.read(new String(signature, StandardCharsets.UTF_8));
    Object envelope = PlainJson.at(bundle, "dsseEnvelope");
    String payload = PlainJson.at(envelope, "payload").toString();
    Object one = PlainJson.only(PlainJson.at(envelope, "signatures"));
    String sig = PlainJson.at(one, "sig").toString();
    require(bundle.equals(bundle(payload, sig)));
    byte[] body = decoded(payload);
    Signature verifier = Signature.getInstance("SHA256withECDSA");
    verifier.initVerify(KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(der())));
    verifier.update(encoding(body));
    require(verifies(verifier, decoded(sig)));
    return PlainJson.read(new String(body, StandardCharsets.UTF_8));
  }

  private static boolean verifies(Signature verifier, byte[] signature) {
    try {
      return verifier.verify(signature);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private static void require(boolean holds) {
    if (!holds) {
      throw new IllegalArgumentException("no signature of this vendor");
    }
  }

  private byte[] der() {
    return Base64.getDecoder()
        .decode(pem.lines().filter(line -> !line.startsWith("-")).collect(Collectors.joining()));
  }

  /** Base64 in its one form. */
  private static byte[] decoded(String base64) {
    byte[] bytes = Base64.getDecoder().decode(base64);
    require(Base64.getEncoder().encodeToString(bytes).equals(base64));
    return bytes;
  }

  private Map<?, ?> bundle(String payload, String sig) throws GeneralSecurityException {
    String hint = sha256(pem.getBytes(StandardCharsets.US_ASCII));
    return Map.of(
        "mediaType",
        "application/vnd.dev.sigstore.bundle.v0.3+json",
        "verificationMaterial",
        Map.of("publicKey", Map.of("hint", hint), "tlogEntries", List.of()),
        "dsseEnvelope",
        Map.of(
            "payload",
            payload,
            "payloadType",
            "application/vnd.in-toto+json",
            "signatures",
            List.of(Map.of("keyid", "", "sig", sig))));
  }

  private static byte[] encoding(byte[] body) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    String head = "DSSEv1 28 application/vnd.in-toto+json " + body.length + " ";
    all.writeBytes(head.getBytes(StandardCharsets.US_ASCII));
    all.writeBytes(body);
    return all.toByteArray();
  }

  /** What must be said of these files. */
  private static Map<?, ?> expected(String name, Map<String, byte[]> files)
      throws GeneralSecurityException {
    MessageDigest root = MessageDigest.getInstance("SHA-256");
    List<Map<String, String>> resources = new ArrayList<>();
    for (Map.Entry<String, byte[]> file : new TreeMap<>(files).entrySet()) {
      if (!file.getKey().equals(SIGNATURE)) {
        String digest = sha256(file.getValue());
        root.update(HexFormat.of().parseHex(digest));
        resources.add(Map.of("name", file.getKey(), "algorithm", "sha256", "digest", digest));
      }
    }
    String all = HexFormat.of().formatHex(root.digest());
    Map<String, Object> method =
        Map.of(
            "method",
            "files",
            "hash_type",
            "sha256",
            "allow_symlinks",
            false,
            "ignore_paths",
            List.of(SIGNATURE));
    return Map.of(
        "_type",
        "https://in-toto.io/Statement/v1",
        "subject",
        List.of(Map.of("name", name, "digest", Map.of("sha256", all))),
        "predicateType",
        "https://model_signing/signature/v1.0",
        "predicate",
        Map.of("resources", resources, "serialization", method));
  }
}
