// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.card;

import dev.modelward.learn.data.Dataset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A data card: what people call a data set, and the data set; its form is in data-cards.md. */
public record DataCard(Path file, String title, Dataset dataset) {
  /** The ending of a card's name. */
  public static final String ENDING = ".data";

  private static final long LONGEST = 1 << 20;

  /** Reads a card; the paths in it are relative to the folder in which it lies. */
  public static DataCard read(Path file) throws CardException {
    return new CardText(file, text(file)).card();
  }

  private static String text(Path file) throws CardException {
    try {
      if (Files.size(file) > LONGEST) {
        throw new CardException(file.toString(), 1, 1, "a card has at most 1 MiB");
      }
      return Files.readString(file);
    } catch (CardException e) {
      throw e;
    } catch (IOException e) {
      CardException failure =
          new CardException(file.toString(), 1, 1, "this is no readable text in UTF-8");
      failure.initCause(e);
      throw failure;
    }
  }
}
