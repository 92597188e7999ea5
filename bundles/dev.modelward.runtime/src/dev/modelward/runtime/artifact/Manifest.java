// SPDX-License-Identifier: EPL-2.0
package dev.modelward.runtime.artifact;

import dev.modelward.runtime.ProtectionException;
import dev.modelward.runtime.ProtectionException.Malformed;
import dev.modelward.runtime.json.Json;
import dev.modelward.runtime.json.Members;
import dev.modelward.runtime.secret.Parts;
import dev.modelward.runtime.sign.Envelope;
import dev.modelward.runtime.sign.Signer;
import dev.modelward.runtime.sign.VendorKey;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What a vendor says of an artifact: everything that is in it, and where it comes from. */
public record Manifest(
    String artifact,
    Files files,
    List<Tensor> tensors,
    List<Inside> inside,
    List<TierView> tiers,
    Map<String, String> provenance,
    Rings rings) {
  /** The number of the format. */
  public static final int FORMAT = 1;

  private static final Envelope ENVELOPE =
      new Envelope("the manifest", "application/vnd.modelward.manifest.v1+json");
  private static final int ID = 16;

  /** Keeps its own copies. */
  public Manifest {
    tensors = List.copyOf(tensors);
    inside = List.copyOf(inside);
    tiers = List.copyOf(tiers);
    provenance = Map.copyOf(provenance);
  }

  /**
   * The files of the public model: the model's digest, and how long the data is, whose tensors have
   * digests of their own; without large tensors there is none.
   */
  public record Files(FileDigest model, long data) {
    /** Whether there is a data file. */
    public boolean hasData() {
      return data > 0;
    }
  }

  /** What the manifest of this text says, which the vendor must have signed. */
  public static Manifest open(byte[] text, VendorKey vendor) throws ProtectionException {
    return read(ENVELOPE.open(text, vendor));
  }

  /** What the manifest of this text says, whoever wrote it: to be shown, and never relied on. */
  public static Manifest look(byte[] text) throws Malformed {
    return read(ENVELOPE.look(text));
  }

  private static Manifest read(Json payload) throws Malformed {
    Members members = Members.of(payload, "the manifest");
    members.whole("format", FORMAT, FORMAT);
    Manifest manifest =
        new Manifest(
            members.hex("artifact", ID),
            files(members),
            members.list("tensors", Tensor::read),
            members.list("inside", Inside::read),
            members.list("tiers", TierView::read),
            members.texts("provenance"),
            Rings.read(members.object("rings")));
    members.end();
    manifest.check(members);
    return manifest;
  }

  private static Files files(Members members) throws Malformed {
    Members model = members.object("model");
    FileDigest digest = FileDigest.read(model, Names.MODEL);
    model.end();
    Optional<Members> data = members.optional("data");
    if (data.isEmpty()) {
      return new Files(digest, 0);
    }
    if (!data.get().text("file").equals(Names.DATA)) {
      throw data.get().wrong("file", Names.DATA);
    }
    long size = data.get().whole("size", 1, Json.LIMIT - 1);
    data.get().end();
    return new Files(digest, size);
  }

  private void check(Members members) throws Malformed {
    if (tiers.isEmpty() || rings.streams().size() != tiers.size() - 1) {
      throw members.wrong("rings", "as many streams as tiers above the public one");
    }
    Set<String> names = new HashSet<>();
    inside.forEach(each -> names.add(each.name()));
    long end = 0;
    for (Tensor tensor : tensors) {
      if (tensor.offset() < end || !names.add(tensor.name())) {
        throw members.wrong("tensors", "other names and places than those before");
      }
      end = tensor.end();
    }
    if (names.size() != tensors.size() + inside.size() || end != files.data()) {
      throw members.wrong("tensors", "each name once, and places that fill the data");
    }
  }

  /** The number of the highest tier, which is that of rings. */
  public int highest() {
    return tiers.size() - 1;
  }

  /** The digest of everything but the rings, which stays when the artifact is re-keyed. */
  public byte[] core() {
    return Parts.sha256(payload().without("rings").canonical());
  }

  /** The same artifact with other rings. */
  public Manifest with(Rings others) {
    return new Manifest(artifact, files, tensors, inside, tiers, provenance, others);
  }

  /** The text of a signed manifest. */
  public byte[] seal(Signer signer) {
    return ENVELOPE.seal(payload(), signer);
  }

  private Json.Fields payload() {
    Map<String, Json> members = new TreeMap<>();
    members.put("format", new Json.Whole(FORMAT));
    members.put("artifact", new Json.Text(artifact));
    members.put("model", Json.Fields.of(files.model().members(Names.MODEL)));
    if (files.hasData()) {
      Json.Text name = new Json.Text(Names.DATA);
      members.put(
          "data", Json.Fields.of(Map.of("file", name, "size", new Json.Whole(files.data()))));
    }
    members.put("tensors", new Json.Many(tensors.stream().map(Tensor::json).toList()));
    members.put("inside", new Json.Many(inside.stream().map(Inside::json).toList()));
    members.put("tiers", new Json.Many(tiers.stream().map(TierView::json).toList()));
    members.put("provenance", Json.texts(provenance));
    members.put("rings", rings.json());
    return Json.Fields.of(members);
  }
}
