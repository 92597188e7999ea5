// SPDX-License-Identifier: EPL-2.0
package dev.modelward.onnx.graph;

import dev.modelward.onnx.AttributeValue;
import dev.modelward.onnx.Graph;
import dev.modelward.onnx.Node;
import dev.modelward.onnx.bytes.OnnxFormatException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.stream.Stream;

/** Which node of a graph produces and which consume a value, by the nodes' indices in the file. */
public final class Wiring {
  private final Graph graph;
  private final Map<String, Integer> producers = new HashMap<>();
  private final Map<String, List<Integer>> consumers = new HashMap<>();
  private final List<Set<String>> reads = new ArrayList<>();
  private final Set<String> outputs = new HashSet<>();

  private Wiring(Graph graph) {
    this.graph = graph;
    List<Node> nodes = graph.nodes();
    for (int i = 0; i < nodes.size(); i++) {
      add(i, nodes.get(i));
    }
    graph.outputs().forEach(output -> outputs.add(output.name()));
  }

  /** The wiring of a graph. */
  public static Wiring of(Graph graph) {
    return new Wiring(graph);
  }

  private void add(int index, Node node) {
    node.outputs().stream()
        .filter(output -> !output.isEmpty())
        .forEach(output -> producers.put(output, index));
    Set<String> read = new LinkedHashSet<>();
    collectReads(node, read);
    read.forEach(value -> consumers.computeIfAbsent(value, v -> new ArrayList<>()).add(index));
    reads.add(read);
  }

  /** A node reads its inputs, and whatever its inner graphs take from outside. */
  private static void collectReads(Node node, Set<String> read) {
    node.inputs().stream().filter(input -> !input.isEmpty()).forEach(read::add);
    node.attributes().stream()
        .flatMap(attribute -> graphs(attribute.value()))
        .forEach(inner -> captured(inner, read));
  }

  private static Stream<Graph> graphs(AttributeValue value) {
    return switch (value) {
      case AttributeValue.OfGraph graph -> Stream.of(graph.value());
      case AttributeValue.OfMany many -> many.values().stream().flatMap(Wiring::graphs);
      default -> Stream.empty();
    };
  }

  private static void captured(Graph inner, Set<String> read) {
    Set<String> inside = new LinkedHashSet<>();
    inner.nodes().forEach(node -> collectReads(node, inside));
    inner.outputs().forEach(output -> inside.add(output.name()));
    inner.nodes().forEach(node -> node.outputs().forEach(inside::remove));
    inner.inputs().forEach(input -> inside.remove(input.name()));
    inner.initializers().forEach(tensor -> inside.remove(tensor.name()));
    inner.sparseInitializers().forEach(tensor -> inside.remove(tensor.name()));
    read.addAll(inside);
  }

  /** The node that produces a value. */
  public Optional<Integer> producer(String value) {
    return Optional.ofNullable(producers.get(value));
  }

  /** The nodes that read a value, themselves or in an inner graph. */
  public List<Integer> consumers(String value) {
    return List.copyOf(consumers.getOrDefault(value, List.of()));
  }

  /** The nodes whose outputs a node reads, without repetition. */
  public List<Integer> predecessors(int node) {
    return reads.get(node).stream()
        .flatMap(value -> producer(value).stream())
        .filter(producer -> producer != node)
        .distinct()
        .toList();
  }

  /** Whether a value leaves the graph. */
  public boolean isOutput(String value) {
    return outputs.contains(value);
  }

  /**
   * The nodes in an order in which each comes after those it reads from; the order of the file
   * wherever that is one.
   *
   * @throws OnnxFormatException if nodes wait for each other in a circle
   */
  public List<Integer> order() throws OnnxFormatException {
    int count = reads.size();
    int[] waiting = new int[count];
    List<List<Integer>> successors = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      successors.add(new ArrayList<>());
    }
    for (int i = 0; i < count; i++) {
      List<Integer> before = predecessors(i);
      waiting[i] = before.size() + (readsItself(i) ? 1 : 0);
      int node = i;
      before.forEach(predecessor -> successors.get(predecessor).add(node));
    }
    List<Integer> order = release(waiting, successors);
    if (order.size() < count) {
      throw circle(order);
    }
    return order;
  }

  /** Whether the nodes already stand in the file in an order in which they can run. */
  public boolean isSorted() {
    for (int i = 0; i < reads.size(); i++) {
      int node = i;
      if (readsItself(i) || predecessors(i).stream().anyMatch(before -> before > node)) {
        return false;
      }
    }
    return true;
  }

  private boolean readsItself(int node) {
    return graph.nodes().get(node).outputs().stream().anyMatch(reads.get(node)::contains);
  }

  private static List<Integer> release(int[] waiting, List<List<Integer>> successors) {
    PriorityQueue<Integer> ready = new PriorityQueue<>();
    for (int i = 0; i < waiting.length; i++) {
      if (waiting[i] == 0) {
        ready.add(i);
      }
    }
    List<Integer> order = new ArrayList<>();
    while (!ready.isEmpty()) {
      int node = ready.remove();
      order.add(node);
      successors.get(node).stream().filter(next -> --waiting[next] == 0).forEach(ready::add);
    }
    return order;
  }

  private OnnxFormatException circle(List<Integer> order) {
    BitSet ordered = new BitSet();
    order.forEach(ordered::set);
    Node first = graph.nodes().get(ordered.nextClearBit(0));
    return new OnnxFormatException(
        graph.trail(),
        first.message().offsetOf(0),
        "nodes that can run one after the other",
        "a circle around " + first);
  }
}
