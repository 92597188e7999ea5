// SPDX-License-Identifier: EPL-2.0
package dev.modelward.cli.importance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.modelward.cli.Call;
import dev.modelward.cli.Json;
import dev.modelward.learn.build.Network;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareCommandTest {
  @TempDir Path folder = Path.of("");
  private Workplace place = new Workplace(folder);

  @BeforeEach
  void writeModelAndMaps() throws IOException {
    place = Workplace.in(folder);
    place.map("one", "random");
    place.map("other", "random", "--seed", "7");
  }

  private Call compare(String one, String other, String... more) {
    List<String> arguments =
        new ArrayList<>(List.of("compare", place.file(one), place.file(other)));
    arguments.addAll(List.of(more));
    return Call.of(arguments.toArray(String[]::new));
  }

  @Test
  void aMapAgreesWithItself() {
    Call call = compare("one", "one", "--share", "0.5");

    assertEquals(0, call.code(), call.err());
    List<String> lines = call.out().lines().toList();
    assertEquals(place.file("one") + ": random seed=0", lines.getFirst());
    assertEquals("Of the top 50 % of all blocks, 100.0 % are common to both.", lines.get(2));
    assertTrue(
        lines.get(3).matches("  Layer +Blocks +Rank correlation +Common in top 50 %"),
        lines.get(3));
    assertTrue(lines.get(4).matches(" +conv\\S+ +2 +1\\.000 +100\\.0 %"), lines.get(4));
    assertTrue(lines.get(5).matches(" +dense\\S+ +10 +1\\.000 +100\\.0 %"), lines.get(5));
  }

  @Test
  void layersFromWhichNothingIsChosenHaveNothingInCommon() {
    Call call = compare("one", "other");

    assertEquals(0, call.code(), call.err());
    assertTrue(call.out().lines().skip(4).allMatch(line -> line.endsWith(" -")), call.out());
  }

  @Test
  void tellsMachinesHowFarMapsAgree() {
    Call call = compare("one", "other", "--share", "0.3", "--json");

    assertEquals(0, call.code(), call.err());
    Map<?, ?> told = assertInstanceOf(Map.class, Json.parse(call.out()));
    assertEquals(
        List.of("schema", "version", "maps", "share", "overlap", "layers"),
        List.copyOf(told.keySet()));
    List<?> layers = assertInstanceOf(List.class, told.get("layers"));
    Map<?, ?> dense = assertInstanceOf(Map.class, layers.getLast());
    assertEquals(List.of("name", "blocks", "correlation", "overlap"), List.copyOf(dense.keySet()));
    double correlation = assertInstanceOf(Double.class, dense.get("correlation"));
    assertTrue(Math.abs(correlation) < 1, dense::toString);
  }

  @Test
  void saysThatMapsAreOfDifferentModels() throws IOException {
    Workplace.network(2).write(place.path("net.onnx"));
    place.map("another", "random");

    Call call = compare("one", "another");

    assertEquals(0, call.code(), call.err());
    assertTrue(
        call.out().contains("\nThe maps are of different models with the same layers.\n"),
        call.out());
  }

  @Test
  void refusesMapsOfDifferentBlocks() throws IOException {
    Network.of(1, 3).dense(4).model().write(place.path("net.onnx"));
    place.map("another", "random");

    assertEquals(
        new Call(
            3,
            "",
            "error: "
                + place.file("another")
                + ": Expected a map of the same blocks as "
                + place.file("one")
                + ", found other ones. Choose another file, or start anew without it.\n"),
        compare("one", "another"));
  }

  @Test
  void refusesWhatIsNoShare() {
    assertEquals(
        new Call(
            2,
            "",
            "error: modelward compare: expected a share from 0 to 1, found 1.5. Try 'modelward"
                + " compare --help'.\n"),
        compare("one", "other", "--share", "1.5"));
  }

  @Test
  void saysThatAFileIsMissing() {
    assertEquals(
        new Call(
            3,
            "",
            "error: "
                + place.file("none")
                + ": There is no such file. Check the name and the folder.\n"),
        compare("none", "other"));
  }
}
