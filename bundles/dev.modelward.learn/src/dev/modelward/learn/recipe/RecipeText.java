// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.recipe;

import dev.modelward.learn.yaml.Field;
import dev.modelward.learn.yaml.Fields;
import dev.modelward.learn.yaml.YamlException;
import dev.modelward.learn.yaml.YamlText;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The keys of a recipe. */
final class RecipeText {
  private static final List<String> KEYS =
      List.of(
          "objective",
          "epochs",
          "batch",
          "seed",
          "optimizer",
          "schedule",
          "norms",
          "freeze",
          "network");

  private RecipeText() {}

  static RecipeCard card(YamlText text) throws YamlException {
    Fields fields = text.fields();
    fields.checkKnown(KEYS);
    Optional<Field> seed = fields.find("seed");
    long first = seed.isPresent() ? seed.get().integer() : 1;
    Recipe recipe = recipe(fields, first);
    Optional<Field> freeze = fields.find("freeze");
    Set<String> frozen = freeze.isPresent() ? Set.copyOf(freeze.get().names()) : Set.of();
    Optional<Field> network = fields.find("network");
    Start start =
        network.isPresent()
            ? new Start.Described(new NetworkText(network.get(), first).model())
            : new Start.Given();
    return new RecipeCard(text.file(), recipe, frozen, start);
  }

  private static Recipe recipe(Fields fields, long seed) throws YamlException {
    Objective objective = fields.required("objective").choice(Objective.class);
    int epochs = fields.required("epochs").count(1);
    int batch = fields.required("batch").count(1);
    Optional<Field> norms = fields.find("norms");
    Norms statistics = norms.isPresent() ? norms.get().choice(Norms.class) : Norms.BATCH;
    Optional<Field> optimizer = fields.find("optimizer");
    Optimizer descent =
        optimizer.isPresent() ? OptimizerText.read(optimizer.get()) : Optimizer.Adam.usual();
    Schedule schedule = ScheduleText.read(fields.required("schedule"));
    return new Recipe(objective, descent, schedule, epochs, batch, seed, statistics);
  }
}
