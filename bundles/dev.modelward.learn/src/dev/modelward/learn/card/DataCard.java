// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.card;

import dev.modelward.learn.data.Dataset;
import dev.modelward.learn.yaml.YamlException;
import dev.modelward.learn.yaml.YamlText;
import java.nio.file.Path;

/** A data card: what people call a data set, and the data set; its form is in data-cards.md. */
public record DataCard(Path file, String title, Dataset dataset) {
  /** The ending of a card's name. */
  public static final String ENDING = ".data";

  /** Reads a card; the paths in it are relative to the folder in which it lies. */
  public static DataCard read(Path file) throws YamlException {
    return new CardText(YamlText.read(file, "card")).card();
  }
}
