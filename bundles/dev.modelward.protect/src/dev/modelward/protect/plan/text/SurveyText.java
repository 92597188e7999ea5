// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.plan.text;

import dev.modelward.learn.yaml.Field;
import dev.modelward.learn.yaml.Fields;
import dev.modelward.learn.yaml.YamlException;
import dev.modelward.protect.blocks.BlockKind;
import dev.modelward.protect.importance.Ranking;
import dev.modelward.protect.importance.Ranking.Reach;
import dev.modelward.protect.plan.LayerChoice;
import dev.modelward.protect.plan.Survey;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The sections of a plan that say which blocks matter. */
record SurveyText(Fields plan) {
  private static final String ONNX = ".onnx";
  private static final String MAP = ".importance";

  Survey survey(Path model) throws YamlException {
    Optional<Field> map = plan.find("importance");
    CriterionSection criterion = CriterionSection.of(plan);
    return new Survey(
        map.isPresent() ? map.get().path() : beside(model),
        criterion.criterion(),
        criterion.judging(),
        criterion.samples(),
        layers(),
        ranking());
  }

  /** Where an analysis writes its map if nothing else is said. */
  static Path beside(Path model) {
    String name = String.valueOf(model.getFileName());
    String stem = name.endsWith(ONNX) ? name.substring(0, name.length() - ONNX.length()) : name;
    return model.resolveSibling(stem + MAP);
  }

  private LayerChoice layers() throws YamlException {
    Optional<Fields> layers = Section.LAYERS.in(plan, "layers");
    if (layers.isEmpty()) {
      return LayerChoice.all();
    }
    Set<BlockKind> kinds = new HashSet<>();
    for (Field kind : items(layers.get(), "kinds")) {
      kinds.add(kind.choice(BlockKind.class));
    }
    return new LayerChoice(
        kinds, patterns(layers.get(), "include"), patterns(layers.get(), "exclude"));
  }

  private static List<String> patterns(Fields layers, String key) throws YamlException {
    List<String> patterns = new ArrayList<>();
    for (Field item : items(layers, key)) {
      patterns.add(item.text());
    }
    return patterns;
  }

  private static List<Field> items(Fields layers, String key) throws YamlException {
    Optional<Field> list = layers.find(key).filter(field -> !field.isEmpty());
    return list.isPresent() ? list.get().items() : List.of();
  }

  private Ranking ranking() throws YamlException {
    Optional<Fields> ranking = Section.RANKING.in(plan, "ranking");
    if (ranking.isEmpty()) {
      return Ranking.global();
    }
    Optional<Field> over = ranking.get().find("over");
    Reach reach = over.isPresent() ? over.get().choice(Reach.class) : Reach.GLOBAL;
    Optional<Field> cap = ranking.get().find("cap");
    if (cap.isEmpty()) {
      return new Ranking(reach, 1);
    }
    if (reach == Reach.PER_LAYER) {
      throw cap.get().says("each layer gives the same part of itself, so it has no cap");
    }
    double part = Amounts.part(cap.get());
    return cap.get().make(() -> new Ranking(reach, part));
  }
}
