// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.properties;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.modelward.onnx.OnnxModel;
import dev.modelward.onnx.graph.Scope;
import dev.modelward.testkit.Models;
import dev.modelward.ui.model.Element;
import dev.modelward.ui.model.ModelContent;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ElementFactsTest {
  static Stream<OnnxModel> models() {
    return Stream.of(
        Models.smallCnn(),
        Models.withSubgraph(),
        Models.withLoop(),
        Models.withFunction(),
        Models.constantWeights(),
        Models.sparse(),
        Models.everyElementType());
  }

  @ParameterizedTest
  @MethodSource("models")
  void haveSomethingToSayOfEveryNode(OnnxModel model) {
    ModelContent content = new ModelContent(model);
    content
        .rows()
        .forEach(row -> assertFalse(new ElementFacts(content).of(row.place()).all().isEmpty()));
  }

  @Test
  void tellWhatTheModelIs() {
    ElementFacts facts = new ElementFacts(new ModelContent(Models.smallCnn()));

    List<Facts.Fact> told = facts.of(new Element.Whole()).all();

    assertTrue(told.contains(new Facts.Fact("Model", "Parameters", "409")), told::toString);
  }

  @Test
  void tellHowATensorIsKept() {
    ElementFacts facts = new ElementFacts(new ModelContent(Models.smallCnn()));

    List<Facts.Fact> told = facts.of(new Element.Given(Scope.MAIN, 0)).all();

    assertEquals(new Facts.Fact("Tensor", "Stored", "in the model file"), told.getLast());
  }
}
