// SPDX-License-Identifier: EPL-2.0
package dev.modelward.runtime.sign;

import dev.modelward.runtime.ProtectionException;
import dev.modelward.runtime.ProtectionException.Foreign;
import dev.modelward.runtime.ProtectionException.Malformed;
import dev.modelward.runtime.ProtectionException.Tampered;
import dev.modelward.runtime.json.Json;
import dev.modelward.runtime.json.Members;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** A signed piece of canonical JSON: what it is called in messages, and the type of its payload. */
public record Envelope(String where, String type) {

  /** The text of an envelope around a payload. */
  public byte[] seal(Json payload, Signer signer) {
    byte[] body = payload.canonical();
    return text(body, signer.key(), signer.sign(encoding(body)));
  }

  private byte[] text(byte[] body, VendorKey key, byte[] signature) {
    Base64.Encoder base64 = Base64.getEncoder();
    Json one = Json.texts(Map.of("keyid", key.id(), "sig", base64.encodeToString(signature)));
    return Json.Fields.of(
            Map.of(
                "payload", new Json.Text(base64.encodeToString(body)),
                "payloadType", new Json.Text(type),
                "signatures", new Json.Many(List.of(one))))
        .canonical();
  }

  /** What somebody put into the envelope of this text, whose signature is not looked at. */
  public Json look(byte[] text) throws Malformed {
    Members members = Members.of(Json.parse(text, where), where);
    return Json.parse(members.base64("payload"), where);
  }

  /** What a vendor put into the envelope of this text. */
  public Json open(byte[] text, VendorKey vendor) throws ProtectionException {
    Members members = Members.of(Json.parse(text, where), where);
    byte[] body = members.base64("payload");
    if (!members.text("payloadType").equals(type)) {
      throw members.wrong("payloadType", type);
    }
    List<Members> signatures = members.objects("signatures");
    members.end();
    if (signatures.size() != 1) {
      throw members.wrong("signatures", "one signature");
    }
    String id = signatures.getFirst().text("keyid");
    byte[] signature = signatures.getFirst().base64("sig");
    if (!id.equals(vendor.id())) {
      throw new Foreign(where, "the vendor's key " + vendor.id(), "the key " + id);
    }
    if (!vendor.verifies(encoding(body), signature)
        || !Arrays.equals(text, text(body, vendor, signature))) {
      throw new Tampered(where);
    }
    return Json.parse(body, where);
  }

  /** The pre-authentication encoding of DSSE. */
  private byte[] encoding(byte[] body) {
    byte[] typeBytes = type.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream to = new ByteArrayOutputStream();
    to.writeBytes(("DSSEv1 " + typeBytes.length + " ").getBytes(StandardCharsets.US_ASCII));
    to.writeBytes(typeBytes);
    to.writeBytes((" " + body.length + " ").getBytes(StandardCharsets.US_ASCII));
    to.writeBytes(body);
    return to.toByteArray();
  }
}
