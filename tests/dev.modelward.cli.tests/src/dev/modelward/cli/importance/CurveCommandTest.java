// SPDX-License-Identifier: EPL-2.0
package dev.modelward.cli.importance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.modelward.cli.Call;
import dev.modelward.cli.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CurveCommandTest {
  private static final String HELP = " Try 'modelward curve --help'.\n";

  @TempDir Path folder = Path.of("");
  private Workplace place = new Workplace(folder);

  @BeforeEach
  void writeModelCardAndMaps() throws IOException {
    place = Workplace.in(folder);
    place.map("by-size", "magnitude");
    place.map("by-chance", "random");
  }

  private Call curve(String... more) {
    List<String> arguments =
        new ArrayList<>(List.of("curve", place.file("net.onnx"), place.file("by-size")));
    arguments.addAll(List.of("--data", place.file("signs.data")));
    arguments.addAll(List.of(more));
    return Call.of(arguments.toArray(String[]::new));
  }

  private static List<List<String>> rows(Call call) {
    assertEquals(0, call.code(), call.err());
    return call.out()
        .lines()
        .skip(2)
        .map(line -> Arrays.asList(line.strip().split("  +")))
        .toList();
  }

  @Test
  void beginsWithThePlainFigure() {
    Call call = curve("--share", "0.5");
    String top =
        Call.of("evaluate", place.file("net.onnx"), "--data", place.file("signs.data"), "-q")
            .out()
            .lines()
            .toList()
            .get(1)
            .strip()
            .split("  +")[1];

    List<String> lines = call.out().lines().toList();
    assertEquals("net.onnx without decoys: top-1 " + top, lines.getFirst());
    assertEquals("With decoys in the first blocks, mean of 5 seeds:", lines.get(1));
  }

  @Test
  void hasARowForEachMapAndShare() {
    List<List<String>> rows =
        rows(curve(place.file("by-chance"), "--share", "0,0.02", "--share=1", "--seeds", "2"));

    assertEquals(
        List.of(
            "Map",
            "Criterion",
            "Asked",
            "Of layers",
            "Of all",
            "Blocks",
            "Mean",
            "95 % from",
            "to",
            "Spread"),
        rows.getFirst());
    assertEquals(
        List.of("by-size", "by-size", "by-size", "by-chance", "by-chance", "by-chance"),
        rows.stream().skip(1).map(List::getFirst).toList());
    assertEquals(List.of("magnitude", "0 %", "0 %", "0 %", "0"), rows.get(1).subList(1, 6));
    assertEquals("none", rows.get(1).getLast());
    assertEquals(List.of("magnitude", "2 %", "1.8 %", "1.79 %", "2"), rows.get(2).subList(1, 6));
    assertTrue(rows.get(2).getLast().matches("100 % in conv\\S*, 1 layer"), rows.get(2)::toString);
    assertEquals(List.of("random", "100 %", "100 %", "99 %", "12"), rows.get(6).subList(1, 6));
    assertTrue(rows.get(6).getLast().matches("98 % in \\S+, 2 layers"), rows.get(6)::toString);
  }

  @Test
  void aSingleSeedHasNoInterval() {
    List<String> row = rows(curve("--share", "0.02", "--seeds", "1")).get(1);
    assertEquals(List.of("-", "-"), row.subList(7, 9));
  }

  @Test
  void ranksEachLayerByItselfOrCapsWhatOneGives() {
    List<String> each = rows(curve("--share", "0.5", "--per-layer")).get(1);
    assertEquals("6", each.get(5));
    assertTrue(each.getLast().endsWith(", 2 layers"), each::toString);
    List<String> capped = rows(curve("--share", "0.02", "--cap", "0.5")).get(1);
    assertEquals("1", capped.get(5));
  }

  @Test
  void tellsMachinesAllPoints() {
    Call call = curve("--json", "-q", "--share", "0.02,0.5", "--metric", "cross-entropy");

    assertEquals(0, call.code(), call.err());
    assertEquals("", call.err());
    Map<?, ?> told = assertInstanceOf(Map.class, Json.parse(call.out()));
    assertEquals(
        List.of("schema", "version", "model", "data", "metric", "plain", "curves"),
        List.copyOf(told.keySet()));
    assertEquals("cross-entropy", told.get("metric"));
    Map<?, ?> curve =
        assertInstanceOf(Map.class, assertInstanceOf(List.class, told.get("curves")).getFirst());
    assertEquals(
        List.of("map", "criterion", "ranking", "cap", "points"), List.copyOf(curve.keySet()));
    List<?> points = assertInstanceOf(List.class, curve.get("points"));
    Map<?, ?> point = assertInstanceOf(Map.class, points.getFirst());
    assertEquals(
        List.of(
            "asked",
            "share",
            "shareOfAll",
            "blocks",
            "weights",
            "mean",
            "low",
            "high",
            "values",
            "layers",
            "largestLayer",
            "largest"),
        List.copyOf(point.keySet()));
    assertEquals(5, assertInstanceOf(List.class, point.get("values")).size());
    assertEquals(2, points.size());
  }

  @Test
  void writesATable() throws IOException {
    String table = place.file("points.csv");

    Call call = curve("--share", "0,0.02", "--seeds", "1", "--csv", table);

    assertEquals(0, call.code(), call.err());
    List<String> lines = Files.readString(Path.of(table)).lines().toList();
    assertEquals(
        "map,criterion,ranking,cap,metric,plain,asked,share,share_of_all,blocks,weights,seeds,mean,"
            + "low,high,layers,largest_layer,largest",
        lines.getFirst());
    assertTrue(
        lines.get(1).startsWith(place.file("by-size") + ",magnitude,global,1.0,top-1,"),
        lines.get(1));
    assertTrue(lines.get(1).endsWith(",,,0,,0.0"), lines.get(1));
    assertEquals(3, lines.size());
    assertEquals(2, curve("--csv", table).code());
    assertEquals(0, curve("--share=0", "--force", "--csv", table).code());
    assertEquals(2, Files.readString(Path.of(table)).lines().count());
  }

  @Test
  void refusesTheMapOfAnotherModelWithTheSameLayers() throws IOException {
    Workplace.network(2).write(place.path("net.onnx"));

    assertEquals(
        new Call(
            3,
            "",
            "error: "
                + place.file("by-size")
                + ": Expected an importance map of net.onnx, found one of another model. Choose"
                + " another file, or start anew without it.\n"),
        curve());
  }

  @Test
  void saysThatAFileIsNoMap() throws IOException {
    place.write("by-size", "no map");
    assertEquals(
        new Call(
            3,
            "",
            "error: "
                + place.file("by-size")
                + ": This is no importance map, or a damaged one. Check the name, or make it with"
                + " 'modelward analyze'.\n"),
        curve());
    Files.copy(place.path("net.onnx"), place.path("model"));
    Call call =
        Call.of(
            "curve",
            place.file("net.onnx"),
            place.file("model"),
            "--data",
            place.file("signs.data"));
    assertEquals(3, call.code());
    assertTrue(
        call.err().contains("Expected an importance map of format 1, found none."), call.err());
  }

  @ParameterizedTest
  @CsvSource({
    "--share 2, 'expected a share from 0 to 1, found 2.0.'",
    "--seeds 0, 'expected at least 1 seed, found 0.'",
    "--cap 0, 'expected a part above 0 and up to 1, found 0.0.'",
    "--per-layer --cap 0.5, '--cap and --per-layer do not go together: each layer gives the same"
        + " part of itself.'",
    "--metric luck, There is no metric 'luck'.",
    "--limit 0, 'expected a limit of at least 1, found 0.'",
    "--threads 0, 'expected at least 1 thread, found 0.'"
  })
  void refusesWhatCannotBe(String options, String what) {
    assertEquals(
        new Call(2, "", "error: modelward curve: " + what + HELP), curve(options.split(" ")));
  }
}
