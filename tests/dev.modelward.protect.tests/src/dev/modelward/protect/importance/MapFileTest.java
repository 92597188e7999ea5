// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.importance;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.modelward.onnx.OnnxModel;
import dev.modelward.onnx.graph.Finding;
import dev.modelward.onnx.tensor.Tensor;
import dev.modelward.protect.blocks.BlockKind;
import dev.modelward.protect.blocks.Tiling;
import dev.modelward.testkit.Models;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A map is read back as it was written, and from a damaged file as far as it goes. */
class MapFileTest {
  private static final String ODD = "\u00e4 \ud83d\ude00 \"x\"\n/0/name\t=";

  @TempDir Path folder = Path.of("");

  static ImportanceMap map() {
    ScoredLayer kernels =
        new ScoredLayer(
            ODD,
            "Conv",
            "",
            BlockKind.KERNEL_SLICE,
            new Tiling(List.of(3L, 2L, 3L, 3L), List.of(1L, 1L, 3L, 3L)),
            Scores.of(1.5, -2, 0, -0f, Double.POSITIVE_INFINITY, Float.MIN_VALUE));
    ScoredLayer heads =
        new ScoredLayer(
            "",
            "MatMul",
            ODD,
            BlockKind.HEAD,
            new Tiling(List.of(4L, 6L), List.of(4L, 3L)),
            Scores.of(1e30, 1e-30));
    return Charts.with(
        Charts.of(kernels, heads),
        new Finding(Finding.Severity.WARNING, ODD, ""),
        new Finding(Finding.Severity.NOTE, "", ODD));
  }

  private ImportanceMap back(ImportanceMap map) throws IOException, MapException {
    Path file = folder.resolve("map.onnx");
    map.write(file);
    return ImportanceMap.open(file);
  }

  @Test
  void aMapIsReadBackAsItIs() throws IOException, MapException {
    ImportanceMap map = map();
    assertEquals(map, back(map));
    assertTrue(map.agreesWith(back(map)));
    assertEquals(Charts.of(), back(Charts.of()));
  }

  static List<Criterion> criteria() {
    return CriterionTextTest.criteria();
  }

  @ParameterizedTest
  @MethodSource("criteria")
  void whereAMapComesFromIsReadBackAsItIs(Criterion criterion) throws IOException, MapException {
    ImportanceMap map = map();
    for (Provenance.Truth truth : Provenance.Truth.values()) {
      Provenance any = Charts.provenance(criterion);
      Provenance given =
          new Provenance(
              criterion,
              any.model(),
              ODD,
              truth,
              "",
              any.date(),
              new Provenance.Cost(Long.MAX_VALUE, 1, Math.PI));
      ImportanceMap with = new ImportanceMap(map.layers(), Long.MAX_VALUE, given, map.findings());
      assertEquals(with, back(with));
    }
  }

  @Test
  void everyKindOfBlockIsReadBackAsItIs() throws IOException, MapException {
    for (BlockKind kind : BlockKind.values()) {
      Tiling tiling = new Tiling(List.of(2L), List.of(2L));
      ImportanceMap map = Charts.of(new ScoredLayer("a", "b", "c", kind, tiling, Scores.of(1)));
      assertEquals(map, back(map));
    }
  }

  @Test
  void anotherOnnxFileIsRefused() throws IOException {
    Path file = folder.resolve("model.onnx");
    Models.twoLayerMlp().write(file);
    MapException refusal = assertThrows(MapException.class, () -> ImportanceMap.open(file));
    assertEquals("none", refusal.found());
    OnnxModel.open(file).withMetadata("modelward.importance", "2").write(file);
    refusal = assertThrows(MapException.class, () -> ImportanceMap.open(file));
    assertEquals("2", refusal.found());
    assertTrue(refusal.getMessage().contains("model.onnx"), refusal.getMessage());
  }

  @Test
  void aFileThatIsNoneIsRefused() throws IOException {
    Path file = folder.resolve("text");
    Files.writeString(file, "no map");
    assertThrows(IOException.class, () -> ImportanceMap.open(file));
    assertThrows(IOException.class, () -> ImportanceMap.open(folder.resolve("missing")));
  }

  /** The map in a file of these bytes, with all that is asked of maps asked of it, if it is one. */
  private Optional<ImportanceMap> outcome(byte[] bytes) throws IOException {
    Path file = Files.createTempFile(folder, "damaged", ".onnx");
    Files.write(file, bytes);
    try {
      ImportanceMap map = ImportanceMap.open(file);
      for (double share : new double[] {0, .5, 1}) {
        Ranking.global().capped(.5).choose(map, share).spread();
        Ranking.perLayer().choose(map, share).shareOfAll();
      }
      new Comparison(map, map).byLayer();
      return Optional.of(map);
    } catch (IOException | MapException refusal) {
      assertFalse(refusal.getMessage().isEmpty());
      return Optional.empty();
    } finally {
      Files.delete(file);
    }
  }

  private byte[] written(ImportanceMap map) throws IOException {
    Path file = folder.resolve("whole.onnx");
    map.write(file);
    return Files.readAllBytes(file);
  }

  @Test
  void aFileCutOffAtAnyByteIsReadOrRefused() throws IOException {
    byte[] whole = written(map());
    assertTrue(outcome(whole).isPresent());
    for (int size = 0; size < whole.length; size++) {
      assertTrue(outcome(Arrays.copyOf(whole, size)).isEmpty());
    }
  }

