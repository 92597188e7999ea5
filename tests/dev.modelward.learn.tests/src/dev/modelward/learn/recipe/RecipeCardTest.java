// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.recipe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.modelward.learn.build.Network;
import dev.modelward.learn.loss.Loss;
import dev.modelward.learn.yaml.YamlException;
import dev.modelward.onnx.OnnxModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecipeCardTest {
  private static final String SHORT =
      """
      objective: cross-entropy
      epochs: 2
      batch: 32
      schedule: {kind: constant, rate: 0.01}
      """;

  @TempDir Path folder = Path.of("");

  private RecipeCard read(String text) throws IOException {
    return RecipeCard.read(Files.writeString(folder.resolve("some.recipe"), text));
  }

  private OnnxModel described(String layers) throws IOException {
    String network = "seed: 3\nnetwork:\n  input: [1, 9, 9]\n  layers: " + layers + "\n";
    return assertInstanceOf(Start.Described.class, read(SHORT + network).start()).model();
  }

  @Test
  void whatIsNotSaidIsUsual() throws IOException {
    RecipeCard card = read(SHORT);

    Schedule schedule = new Schedule.Constant(0.01);
    Recipe usual =
        new Recipe(
            Objective.CROSS_ENTROPY, Optimizer.Adam.usual(), schedule, 2, 32, 1, Norms.BATCH);
    assertEquals(usual, card.recipe());
    assertEquals(Set.of(), card.frozen());
    assertEquals(new Start.Given(), card.start());
  }

  @Test
  void everythingCanBeSaid() throws IOException {
    RecipeCard card =
        read(
            """
            objective: squared-error
            epochs: 3
            batch: 16
            seed: -5
            optimizer: {kind: nesterov, momentum: 0.8, decay: 5e-4}
            schedule: {kind: one-cycle, rate: 0.1, rise: 0.2}
            norms: running
            freeze: [a.weight, b.weight]
            """);

    Recipe recipe =
        new Recipe(
            Objective.SQUARED_ERROR,
            new Optimizer.Nesterov(0.8, 5e-4),
            new Schedule.OneCycle(0.1, 0.2),
            3,
            16,
            -5,
            Norms.RUNNING);
    assertEquals(recipe, card.recipe());
    assertEquals(Set.of("a.weight", "b.weight"), card.frozen());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {kind: sgd}                      | Sgd[momentum=0.9, decay=0.0]
          {kind: sgd, momentum: 0}         | Sgd[momentum=0.0, decay=0.0]
          {kind: adam, second: 0.99}       | Adam[first=0.9, second=0.99, epsilon=1.0E-8, decay=0.0]
          {kind: adamw}                    | AdamW[first=0.9, second=0.999, epsilon=1.0E-8, decay=0.01]
          """)
  void optimizersHaveUsualConstants(String text, String optimizer) throws IOException {
    RecipeCard card = read(SHORT + "optimizer: " + text + "\n");

    assertEquals(optimizer, card.recipe().optimizer().toString());
  }

  @Test
  void theOutputItselfMayBeTheObjective() throws IOException {
    RecipeCard card = read(SHORT.replace("cross-entropy", "output"));

    assertEquals(Objective.OUTPUT, card.recipe().objective());
    OnnxModel model = Network.of(1, 4).dense(2).model();
    assertEquals(new Loss.Itself("y"), card.recipe().objective().of(model));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {kind: cosine, rate: 1}                             | Cosine[rate=1.0, last=0.0]
          {kind: one-cycle, rate: 1}                          | OneCycle[rate=1.0, rise=0.3]
          {kind: steps, rate: 1, at: [0.5, 0.75]}             | Steps[rate=1.0, factor=0.1, at=[0.5, 0.75]]
          {kind: steps, rate: 1, factor: 0.5, at: [0.25]}     | Steps[rate=1.0, factor=0.5, at=[0.25]]
          """)
  void schedulesHaveUsualConstants(String text, String schedule) throws IOException {
    String card = SHORT.replace("{kind: constant, rate: 0.01}", text);

    assertEquals(schedule, read(card).recipe().schedule().toString());
  }

  @Test
  void stepsInAWrongOrderAreRefusedWhereTheyStand() {
    String card = SHORT.replace("constant, rate: 0.01", "steps, rate: 1, at: [0.75, 0.5]");

    YamlException refused = assertThrows(YamlException.class, () -> read(card));

    assertEquals("4:11", refused.line() + ":" + refused.column());
    assertTrue(refused.problem().startsWith("schedule cannot be: expected rising parts"));
  }

  @Test
  void aNetworkIsBuiltLayerByLayer() throws IOException {
    OnnxModel read =
        described("[conv: [4, 3], norm, relu, pool: 3, conv: [6, 3, 2], relu, flatten, dense: 5]");

    OnnxModel made =
        Network.of(3, 1, 9, 9)
            .conv(4, 3)
            .batchNorm()
            .relu()
            .maxPool(3)
            .conv(6, 3, 2)
            .relu()
            .flatten()
            .dense(5)
            .model();
    assertTrue(made.message().sameAs(read.message()));
  }

  @Test
  void residualLayersStandInsideOfEachOther() throws IOException {
    OnnxModel read = described("[residual: [conv: [4, 3, 2], residual: [relu]], mean]");

    OnnxModel made =
        Network.of(3, 1, 9, 9)
            .residual(body -> body.conv(4, 3, 2).residual(Network::relu))
            .globalAveragePool()
            .model();
    assertTrue(made.message().sameAs(read.message()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          sead: 1                          | 5 | 1  | there is no key 'sead' here; is 'seed' meant?
          seed: one                        | 5 | 7  | seed should be an integer, not 'one'
          norms: bach                      | 5 | 8  | norms cannot be 'bach'; is 'batch' meant?
          optimizer: {kind: adem}          | 5 | 19 | kind cannot be 'adem'; is 'adam' meant?
          optimizer: {kind: sgd, first: 1} | 5 | 24 | there is no key 'first' here; known are kind
          optimizer: {kind: sgd, momentum: 2} | 5 | 12 | optimizer cannot be: expected a momentum
          optimizer: {momentum: 2}         | 5 | 12 | the key 'kind' is missing
          network: {input: [3]}            | 5 | 10 | the key 'layers' is missing
          network: {input: [0], layers: []} | 5 | 19 | input should be an integer of at least 1
          """)
  void complaintsNameTheirPlace(String line, int row, int column, String says) {
    YamlException wrong = assertThrows(YamlException.class, () -> read(SHORT + line + "\n"));

    assertEquals(row + ":" + column, wrong.line() + ":" + wrong.column(), wrong.problem());
    assertTrue(wrong.problem().startsWith(says), wrong.problem());
  }

  @Test
  void theDocumentsExampleCanBeFollowed() throws IOException {
    String document = Files.readString(Path.of("../../docs/recipes.md"));
    int from = document.indexOf("```yaml") + 8;

    RecipeCard card = read(document.substring(from, document.indexOf("```", from)));

    assertInstanceOf(Start.Described.class, card.start());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          [relu, cnov: [3, 3]]           | 18 | a layer cannot be 'cnov'; is 'conv' meant?
          [relu, conv]                   | 18 | 'conv' needs its sizes behind a colon
          [relu: 3]                      | 12 | 'relu' has no sizes
          [conv: [3]]                    | 18 | conv should be [channels, kernel]
          [conv: [3, 4]]                 | 18 | conv cannot be: expected a kernel of odd size
          [dense: 3]                     | 19 | dense cannot be: expected numbers in a row
          [flatten, pool: 2]             | 27 | pool cannot be: expected channels, height
          [pool: 10]                     | 18 | pool cannot be: expected a size within
          [residual: [flatten]]          | 22 | residual cannot be: expected
          [residual: [rely]]             | 23 | a layer cannot be 'rely'; is 'relu' meant?
          """)
  void layersThatCannotBeAreNamed(String layers, int column, String says) {
    YamlException wrong = assertThrows(YamlException.class, () -> described(layers));

    assertEquals("8:" + column, wrong.line() + ":" + wrong.column(), wrong.problem());
    assertTrue(wrong.problem().startsWith(says), wrong.problem());
  }
}
