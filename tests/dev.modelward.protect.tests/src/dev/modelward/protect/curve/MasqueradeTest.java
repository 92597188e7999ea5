// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.curve;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.modelward.learn.build.Network;
import dev.modelward.learn.variants.Variant;
import dev.modelward.onnx.OnnxModel;
import dev.modelward.onnx.tensor.Tensor;
import dev.modelward.protect.decoy.Decoy;
import dev.modelward.protect.importance.Choice;
import dev.modelward.protect.importance.ImportanceMap;
import dev.modelward.protect.importance.MapException;
import dev.modelward.protect.importance.Ranking;
import dev.modelward.testkit.Models;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Decoys stand where blocks were chosen, and nowhere else. */
class MasqueradeTest {
  private static Choice choice(ImportanceMap map, double share) {
    return Ranking.global().choose(map, share);
  }

  /** The bytes of all weights of a model after a variant was written over them. */
  private static Map<String, byte[]> written(OnnxModel model, Variant variant) throws IOException {
    Map<String, byte[]> numbers = new HashMap<>();
    for (Tensor tensor : model.graph().initializers()) {
      numbers.put(tensor.name(), tensor.raw().toArray());
    }
    for (Variant.Change change : variant.changes()) {
      ByteBuffer memory = ByteBuffer.wrap(numbers.get(change.weight()));
      change.writing().accept(memory.order(ByteOrder.LITTLE_ENDIAN));
    }
    return numbers;
  }

  private static Map<String, byte[]> written(OnnxModel model, double share, int seed)
      throws IOException, MapException {
    ImportanceMap map = Figures.map(model);
    return written(
        model, Masquerade.of(model, map).variants(choice(map, share), seed + 1).get(seed));
  }

  /** The bytes that an element takes. */
  private static byte[] bytes(byte[] numbers, int width, long element) {
    int from = Math.toIntExact(element * width);
    return Arrays.copyOfRange(numbers, from, from + width);
  }

  private static void assertOnlyChosenChange(OnnxModel model, double share) throws Exception {
    ImportanceMap map = Figures.map(model);
    Choice choice = choice(map, share);
    Map<String, byte[]> before = written(model, Variant.none());
    Map<String, byte[]> after = written(model, share, 3);
    for (int i = 0; i < map.layers().size(); i++) {
      byte[] old = before.remove(map.layers().get(i).weight());
      byte[] now = after.remove(map.layers().get(i).weight());
      int width = Math.toIntExact(old.length / map.layers().get(i).weights());
      boolean[] isChosen = new boolean[old.length / width];
      long changes = 0;
      for (long block : choice.of(i)) {
        for (long element : map.layers().get(i).tiling().elements(block)) {
          isChosen[(int) element] = true;
          changes += Arrays.equals(bytes(old, width, element), bytes(now, width, element)) ? 0 : 1;
        }
      }
      for (int element = 0; element < isChosen.length; element++) {
        if (!isChosen[element]) {
          assertArrayEquals(bytes(old, width, element), bytes(now, width, element));
        }
      }
      assertTrue(choice.of(i).length == 0 || changes > 0);
    }
    before.forEach((name, numbers) -> assertArrayEquals(numbers, after.get(name)));
  }

  @Test
  void whatIsNotChosenStaysToTheLastByte() throws Exception {
    for (OnnxModel model :
        List.of(
            Figures.network(), Models.smallCnn(), Models.twoLayerMlp(), Models.quantizedConv())) {
      for (double share : new double[] {.1, .5, .9}) {
        assertOnlyChosenChange(model, share);
      }
    }
  }

  @Test
  void whereNothingIsChosenNothingIsWritten() throws Exception {
    ImportanceMap map = Figures.map(Figures.network());
    Masquerade masquerade = Masquerade.of(Figures.network(), map);
    assertEquals(List.of(), masquerade.variants(choice(map, 0), 1).getFirst().changes());
    assertEquals(Set.of("conv0.weight", "dense4.weight"), masquerade.weights());
  }

  @Test
  void decoysDependOnTheSeedAndOnTheLayer() throws Exception {
    OnnxModel model = Models.smallCnn();
    byte[] one = written(model, 1, 4).get("c1.w");
    assertArrayEquals(one, written(model, 1, 4).get("c1.w"));
    assertFalse(Arrays.equals(one, written(model, 1, 5).get("c1.w")));
    OnnxModel twins = Network.of(1, 4).dense(4).dense(4).model();
    Tensor first = twins.graph().initializers().getFirst();
    OnnxModel same =
        twins.with(
            twins.graph().edit().replaceInitializer(2, first.withName("dense1.weight")).apply());
    Map<String, byte[]> decoys = written(same, 1, 4);
    assertNotEquals(
        Arrays.toString(decoys.get("dense0.weight")), Arrays.toString(decoys.get("dense1.weight")));
  }

  @Test
  void aMapOfAnotherModelIsRefused() throws Exception {
    ImportanceMap map = Figures.map(Figures.network());
    OnnxModel wider =
        Network.of(5, 1, 28, 28).conv(5, 3, 2).batchNorm().relu().flatten().dense(10).model();
    for (OnnxModel other : List.of(wider, Models.smallCnn())) {
      MapException refusal = assertThrows(MapException.class, () -> Masquerade.of(other, map));
      assertTrue(refusal.found().contains("conv0"), refusal.getMessage());
    }
  }

  @Test
  void weightsOfInnerGraphsCannotBeReplaced() throws Exception {
    OnnxModel model = Models.withSubgraph();
    ImportanceMap map = Figures.map(model);
    assertThrows(MapException.class, () -> Masquerade.of(model, map));
  }

  @Test
  void aBlockWearsTheSameDecoyWhicheverOthersAreOpened() throws Exception {
    OnnxModel model = Figures.network();
    ImportanceMap map = Figures.map(model);
    Choice all = choice(map, .9);
    Choice rest = all.without(choice(map, .4));
    Masquerade masquerade = Masquerade.of(model, map, Decoy.usual());
    Map<String, byte[]> plain = written(model, Variant.none());
    Map<String, byte[]> whole = written(model, masquerade.costume(all).variants(all, 1).getFirst());
    Map<String, byte[]> opened =
        written(model, masquerade.costume(all).variants(rest, 1).getFirst());
    for (int i = 0; i < map.layers().size(); i++) {
      String weight = map.layers().get(i).weight();
      Set<Long> worn = LongStream.of(rest.of(i)).boxed().collect(Collectors.toSet());
      for (long block = 0; block < map.layers().get(i).scores().count(); block++) {
        byte[] expected = (worn.contains(block) ? whole : plain).get(weight);
        for (long element : map.layers().get(i).tiling().elements(block)) {
          assertArrayEquals(
              bytes(expected, Float.BYTES, element),
              bytes(opened.get(weight), Float.BYTES, element));
        }
      }
    }
    assertEquals(
        List.of(), masquerade.costume(all).variants(all.without(all), 1).getFirst().changes());
  }

  @Test
  void everyKindOfDecoyCanBeWorn() throws Exception {
    OnnxModel model = Figures.network();
    ImportanceMap map = Figures.map(model);
    Choice all = choice(map, .5);
    Set<String> seen = new HashSet<>();
    for (Decoy kind : Decoy.all()) {
      Variant variant = Masquerade.of(model, map, kind).costume(all).variants(all, 1).getFirst();
      seen.add(Arrays.toString(written(model, variant).get("dense4.weight")));
    }
    assertEquals(Decoy.all().size(), seen.size());
  }
}
