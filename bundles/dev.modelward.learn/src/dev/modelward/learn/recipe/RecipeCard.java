// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.recipe;

import dev.modelward.learn.yaml.YamlException;
import dev.modelward.learn.yaml.YamlText;
import java.nio.file.Path;
import java.util.Set;

/** A recipe in a text: how to train, what stays as it is, what to begin with; see recipes.md. */
public record RecipeCard(Path file, Recipe recipe, Set<String> frozen, Start start) {
  /** The ending of a recipe's name. */
  public static final String ENDING = ".recipe";

  /** Keeps its own copy. */
  public RecipeCard {
    frozen = Set.copyOf(frozen);
  }

  /** Reads a recipe. */
  public static RecipeCard read(Path file) throws YamlException {
    return RecipeText.card(YamlText.read(file, "recipe"));
  }
}
