// SPDX-License-Identifier: EPL-2.0
package dev.modelward.reference;

import dev.modelward.onnx.Graph;
import dev.modelward.onnx.OnnxModel;
import dev.modelward.onnx.graph.Scope;
import dev.modelward.onnx.tensor.ElementType;
import dev.modelward.onnx.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the ONNX checker's Python tools say of one model, from the list beside the models. */
record Manifest(
    long irVersion,
    Set<String> opsets,
    long nodes,
    long subgraphs,
    Map<String, Long> initializers) {
  private static final int NAME = 0;
  private static final int IR_VERSION = 7;
  private static final int OPSETS = 8;
  private static final int NODES = 10;
  private static final int SUBGRAPHS = 11;
  private static final int INITIALIZERS = 12;

  static Map<String, Manifest> rows() throws IOException {
    return Files.readAllLines(Shared.file("onnx-third-party/MANIFEST.tsv")).stream()
        .map(line -> line.split("\t", -1))
        .filter(columns -> columns[NAME].endsWith(".onnx"))
        .collect(Collectors.toMap(columns -> columns[NAME], Manifest::row));
  }

  static Manifest of(String name) throws IOException {
    return Optional.ofNullable(rows().get(name)).orElseThrow();
  }

  private static Manifest row(String[] columns) {
    return new Manifest(
        Long.parseLong(columns[IR_VERSION]),
        new TreeSet<>(List.of(columns[OPSETS].split(","))),
        Long.parseLong(columns[NODES]),
        Long.parseLong(columns[SUBGRAPHS]),
        counts(columns[INITIALIZERS].split(" ext:")[0]));
  }

  private static Map<String, Long> counts(String text) {
    Map<String, Long> counts = new TreeMap<>();
    Arrays.stream(text.split(","))
        .filter(part -> !part.isEmpty())
        .map(part -> part.split(":"))
        .forEach(part -> counts.put(part[0], Long.parseLong(part[1])));
    return counts;
  }

  static Set<String> opsets(OnnxModel model) {
    return model.opsets().stream()
        .map(set -> (set.domain().isEmpty() ? "ai.onnx" : set.domain()) + ":" + set.version())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  static long nodes(OnnxModel model) {
    return Scope.graphs(model).values().stream().mapToLong(graph -> graph.nodes().size()).sum();
  }

  static Map<String, Long> initializers(OnnxModel model) {
    return Scope.graphs(model).values().stream()
        .map(Graph::initializers)
        .flatMap(List::stream)
        .map(Tensor::type)
        .map(Manifest::name)
        .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
  }

  private static String name(ElementType type) {
    return switch (type) {
      case FLOAT32 -> "FLOAT";
      case FLOAT64 -> "DOUBLE";
      default -> type.toString().toUpperCase(Locale.ROOT);
    };
  }
}