  @Test
  void aFileWithAnyByteChangedIsReadOrRefused() throws IOException {
    byte[] whole = written(map());
    SplittableRandom random = new SplittableRandom(1);
    int maps = 0;
    for (int at = 0; at < whole.length; at++) {
      for (int other : new int[] {1, 0x80, random.nextInt(1, 256)}) {
        whole[at] ^= (byte) other;
        maps += outcome(whole).isPresent() ? 1 : 0;
        whole[at] ^= (byte) other;
      }
    }
    assertTrue(maps > 0 && maps < 3 * whole.length);
  }

  @Test
  void aChangeInTheScoresChangesThatScoreAlone() throws IOException {
    ImportanceMap map = map();
    byte[] whole = written(map);
    byte[] scores = map.layers().getFirst().scores().bytes().toArray();
    int at = indexOf(whole, scores);
    for (int i = 0; i < scores.length; i++) {
      whole[at + i] ^= 0x55;
      ImportanceMap changed = outcome(whole).orElseThrow();
      for (int block = 0; block < 6; block++) {
        float before = map.layers().getFirst().scores().at(block);
        float after = changed.layers().getFirst().scores().at(block);
        assertEquals(
            block == i / 4, Float.floatToRawIntBits(before) != Float.floatToRawIntBits(after));
      }
      assertEquals(map.layers().getLast(), changed.layers().getLast());
      assertEquals(map.findings(), changed.findings());
      whole[at + i] ^= 0x55;
    }
  }

  private static int indexOf(byte[] whole, byte... part) {
    int at = 0;
    while (!Arrays.equals(whole, at, at + part.length, part, 0, part.length)) {
      at++;
    }
    return at;
  }

  private void expectRefused(OnnxModel file) throws IOException {
    assertTrue(outcome(file.message().toArray()).isEmpty());
  }

  @Test
  void whatDoesNotFitTogetherIsRefused() throws IOException {
    Path file = folder.resolve("fitting.onnx");
    map().write(file);
    OnnxModel model = OnnxModel.open(file);
    for (String key : List.of("layers", "findings", "parameters", "samples", "threads")) {
      expectRefused(model.withMetadata(key, "many"));
    }
    for (String key : List.of("layers", "findings", "parameters")) {
      expectRefused(model.withMetadata(key, "-1"));
    }
    expectRefused(model.withMetadata("layers", "3"));
    expectRefused(model.withMetadata("findings", "3"));
    expectRefused(model.withMetadata("seconds", "long"));
    expectRefused(model.withMetadata("date", "yesterday"));
    expectRefused(model.withMetadata("truth", "TRUE"));
    expectRefused(model.withMetadata("layer/0/kind", "KERNEL"));
    expectRefused(model.withMetadata("finding/0/severity", "BAD"));
    for (String criterion : List.of("", " ", "guess", "fisher", "fisher batch=0 seed=1")) {
      expectRefused(model.withMetadata("criterion", criterion));
    }
  }

  @Test
  void tilesThatAreNoneAreRefused() throws IOException {
    Path file = folder.resolve("tiles.onnx");
    map().write(file);
    OnnxModel model = OnnxModel.open(file);
    List<String> names = new ArrayList<>();
    model.graph().initializers().forEach(tensor -> names.add(tensor.name()));
    int place = names.indexOf("tile/1");
    for (long[] tile :
        List.of(
            new long[] {4},
            new long[] {4, 3, 1},
            new long[] {0, 3},
            new long[] {-4, 3},
            new long[] {1L << 32, 1},
            new long[] {1L << 62, 1L << 62},
            new long[] {1L << 20, 1L << 20})) {
      Tensor other = Tensor.ofLongs("tile/1", List.of((long) tile.length), tile);
      expectRefused(model.with(model.graph().edit().replaceInitializer(place, other).apply()));
    }
    Tensor floats = Tensor.ofFloats("tile/1", List.of(2L), 4, 3);
    expectRefused(model.with(model.graph().edit().replaceInitializer(place, floats).apply()));
    expectRefused(model.with(model.graph().edit().removeInitializer(place).apply()));
  }

  @Test
  void aScoreInAFileMayBeNoNumberAndThenComesLast() throws IOException, MapException {
    float[] first = {0, Float.NaN, 2};
    ImportanceMap map = back(Charts.of(Charts.layer("a", 1, Charts.unchecked(first))));
    assertArrayEquals(new long[] {0, 2}, Ranking.global().choose(map, .7).of(0));
    assertTrue(Float.isNaN(map.layers().getFirst().scores().at(1)));
  }

  @Test
  void refusesScoresThatAreNoNumbersOrNotAsManyAsBlocks() {
    assertThrows(IllegalArgumentException.class, () -> Scores.of(1, Double.NaN));
    Tiling tiling = new Tiling(List.of(4L), List.of(2L));
    assertThrows(
        IllegalArgumentException.class,
        () -> new ScoredLayer("a", "b", "c", BlockKind.NEURON, tiling, Scores.of(1)));
  }

  @Test
  void scoresAreEqualByTheirBits() {
    assertEquals(Scores.of(1, 2), Scores.of(1, 2));
    assertEquals(Scores.of(1, 2).hashCode(), Scores.of(1, 2).hashCode());
    assertFalse(Scores.of(0).equals(Scores.of(-0.0)));
    assertFalse(Scores.of(1).equals(Scores.of(1, 1)));
  }
}
