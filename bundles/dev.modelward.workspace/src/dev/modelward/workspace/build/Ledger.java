// SPDX-License-Identifier: EPL-2.0
package dev.modelward.workspace.build;

import dev.modelward.onnx.bytes.Bytes;
import dev.modelward.onnx.bytes.WholeFile;
import dev.modelward.runtime.ProtectionException.Malformed;
import dev.modelward.runtime.json.Json;
import dev.modelward.runtime.json.Members;
import dev.modelward.workspace.Stamp;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** How the plans of a project were built last, in a file; what cannot be read is as if new. */
final class Ledger {
  private static final long FORMAT = 1;
  private static final long MOST = Json.LIMIT - 1;

  private final Path file;
  private final SortedMap<String, Entry> entries;

  private Ledger(Path file, SortedMap<String, Entry> entries) {
    this.file = file;
    this.entries = entries;
  }

  static Ledger read(Path file) {
    try {
      Members all =
          Members.of(Json.parse(Files.readAllBytes(file), file.toString()), file.toString());
      all.whole("format", FORMAT, FORMAT);
      SortedMap<String, Entry> entries = new TreeMap<>();
      for (Members plan : all.objects("plans")) {
        entries.put(plan.text("plan"), entry(plan));
      }
      return new Ledger(file, entries);
    } catch (IOException | Malformed | IllegalArgumentException e) {
      // whoever remembers nothing builds all
      return new Ledger(file, new TreeMap<>());
    }
  }

  private static Entry entry(Members plan) throws Malformed {
    Entry.Outcome outcome = Entry.Outcome.valueOf(plan.text("outcome"));
    SortedMap<String, Input> inputs = new TreeMap<>();
    for (Members each : plan.objects("inputs")) {
      inputs.put(each.text("name"), new Input(stamp(each), each.text("digest")));
    }
    SortedMap<String, Stamp> artifact = new TreeMap<>();
    for (Members each : plan.objects("artifact")) {
      artifact.put(each.text("name"), stamp(each));
    }
    return new Entry(outcome, new Inputs(inputs), artifact);
  }

  private static Stamp stamp(Members of) throws Malformed {
    return new Stamp(of.whole("size", -1, MOST), of.whole("modified", -MOST, MOST));
  }

  Optional<Entry> of(String plan) {
    return Optional.ofNullable(entries.get(plan));
  }

  /** Remembers how a plan was built. */
  void put(String plan, Entry entry) throws IOException {
    if (!of(plan).equals(Optional.of(entry))) {
      entries.put(plan, entry);
      write();
    }
  }

  /** Forgets how a plan was built. */
  void forget(String plan) throws IOException {
    if (entries.keySet().remove(plan)) {
      write();
    }
  }

  /** Forgets the plans that are not there any more. */
  void keep(Set<String> plans) throws IOException {
    if (entries.keySet().retainAll(plans)) {
      write();
    }
  }

  private void write() throws IOException {
    List<Json> plans = new ArrayList<>();
    entries.forEach((plan, entry) -> plans.add(json(plan, entry)));
    byte[] text =
        Json.Fields.of(Map.of("format", new Json.Whole(FORMAT), "plans", new Json.Many(plans)))
            .canonical();
    WholeFile.write(file, Bytes.wrap(ByteBuffer.wrap(text))::writeTo);
  }

  private static Json json(String plan, Entry entry) {
    List<Json> inputs = new ArrayList<>();
    entry
        .inputs()
        .all()
        .forEach((name, input) -> {
          SortedMap<String, Json> each = json(name, input.stamp());
          each.put("digest", new Json.Text(input.digest()));
          inputs.add(new Json.Fields(each));
        });
    List<Json> artifact = new ArrayList<>();
    entry.artifact().forEach((name, stamp) -> artifact.add(new Json.Fields(json(name, stamp))));
    return Json.Fields.of(
        Map.of(
            "plan", new Json.Text(plan),
            "outcome", new Json.Text(entry.outcome().name()),
            "inputs", new Json.Many(inputs),
            "artifact", new Json.Many(artifact)));
  }

  private static SortedMap<String, Json> json(String name, Stamp stamp) {
    SortedMap<String, Json> members = new TreeMap<>();
    members.put("name", new Json.Text(name));
    members.put("size", new Json.Whole(stamp.size()));
    members.put("modified", new Json.Whole(stamp.modified()));
    return members;
  }
}
