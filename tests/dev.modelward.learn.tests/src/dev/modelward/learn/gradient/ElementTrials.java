// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.gradient;

import dev.modelward.onnx.Attribute;
import dev.modelward.onnx.bytes.Bytes;
import dev.modelward.onnx.tensor.ElementType;
import dev.modelward.onnx.tensor.Tensor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Trials of operators that compute each element by itself, or with its partners. */
final class ElementTrials {
  private static final Map<String, Integer> OF_ONE =
      Map.ofEntries(
          Map.entry("Neg", 9),
          Map.entry("Exp", 9),
          Map.entry("Abs", 9),
          Map.entry("Relu", 9),
          Map.entry("Sigmoid", 9),
          Map.entry("Tanh", 9),
          Map.entry("Softplus", 9),
          Map.entry("Softsign", 9),
          Map.entry("Erf", 9),
          Map.entry("HardSwish", 14),
          Map.entry("Identity", 9));

  private ElementTrials() {}

  static Map<String, Function<Draw, Trial>> all() {
    Map<String, Function<Draw, Trial>> all = new HashMap<>();
    OF_ONE.forEach((operator, first) ->
        all.put(operator, draw -> new Trial(draw, operator, draw.opset(first)).in(draw.dims())));
    for (String operator : List.of("Sqrt", "Log", "Reciprocal")) {
      all.put(operator, draw -> new Trial(draw, operator, draw.opset(9)).in(0.5, 2, draw.dims()));
    }
    for (String operator : List.of("Add", "Sub", "Mul", "Div", "Pow")) {
      all.put(operator, draw -> ofTwo(operator, draw));
    }
    for (String operator : List.of("Max", "Min", "Sum")) {
      all.put(operator, draw -> ofMany(operator, draw));
    }
    all.put("LeakyRelu", draw -> slanted("LeakyRelu", draw));
    all.put("Elu", draw -> slanted("Elu", draw));
    all.put("HardSigmoid", ElementTrials::hardSigmoid);
    all.put("PRelu", ElementTrials::pRelu);
    all.put("Gelu", ElementTrials::gelu);
    all.put("Clip", ElementTrials::clip);
    all.put("Where", ElementTrials::where);
    all.put("Cast", ElementTrials::cast);
    all.put("Dropout", ElementTrials::dropout);
    return all;
  }

  private static Trial ofTwo(String operator, Draw draw) {
    List<Long> dims = draw.dims();
    double low = List.of("Div", "Pow").contains(operator) ? 0.5 : -2;
    Trial trial = new Trial(draw, operator, draw.opset(9));
    return trial.in(low, 2, draw.smaller(dims)).in(low, 2, draw.smaller(dims));
  }

  private static Trial ofMany(String operator, Draw draw) {
    List<Long> dims = draw.dims();
    Trial trial = new Trial(draw, operator, draw.opset(9));
    for (int count = draw.from(1, 4); count > 0; count--) {
      trial.in(draw.smaller(dims));
    }
    return trial;
  }

  private static Trial slanted(String operator, Draw draw) {
    Trial trial = new Trial(draw, operator, draw.opset(9)).in(draw.dims());
    return draw.chance() ? trial : trial.with(Attribute.of("alpha", draw.between(0.2, 1.5)));
  }

  private static Trial hardSigmoid(Draw draw) {
    Trial trial = new Trial(draw, "HardSigmoid", draw.opset(9)).in(draw.dims());
    Attribute beta = Attribute.of("beta", draw.between(0.3, 0.7));
    return draw.chance()
        ? trial
        : trial.with(beta).with(Attribute.of("alpha", draw.between(0.3, 0.9)));
  }

  /** Slopes are repeated to the sizes of the input, never the other way round. */
  private static Trial pRelu(Draw draw) {
    List<Long> dims = draw.dims();
    return new Trial(draw, "PRelu", draw.opset(9)).in(dims).in(draw.smaller(dims));
  }

  private static Trial gelu(Draw draw) {
    Trial trial = new Trial(draw, "Gelu", draw.opset(20)).in(draw.dims());
    return draw.chance() ? trial : trial.with(Attribute.of("approximate", "tanh"));
  }

  private static Trial clip(Draw draw) {
    Trial trial = new Trial(draw, "Clip", draw.opset(9)).in(draw.dims());
    boolean low = draw.chance();
    boolean high = draw.chance();
    if (trial.opset() < 11) {
      if (low) {
        trial.with(Attribute.of("min", draw.between(-1, 0)));
      }
      return high ? trial.with(Attribute.of("max", draw.between(0, 1))) : trial;
    }
    if (low) {
      trial.in(-1, 0, List.of());
    } else {
      trial.absent();
    }
    return high ? trial.in(0, 1, List.of()) : trial;
  }

  private static Trial where(Draw draw) {
    List<Long> dims = draw.dims();
    List<Long> sizes = draw.smaller(dims);
    byte[] truths = new byte[draw.numbers(0, 1, sizes).length];
    for (int i = 0; i < truths.length; i++) {
      truths[i] = (byte) draw.from(0, 1);
    }
    Tensor condition = Tensor.of("condition", ElementType.BOOL, sizes, Bytes.of(truths));
    Trial trial = new Trial(draw, "Where", draw.opset(9)).constant(condition);
    return trial.in(draw.smaller(dims)).in(draw.smaller(dims));
  }

  private static Trial cast(Draw draw) {
    Trial trial = new Trial(draw, "Cast", draw.opset(9)).in(draw.dims()).castingBack();
    ElementType to = draw.pick(List.of(ElementType.FLOAT32, ElementType.FLOAT64));
    return trial.with("to", to.code());
  }

  private static Trial dropout(Draw draw) {
    Trial trial = new Trial(draw, "Dropout", draw.opset(9)).in(draw.dims());
    return trial.opset() < 12
        ? trial.with(Attribute.of("ratio", 0.3f))
        : draw.chance() ? trial : trial.constant(Tensor.ofFloats("ratio", List.of(), 0.3f));
  }
}
