// SPDX-License-Identifier: EPL-2.0
package dev.modelward.runtime.grant;

import dev.modelward.runtime.ProtectionException;
import dev.modelward.runtime.artifact.Artifact;
import dev.modelward.runtime.artifact.TierKey;
import dev.modelward.runtime.json.Json;
import dev.modelward.runtime.json.Members;
import dev.modelward.runtime.sign.Envelope;
import dev.modelward.runtime.sign.Signer;
import dev.modelward.runtime.sign.VendorKey;
import dev.modelward.runtime.wrap.Opener;
import dev.modelward.runtime.wrap.Wrap;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;

/** The key of one tier, wrapped for one recipient, under terms that the vendor signs. */
public record Grant(Terms terms, Wrap wrap) {
  private static final Envelope ENVELOPE =
      new Envelope("the grant", "application/vnd.modelward.grant.v1+json");

  /** How a key is wrapped: for a recipient, or under a passphrase. */
  public interface Wrapping {
    /** A wrapped secret that opens with this binding only. */
    Wrap wrap(byte[] secret, byte[] binding) throws ProtectionException;
  }

  /** A grant of a key, which opens with these facts of a device if its terms need any. */
  public static Grant of(Terms terms, TierKey key, Map<String, String> facts, Wrapping wrapping)
      throws ProtectionException {
    if (key.tier() != terms.subject().tier()
        || !key.artifact().equals(terms.subject().artifact())) {
      throw new IllegalArgumentException("expected the key of %s".formatted(terms.subject()));
    }
    byte[] secret = key.bytes();
    try {
      return new Grant(terms, wrapping.wrap(secret, terms.binding(facts)));
    } finally {
      Arrays.fill(secret, (byte) 0);
    }
  }

  /** The grant in a text, which the vendor must have signed. */
  public static Grant read(byte[] text, VendorKey vendor) throws ProtectionException {
    Members members = Members.of(ENVELOPE.open(text, vendor), "the grant");
    Grant grant = new Grant(Terms.read(members), Wrap.read(members.object("wrap")));
    members.end();
    return grant;
  }

  /** The text of a signed grant. */
  public byte[] seal(Signer signer) {
    Map<String, Json> members = terms.members();
    members.put("wrap", wrap.json());
    return ENVELOPE.seal(Json.Fields.of(members), signer);
  }

  /**
   * The key of the granted tier of an artifact, by what opens it, on a device of certain facts, at
   * a time.
   */
  public TierKey open(Artifact artifact, Opener opener, Map<String, String> facts, Instant now)
      throws ProtectionException {
    terms.subject().check(artifact);
    terms.term().check(now);
    byte[] secret = opener.open(wrap, terms.binding(facts));
    try {
      return TierKey.of(terms.subject().artifact(), terms.subject().tier(), secret);
    } finally {
      Arrays.fill(secret, (byte) 0);
    }
  }
}
