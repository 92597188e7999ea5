// SPDX-License-Identifier: EPL-2.0
package dev.modelward.runtime.artifact;

import dev.modelward.runtime.ProtectionException.Malformed;
import dev.modelward.runtime.json.Json;
import dev.modelward.runtime.json.Members;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The file of sealed rings: how often it was made anew, its digest, and where each ring is. */
public record Rings(int generation, FileDigest file, List<Extent> streams) {

  /** Keeps its own copy. */
  public Rings {
    streams = List.copyOf(streams);
  }

  /** Where some bytes of a file are. */
  public record Extent(long offset, long length) {}

  static Rings read(Members members) throws Malformed {
    FileDigest file = FileDigest.read(members, Names.RINGS);
    int generation = (int) members.whole("generation", 1, Integer.MAX_VALUE);
    List<Extent> streams = new ArrayList<>();
    long end = 0;
    for (Members each : members.objects("streams")) {
      long length = each.whole("length", 1, file.size());
      streams.add(new Extent(each.whole("offset", end, end), length));
      each.end();
      end += length;
    }
    if (end != file.size()) {
      throw members.wrong("streams", "streams of %d bytes in all".formatted(file.size()));
    }
    members.end();
    return new Rings(generation, file, streams);
  }

  Json json() {
    Map<String, Json> members = new TreeMap<>(file.members(Names.RINGS));
    members.put("generation", new Json.Whole(generation));
    List<Json> extents =
        streams.stream()
            .<Json>map(each ->
                Json.Fields.of(
                    Map.of(
                        "length", new Json.Whole(each.length()),
                        "offset", new Json.Whole(each.offset()))))
            .toList();
    members.put("streams", new Json.Many(extents));
    return Json.Fields.of(members);
  }
}
