// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.recipe;

import dev.modelward.learn.build.Network;
import dev.modelward.learn.yaml.Field;
import dev.modelward.learn.yaml.Fields;
import dev.modelward.learn.yaml.YamlException;
import dev.modelward.onnx.OnnxModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** A network as a recipe describes it: the sizes of its input, and its layers one by one. */
record NetworkText(Field whole, long seed) {
  private static final int MOST_SIZE = 1 << 16;

  /** The words for layers. */
  private enum Layer {
    CONV,
    NORM,
    RELU,
    POOL,
    MEAN,
    FLATTEN,
    DENSE,
    RESIDUAL
  }

  OnnxModel model() throws YamlException {
    Fields fields = Fields.of(whole);
    fields.checkKnown(List.of("input", "layers"));
    Field input = fields.required("input");
    long[] sizes = sizes(input).stream().mapToLong(Long::longValue).toArray();
    Network network = input.make(() -> Network.of(seed, sizes));
    add(fields.required("layers"), network);
    return network.model();
  }

  private static List<Long> sizes(Field list) throws YamlException {
    List<Long> sizes = new ArrayList<>();
    for (Field item : list.items()) {
      sizes.add((long) size(item));
    }
    return sizes;
  }

  private static int size(Field field) throws YamlException {
    int size = field.count(1);
    if (size > MOST_SIZE) {
      throw field.wrong("at most " + MOST_SIZE);
    }
    return size;
  }

  private static void add(Field layers, Network network) throws YamlException {
    for (Field item : layers.items()) {
      boolean plain = item.node() instanceof ScalarNode;
      if (plain) {
        Field word = new Field(item.file(), "a layer", item.node());
        addPlain(word, word.choice(Layer.class), network);
      } else {
        addWithSizes(Fields.of(item), network);
      }
    }
  }

  private static void addPlain(Field at, Layer layer, Network network) throws YamlException {
    switch (layer) {
      case NORM -> at.make(network::batchNorm);
      case RELU -> at.make(network::relu);
      case MEAN -> at.make(network::globalAveragePool);
      case FLATTEN -> at.make(network::flatten);
      case CONV, POOL, DENSE, RESIDUAL ->
          throw at.says("'%s' needs its sizes behind a colon".formatted(at.text()));
    }
  }

  private static void addWithSizes(Fields layer, Network network) throws YamlException {
    if (layer.keys().size() != 1) {
      throw layer.whole().says("a layer should have one key");
    }
    Field key = layer.keys().values().iterator().next();
    Field value = layer.values().values().iterator().next();
    switch (new Field(key.file(), "a layer", key.node()).choice(Layer.class)) {
      case CONV -> addConvolution(value, network);
      case POOL -> {
        int size = size(value);
        value.make(() -> network.maxPool(size));
      }
      case DENSE -> {
        int outputs = size(value);
        value.make(() -> network.dense(outputs));
      }
      case RESIDUAL -> addResidual(value, network);
      case NORM, RELU, MEAN, FLATTEN -> throw key.says("'%s' has no sizes".formatted(key.text()));
    }
  }

  private static void addConvolution(Field value, Network network) throws YamlException {
    List<Long> sizes = sizes(value);
    if (sizes.size() < 2 || sizes.size() > 3) {
      throw value.wrong("[channels, kernel] or [channels, kernel, stride]");
    }
    long stride = sizes.size() == 3 ? sizes.getLast() : 1;
    value.make(() -> network.conv(sizes.get(0), sizes.get(1), stride));
  }

  /** The layers are added inside of a branch, whose complaint is handed out of it. */
  private static void addResidual(Field value, Network network) throws YamlException {
    List<YamlException> complaints = new ArrayList<>();
    value.make(() ->
        network.residual(body -> {
          try {
            add(value, body);
          } catch (YamlException e) {
            complaints.add(e);
          }
          return body;
        }));
    Optional<YamlException> complaint = complaints.stream().findFirst();
    if (complaint.isPresent()) {
      throw complaint.get();
    }
  }
}
