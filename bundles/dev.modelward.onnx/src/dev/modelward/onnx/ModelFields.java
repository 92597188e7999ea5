// SPDX-License-Identifier: EPL-2.0
package dev.modelward.onnx;

import dev.modelward.onnx.bytes.Bytes;
import dev.modelward.onnx.bytes.OnnxFormatException;
import dev.modelward.onnx.bytes.Trail;
import dev.modelward.onnx.wire.Children;
import dev.modelward.onnx.wire.Span;
import dev.modelward.onnx.wire.Splice;
import dev.modelward.onnx.wire.WireReader;
import dev.modelward.onnx.wire.WireWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The fields of {@code ModelProto}. */
final class ModelFields {
  static final int IR_VERSION = 1;
  static final int PRODUCER_NAME = 2;
  static final int PRODUCER_VERSION = 3;
  static final int DOMAIN = 4;
  static final int DOC_STRING = 6;
  static final int GRAPH = 7;
  static final int OPSET_IMPORT = 8;
  static final int METADATA = 14;
  static final int FUNCTIONS = 25;
  private static final int KEY = 1;
  private static final int VALUE = 2;

  /** The first version whose files must name the operator sets they use. */
  private static final int FIRST_WITH_OPSETS = 3;

  private final Map<Integer, String> texts = new HashMap<>();
  private final Map<String, String> metadata = new LinkedHashMap<>();
  private final Map<String, Span> metadataSpans = new HashMap<>();
  private final List<Opset> opsets = new ArrayList<>();
  private final List<Function> functions = new ArrayList<>();
  private final Children<Graph> graphs = new Children<>();
  private long irVersion;

  private ModelFields() {}

  static ModelFields read(WireReader reader) throws OnnxFormatException {
    ModelFields fields = new ModelFields();
    while (reader.next()) {
      fields.field(reader);
    }
    if (fields.graphs.size() != 1) {
      throw reader.wrong("a model of one graph", fields.graphs.size() + " graphs");
    }
    if (fields.opsets.isEmpty() && fields.irVersion >= FIRST_WITH_OPSETS) {
      throw reader.wrong("the operator sets of IR version " + fields.irVersion, "none");
    }
    return fields;
  }

  private void field(WireReader reader) throws OnnxFormatException {
    int field = reader.field();
    Trail trail = reader.trail();
    switch (field) {
      case IR_VERSION -> irVersion = reader.integer();
      case PRODUCER_NAME, PRODUCER_VERSION, DOMAIN, DOC_STRING -> texts.put(field, reader.text());
      case GRAPH -> graphs.add(Graph.read(reader.bytes(), trail.down("graph")), reader.span());
      case OPSET_IMPORT ->
          opsets.add(Opset.read(reader.bytes(), trail.down("opset_import", opsets.size())));
      case METADATA -> metadata(reader);
      case FUNCTIONS ->
          functions.add(Function.read(reader.bytes(), trail.down("functions", functions.size())));
      default -> {}
    }
  }

  private void metadata(WireReader field) throws OnnxFormatException {
    WireReader reader = new WireReader(field.bytes(), field.trail().down("metadata_props"));
    String key = "";
    String value = "";
    while (reader.next()) {
      switch (reader.field()) {
        case KEY -> key = reader.text();
        case VALUE -> value = reader.text();
        default -> {}
      }
    }
    metadata.put(key, value);
    metadataSpans.put(key, field.span());
  }

  long irVersion() {
    return irVersion;
  }

  String text(int field) {
    return texts.getOrDefault(field, "");
  }

  Map<String, String> metadata() {
    return Collections.unmodifiableMap(metadata);
  }

  List<Opset> opsets() {
    return Collections.unmodifiableList(opsets);
  }

  List<Function> functions() {
    return Collections.unmodifiableList(functions);
  }

  Graph graph() {
    return graphs.values().get(0);
  }

  Bytes withGraph(Bytes message, Graph graph) {
    return new Splice(message).replace(GRAPH, graphs.span(0), graph.message()).apply();
  }

  Bytes withMetadata(Bytes message, String key, String value) {
    Bytes entry = new WireWriter().text(KEY, key).text(VALUE, value).message();
    Splice splice = new Splice(message);
    if (metadataSpans.containsKey(key)) {
      return splice.replace(METADATA, metadataSpans.get(key), entry).apply();
    }
    return splice.append(new WireWriter().bytes(METADATA, entry).message()).apply();
  }
}
