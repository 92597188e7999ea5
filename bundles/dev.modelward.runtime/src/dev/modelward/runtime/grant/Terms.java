// SPDX-License-Identifier: EPL-2.0
package dev.modelward.runtime.grant;

import dev.modelward.runtime.ProtectionException.Malformed;
import dev.modelward.runtime.artifact.Tree;
import dev.modelward.runtime.json.Json;
import dev.modelward.runtime.json.Members;
import dev.modelward.runtime.secret.Parts;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a grant says in the clear: its id, what it opens, for whom in the vendor's words, when, and
 * whether only with certain facts of a device.
 */
public record Terms(String id, Subject subject, String recipient, Term term, boolean device) {
  private static final byte[] LABEL =
      "modelward.dev/grant/v1\0".getBytes(StandardCharsets.US_ASCII);
  private static final int FORMAT = 1;
  private static final int ID = 16;

  /** Terms under an id that no grant had before. */
  public static Terms of(Subject subject, String recipient, Term term, boolean device) {
    byte[] id = new byte[ID];
    new SecureRandom().nextBytes(id);
    return new Terms(HexFormat.of().formatHex(id), subject, recipient, term, device);
  }

  static Terms read(Members members) throws Malformed {
    members.whole("format", FORMAT, FORMAT);
    return new Terms(
        members.hex("grant", ID),
        Subject.read(members),
        members.text("recipient"),
        Term.read(members),
        members.flag("device"));
  }

  Map<String, Json> members() {
    Map<String, Json> members = new TreeMap<>();
    members.put("format", new Json.Whole(FORMAT));
    members.put("grant", new Json.Text(id));
    members.put("recipient", new Json.Text(recipient));
    members.put("device", new Json.Flag(device));
    subject.addTo(members);
    term.addTo(members);
    return members;
  }

  /** What the key is bound to: these terms, and the facts of a device where they need any. */
  byte[] binding(Map<String, String> facts) {
    byte[] ofFacts = device ? Parts.sha256(Json.texts(facts).canonical()) : new byte[Tree.DIGEST];
    return Parts.join(LABEL, Parts.sha256(Json.Fields.of(members()).canonical()), ofFacts);
  }
}
