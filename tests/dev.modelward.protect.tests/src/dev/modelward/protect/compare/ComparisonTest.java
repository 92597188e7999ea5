// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.modelward.runtime.ProtectionException;
import dev.modelward.runtime.artifact.Artifact;
import dev.modelward.runtime.artifact.Names;
import dev.modelward.runtime.artifact.TierKey;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparisonTest {
  @TempDir Path folder = Path.of("");

  private Build build(String name, Map<String, String> provenance, long[]... rings)
      throws Exception {
    return Build.of(folder.resolve(name), provenance, rings);
  }

  private static List<String> told(Movement movement) {
    return movement.moves().stream()
        .map(move -> move.from() + " to " + move.to() + ": " + move.blocks())
        .toList();
  }

  @Test
  void tellsWhichBlocksMovedFromWhichTierToWhich() throws Exception {
    Build before = build("a", Map.of(), new long[] {0, 1}, new long[] {2, 3, 4});
    Build after = build("b", Map.of(), new long[] {0, 2, 3}, new long[] {4, 5});

    Movement movement = Comparison.of(before.side(2), after.side(2)).movement();

    List<String> ofEach = List.of("public to full: 1", "basic to public: 1", "full to basic: 2");
    assertEquals(ofEach, told(movement).subList(0, 3));
    assertEquals(ofEach, told(movement).subList(3, 6));
    assertEquals(2, movement.moves().stream().map(Move::layer).distinct().count());
    assertEquals(8, movement.moved());
    assertEquals(12, movement.compared());
    assertEquals(0, movement.unsure());
    Move conv = movement.moves().getFirst();
    assertEquals(9, conv.weights());
  }

  @Test
  void saysOfClosedRingsOnlyWhatOpenOnesTell() throws Exception {
    Build before = build("a", Map.of(), new long[] {0, 1}, new long[] {2, 3});
    Build after = build("b", Map.of(), new long[] {0, 2}, new long[] {1, 4});

    Movement movement = Comparison.of(before.side(1), after.side(1)).movement();
    Movement half = Comparison.of(before.side(2), after.side(1)).movement();

    assertEquals(
        List.of("public or full to basic: 1", "basic to public or full: 1"),
        told(movement).subList(0, 2));
    assertEquals(6, movement.compared());
    assertEquals(0, movement.unsure());
    // where block 3 is now is in a closed ring or nowhere
    assertEquals(
        List.of("basic to public or full: 1", "full to basic: 1"), told(half).subList(0, 2));
    assertEquals(2, half.unsure());
  }

  @Test
  void tellsNothingOfBlocksWithoutKeys() throws Exception {
    Build before = build("a", Map.of(), new long[] {0}, new long[] {1});
    Build after = build("b", Map.of(), new long[] {1}, new long[] {0});
    Movement movement = Comparison.of(before.side(0), after.side(0)).movement();
    assertEquals(new Movement(List.of(), 0, 0, List.of()), movement);
    assertEquals(4, Comparison.of(before.side(2), after.side(0)).movement().unsure());
  }

  @Test
  void knowsGenerationsOfOneArtifact() throws Exception {
    Build first = build("a", Map.of(), new long[] {0}, new long[] {1});
    Side before = first.side(2);
    try (TierKey next = TierKey.random(first.top().artifact(), 2)) {
      Artifact rekeyed = Build.sealer().rekey(first.artifact(), first.top(), next);
      Comparison comparison = Comparison.of(before, new Build(rekeyed, next).side(2));
      assertEquals(Kinship.GENERATIONS, comparison.kinship());
      assertEquals(0, comparison.movement().moved());
      assertEquals(4, comparison.movement().compared());
      assertEquals(
          List.of(true, true, false), comparison.files().stream().map(FileChange::isSame).toList());
      assertEquals("generation 1, then 2", comparison.files().getLast().words());
    }
    assertEquals(Kinship.SAME, Comparison.of(before, before).kinship());
  }

  @Test
  void namesReasonsAsFarAsManifestsTell() throws Exception {
    Build before =
        build(
            "a",
            Map.of("importance.criterion", "fisher batch=16 seed=1", "plan", "ab", "model", "x"),
            new long[] {0});
    Build seeded =
        build(
            "b",
            Map.of("importance.criterion", "fisher batch=16 seed=2", "plan", "ab", "model", "x"),
            new long[] {0});
    Build other =
        build(
            "c",
            Map.of("importance.criterion", "magnitude", "plan", "cd", "model", "y", "mood", "good"),
            new long[] {0});

    Comparison bySeed = Comparison.of(before.side(0), seeded.side(0));
    Comparison byAll = Comparison.of(before.side(0), other.side(0));

    assertEquals(
        List.of(Reason.SEED), bySeed.differences().stream().map(Difference::reason).toList());
    assertEquals(Kinship.BUILDS, bySeed.kinship());
    assertEquals(
        List.of(Reason.MODEL, Reason.PLAN, Reason.CRITERION, Reason.OTHER),
        byAll.differences().stream().map(Difference::reason).toList());
    assertEquals(Kinship.MODELS, byAll.kinship());
  }

  @Test
  void refusesARingThatIsNotTheVendors() throws Exception {
    Build build = build("a", Map.of(), new long[] {0}, new long[] {1});
    Path rings = build.artifact().folder().resolve(Names.RINGS);
    byte[] bytes = Files.readAllBytes(rings);
    bytes[bytes.length - 1] ^= 1;
    Files.write(rings, bytes);
    assertThrows(ProtectionException.Tampered.class, () -> build.side(2));
  }

  @Test
  void forgetsWhereBlocksAreWhenItIsClosed() throws Exception {
    Build build = build("a", Map.of(), new long[] {1}, new long[] {2});
    Side side = build.side(2);
    RingPart part = side.locations().in(0).getFirst();
    assertTrue(part.holds(1));
    side.locations().close();
    assertFalse(part.holds(1));
    assertEquals("locations in rings up to 2", side.locations().toString());
  }
}
