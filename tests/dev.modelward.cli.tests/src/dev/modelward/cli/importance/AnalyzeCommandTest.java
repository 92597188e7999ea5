// SPDX-License-Identifier: EPL-2.0
package dev.modelward.cli.importance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.modelward.cli.Call;
import dev.modelward.cli.Interrupted;
import dev.modelward.cli.Json;
import dev.modelward.protect.importance.CriterionText;
import dev.modelward.protect.importance.ImportanceMap;
import dev.modelward.protect.importance.MapException;
import dev.modelward.testkit.Dice;
import dev.modelward.testkit.Draft;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnalyzeCommandTest {
  @TempDir Path folder = Path.of("");
  private Workplace place = new Workplace(folder);

  @BeforeEach
  void writeModelAndCard() throws IOException {
    place = Workplace.in(folder);
  }

  private ImportanceMap made() throws IOException, MapException {
    return ImportanceMap.open(place.path("net.importance"));
  }

  @Test
  void writesAMapBesideTheModelAndSaysWhatIsInIt() throws Exception {
    Call call = place.analyze("--threads", "2");

    assertEquals(0, call.code(), call.err());
    List<String> lines = call.out().lines().toList();
    assertEquals("Criterion: fisher batch=16 seed=0", lines.get(0));
    assertEquals("Held against: the labels of the data", lines.get(1));
    assertTrue(lines.get(2).matches("Cost: 60 samples, 2 threads, \\d+\\.\\d s"), lines.get(2));
    assertEquals("  Layer   Kind          Blocks  Weights   Score  Top 1 %", lines.get(3));
    assertTrue(
        lines.get(4).matches(" +conv\\S+ +kernel-slice +2 +18 +\\d+\\.\\d % +\\d+\\.\\d %"),
        lines.get(4));
    assertEquals(
        place.file("net.importance")
            + ": 12 blocks of 998 weights in 2 layers; the model has 1,008 parameters",
        lines.getLast());
    assertTrue(call.err().contains("100 % analyzing net.onnx"), call.err());
    assertEquals(12, made().blocks());
  }

  @Test
  void saysThatItWorksWithoutLabels() throws Exception {
    place.write("pixels.data", "kind: images\nfolder: pixels\ncolour: grey\nscale: 255\n");
    Files.createDirectory(place.path("pixels"));
    Files.write(place.path("pixels/one.bmp"), Bitmap.grey(28, 28));

    Call call = place.analyzeAlone("--data", place.file("pixels.data"));

    assertEquals(0, call.code(), call.err());
    assertTrue(
        call.out().contains("\nHeld against: the model's own classes, for the data have no labels"),
        call.out());
  }

  @Test
  void tellsMachinesWhatWasFound() {
    Call call = place.analyze("--json", "--quiet", "--samples", "20");

    assertEquals(0, call.code(), call.err());
    assertEquals("", call.err());
    Map<?, ?> told = assertInstanceOf(Map.class, Json.parse(call.out()));
    assertEquals(
        List.of(
            "schema",
            "version",
            "model",
            "file",
            "criterion",
            "truth",
            "samples",
            "threads",
            "seconds",
            "parameters",
            "weights",
            "blocks",
            "findings",
            "layers"),
        List.copyOf(told.keySet()));
    assertEquals(20L, told.get("samples"));
    assertEquals(1008L, told.get("parameters"));
    List<?> layers = assertInstanceOf(List.class, told.get("layers"));
    double shares = 0;
    for (Object each : layers) {
      Map<?, ?> layer = assertInstanceOf(Map.class, each);
      assertEquals(
          List.of("name", "operator", "weight", "kind", "blocks", "weights", "share", "ofTop"),
          List.copyOf(layer.keySet()));
      shares += assertInstanceOf(Double.class, layer.get("share"));
    }
    assertEquals(1, shares, 1e-9);
  }

  @ParameterizedTest
  @CsvSource({
    "--criterion fisher --batch 7 --seed 3, fisher batch=7 seed=3",
    "--criterion ablation --trials 9 --batch 30 --seed 2, ablation trials=9 batch=30 seed=2",
    "'--criterion pss --epochs 1 --batch 20 --rate 0.5 --penalty 0.01 --seed 4', 'pss"
        + " gates=stochastic turns=joint penalty=0.01 start=2.5 epochs=1 batch=20 rate=0.5"
        + " momentum=0.9 seed=4'",
    "'--criterion pss --published --epochs 1 --batch 30', 'pss gates=deterministic"
        + " turns=layer-by-layer penalty=1.0E-4 start=1.0 epochs=1 batch=30 rate=0.1 momentum=0.9"
        + " seed=0'"
  })
  void everyCriterionTakesItsSettings(String options, String criterion) throws Exception {
    Call call = place.analyze(options.split(" "));

    assertEquals(0, call.code(), call.err());
    assertEquals(criterion, CriterionText.of(made().provenance().criterion()));
    assertTrue(call.out().startsWith("Criterion: " + criterion + "\n"), call.out());
  }

  @ParameterizedTest
  @CsvSource({"--criterion magnitude, magnitude", "--criterion random --seed 5, random seed=5"})
  void baselinesNeedNoData(String options, String criterion) throws Exception {
    Call call = place.analyzeAlone(options.split(" "));

    assertEquals(0, call.code(), call.err());
    assertEquals(criterion, CriterionText.of(made().provenance().criterion()));
    assertTrue(call.out().contains("\nHeld against: nothing\n"), call.out());
  }

  @Test
  void looksAtTheChosenLayersOnly() throws Exception {
    assertEquals(0, place.analyze("--kind", "kernel-slice,head").code());
    assertEquals(2, made().blocks());
    String dense = ImportanceMap.open(whole()).layers().getLast().name();
    assertEquals(0, place.analyze("--layer", dense, "--force").code());
    assertEquals(List.of(dense), made().layers().stream().map(layer -> layer.name()).toList());
  }

  private Path whole() {
    place.map("whole", "magnitude");
    return place.path("whole");
  }

  @Test
  void warnsWhereGradientsCannotPass() throws IOException {
    Dice dice = new Dice(1);
    new Draft("waves")
        .input("x", 1, 1, 28, 28)
        .tensor(dice.floats("w", 0.1f, 784, 4))
        .tensor(dice.floats("v", 0.5f, 4, 10))
        .node("Flatten x -> f")
        .node("MatMul f w -> s")
        .node("Sin s -> t")
        .node("MatMul t v -> y")
        .output("y", 1, 10)
        .model()
        .write(place.path("net.onnx"));

    Call call = place.analyze("--samples", "4");

    assertEquals(1, call.code(), call.err());
    assertTrue(call.out().startsWith("Criterion: ablation "), call.out());
    assertTrue(
        call.out().contains("\nwarning: node t_Sin: gradients cannot pass Sin of version "),
        call.out());
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void anInterruptedAnalysisLeavesItsCheckpointAndGoesOnFromIt() throws Exception {
    place.write("signs.data", "kind: glyphs\nseed: 1\ncount: 20000\nscale: 255\n");
    assertEquals(0, place.analyze("--batch", "4", "--out", place.file("whole")).code());
    String[] resumable = {
      "analyze",
      place.file("net.onnx"),
      "--batch=4",
      "--data",
      place.file("signs.data"),
      "--checkpoint",
      place.file("kept")
    };
    Path said = place.path("said");

    assertEquals(130, Interrupted.call(said, "10 %", resumable), Files.readString(said));

    assertTrue(
        Files.readString(said)
            .contains("The same command goes on from " + place.file("kept") + "."),
        Files.readString(said));
    assertEquals(List.of("kept", "net.onnx", "said", "signs.data", "whole"), place.names());
    assertEquals(0, Call.of(resumable).code());
    assertTrue(made().agreesWith(ImportanceMap.open(place.path("whole"))));
  }
}
