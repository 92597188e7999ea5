// SPDX-License-Identifier: EPL-2.0
package dev.modelward.reference;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.modelward.learn.data.Dataset;
import dev.modelward.learn.progress.Progress;
import dev.modelward.onnx.OnnxModel;
import dev.modelward.protect.analysis.Analyzer;
import dev.modelward.protect.blocks.Blocks;
import dev.modelward.protect.blocks.LayerBlocks;
import dev.modelward.protect.decoy.Concealment;
import dev.modelward.protect.decoy.Decoy;
import dev.modelward.protect.importance.Choice;
import dev.modelward.protect.importance.Criterion;
import dev.modelward.protect.importance.CriterionText;
import dev.modelward.protect.importance.ImportanceMap;
import dev.modelward.protect.importance.Ranking;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Who sees the public model does not find decoys by the detectors that find published ones. A
 * figure is the area under the curve of hits over false alarms.
 */
@ReferenceTest
@Tag("fast")
class DecoyDetectorTest {
  private static final int SEEDS = 5;
  private static final double NOT_FOUND = 0.55;
  private static final double FOUND = 0.8;
  private static final List<Hunt.Clue> RATIOS = List.of(Hunt.Clue.RATIO, Hunt.Clue.HEAVY_RATIO);

  /** Where taps know less of each other, nobody can tell published decoys by what taps know. */
  private static final double KNOWING = 0.08;

  private static List<Hunt> hunts(OnnxModel model, Choice choice) throws IOException {
    List<LayerBlocks> layers = Blocks.of(model).layers();
    List<Hunt> hunts = new ArrayList<>();
    for (int i = 0; i < layers.size(); i++) {
      hunts.add(Hunt.of(layers.get(i), choice.of(i)));
    }
    return hunts.stream().filter(Hunt::isSearch).toList();
  }

  private static Map<Hunt.Clue, Finds> find(Decoy kind, List<Hunt> hunts) throws IOException {
    Map<Hunt.Clue, Finds> finds = new EnumMap<>(Hunt.Clue.class);
    for (Hunt hunt : hunts) {
      Concealment concealment = hunt.concealment(kind);
      List<List<float[]>> seen = new ArrayList<>();
      for (int seed = 0; seed < SEEDS; seed++) {
        seen.add(hunt.seen(concealment, seed));
      }
      for (Hunt.Clue clue : Hunt.Clue.values()) {
        finds
            .computeIfAbsent(clue, found -> new Finds())
            .add(hunt, seen.stream().map(rows -> hunt.marks(clue, rows)).toList());
      }
    }
    return finds;
  }

  /** A model and how blocks of it are chosen, for the report. */
  private record Search(String name, Report report) {

    void blending(List<Hunt> hunts) throws IOException {
      Map<Hunt.Clue, Finds> finds = find(Decoy.usual(), hunts);
      for (Hunt.Clue clue : Hunt.Clue.values()) {
        Finds found = finds.get(clue);
        boolean isBound = clue != Hunt.Clue.SIZE_IN_CHANNEL;
        add(Decoy.usual(), clue, found, isBound ? "from .45 to .55" : "-");
        assertTrue(
            !isBound || Math.abs(found.pooled() - .5) <= NOT_FOUND - .5,
            () -> name + ", " + clue + ": " + found);
      }
    }

    /** Published decoys are found where taps know of each other, by the better of two ratios. */
    void published(List<Hunt> hunts) throws IOException {
      List<Hunt> knowing = new ArrayList<>();
      for (Hunt hunt : hunts) {
        if (hunt.correlation() >= KNOWING) {
          knowing.add(hunt);
        }
      }
      Map<Hunt.Clue, Finds> all = find(new Decoy.Dprm(), hunts);
      Map<Hunt.Clue, Finds> some = find(new Decoy.Dprm(), knowing);
      String where = " in %d of them, whose taps correlate".formatted(knowing.size());
      for (Hunt.Clue clue : RATIOS) {
        add(new Decoy.Dprm(), clue, all.get(clue), "-");
        new Search(name + where, report)
            .add(new Decoy.Dprm(), clue, some.get(clue), "the better ratio >= .8");
      }
      add(new Decoy.Dprm(), Hunt.Clue.DISTANCE, all.get(Hunt.Clue.DISTANCE), "-");
      double better =
          RATIOS.stream().mapToDouble(clue -> some.get(clue).pooled()).max().orElseThrow();
      assertTrue(better >= FOUND, () -> name + where + ": " + better);
    }

    private void add(Decoy kind, Hunt.Clue clue, Finds found, String bound) {
      String by = clue.name().toLowerCase(Locale.ROOT).replace('_', ' ');
      String table = "Decoys: how well they are found, " + kind.word();
      report.add(table, name + ", " + by, found, bound);
    }
  }

  private static void search(String file, Dataset samples, Report report) throws Exception {
    OnnxModel model = OnnxModel.open(Shared.file(file));
    for (Criterion criterion : List.of(new Criterion.Magnitude(), new Criterion.Fisher(8, 0))) {
      ImportanceMap map = Analyzer.on(2).analyze(model, samples, criterion, Progress.NONE);
      for (double share : new double[] {0.05, 0.1}) {
        String how =
            "%s, %s, %.0f %% of all layers"
                .formatted(
                    file.split("/")[1], CriterionText.of(criterion).split(" ")[0], 100 * share);
        List<Hunt> hunts = hunts(model, Ranking.perLayer().choose(map, share));
        Search search = new Search(how, report);
        search.blending(hunts);
        search.published(hunts);
      }
    }
  }

  @Test
  void decoysOfVgg19AreNotFound(Report report) throws Exception {
    search("vgg19-cifar10/vgg19-cifar10.onnx", DataSets.vgg19().first(64), report);
  }

  @Test
  void decoysOfDnCnnAreNotFound(Report report) throws Exception {
    search("dncnn/dncnn-kair25.onnx", DenoiserImportanceTest.crops(25).first(16), report);
  }

  @Test
  void decoysOfResNet20AreNotFound(Report report) throws Exception {
    search("resnet-cifar10/resnet20-bn.onnx", DataSets.resnet20().first(64), report);
  }
}
