// SPDX-License-Identifier: EPL-2.0
package dev.modelward.onnx;

import dev.modelward.onnx.bytes.Bytes;
import dev.modelward.onnx.bytes.OnnxFormatException;
import dev.modelward.onnx.bytes.Source;
import dev.modelward.onnx.bytes.Trail;
import dev.modelward.onnx.tensor.SparseTensor;
import dev.modelward.onnx.tensor.Tensor;
import dev.modelward.onnx.wire.Children;
import dev.modelward.onnx.wire.WireReader;
import dev.modelward.onnx.wire.WireWriter;
import java.util.List;
import java.util.Optional;

/** A graph: nodes, the values that go in and come out, and the tensors that are given. */
public final class Graph {
  static final int NODE = 1;
  static final int NAME = 2;
  static final int INITIALIZER = 5;
  static final int INPUT = 11;
  static final int OUTPUT = 12;
  static final int VALUE_INFO = 13;
  static final int SPARSE_INITIALIZER = 15;

  private final Bytes message;
  private final Trail trail;
  private final Children<Node> nodes = new Children<>();
  private final Children<Tensor> initializers = new Children<>();
  private final Children<SparseTensor> sparseInitializers = new Children<>();
  private final Children<Value> inputs = new Children<>();
  private final Children<Value> outputs = new Children<>();
  private final Children<Value> values = new Children<>();
  private String name = "";

  private Graph(Bytes message, Trail trail) {
    this.message = message;
    this.trail = trail;
  }

  static Graph read(Bytes message, Trail trail) throws OnnxFormatException {
    Graph graph = new Graph(message, trail);
    WireReader reader = new WireReader(message, trail);
    while (reader.next()) {
      graph.field(reader);
    }
    return graph;
  }

  private void field(WireReader reader) throws OnnxFormatException {
    switch (reader.field()) {
      case NODE -> add(nodes, reader, "node", Node::read);
      case NAME -> name = reader.text();
      case INITIALIZER -> add(initializers, reader, "initializer", Tensor::read);
      case SPARSE_INITIALIZER ->
          add(sparseInitializers, reader, "sparse_initializer", SparseTensor::read);
      case INPUT -> add(inputs, reader, "input", Value::read);
      case OUTPUT -> add(outputs, reader, "output", Value::read);
      case VALUE_INFO -> add(values, reader, "value_info", Value::read);
      default -> {}
    }
  }

  private static <T> void add(
      Children<T> children, WireReader reader, String field, Reading<T> reading)
      throws OnnxFormatException {
    Trail below = reader.trail().down(field, children.size());
    children.add(reading.read(reader.bytes(), below), reader.span());
  }

  /** How one kind of message is read. */
  private interface Reading<T> {
    T read(Bytes message, Trail trail) throws OnnxFormatException;
  }

  /** A graph of nothing but its name, to be filled by an edit. */
  public static Graph named(String name) {
    return made(new WireWriter().text(NAME, name).message(), Trail.of(new Source.OfMemory(name)));
  }

  static Graph made(Bytes message, Trail trail) {
    try {
      return read(message, trail);
    } catch (OnnxFormatException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  /** The name. */
  public String name() {
    return name;
  }

  /** The nodes, in the order of the file. */
  public List<Node> nodes() {
    return nodes.values();
  }

  /** The given tensors, in the order of the file. */
  public List<Tensor> initializers() {
    return initializers.values();
  }

  /** The given tensors that are sparse. */
  public List<SparseTensor> sparseInitializers() {
    return sparseInitializers.values();
  }

  /** What goes in; in old files also every initializer. */
  public List<Value> inputs() {
    return inputs.values();
  }

  /** What comes out. */
  public List<Value> outputs() {
    return outputs.values();
  }

  /** What the file says of values in between. */
  public List<Value> values() {
    return values.values();
  }

  /** The last initializer of a name, which is the one that counts. */
  public Optional<Tensor> initializer(String tensor) {
    return initializers().stream().filter(t -> t.name().equals(tensor)).reduce((a, b) -> b);
  }

  /** Starts a change of this graph. */
  public GraphEdit edit() {
    return new GraphEdit(this);
  }

  /** The message as it stands in a file. */
  public Bytes message() {
    return message;
  }

  /** Where this graph was read. */
  public Trail trail() {
    return trail;
  }

  Children<Node> nodeChildren() {
    return nodes;
  }

  Children<Tensor> initializerChildren() {
    return initializers;
  }

  Children<Value> inputChildren() {
    return inputs;
  }

  Children<Value> outputChildren() {
    return outputs;
  }

  @Override
  public String toString() {
    return "graph " + name + " of " + nodes.size() + " nodes";
  }
}
