// SPDX-License-Identifier: EPL-2.0
package dev.modelward.cli.inspect;

import dev.modelward.cli.console.JsonText;
import dev.modelward.onnx.OnnxModel;
import dev.modelward.onnx.Opset;
import dev.modelward.onnx.Value;
import dev.modelward.onnx.graph.Finding;
import dev.modelward.onnx.graph.Layer;
import dev.modelward.onnx.tensor.ExternalFile;
import java.util.List;
import java.util.Optional;

/** An inspection for machines, as docs/commands.md describes it. */
public final class InspectionJson {
  private static final String STANDARD_DOMAIN = "ai.onnx";

  private InspectionJson() {}

  /** The inspection as one object. */
  public static JsonText of(Inspection inspection) {
    OnnxModel model = inspection.model();
    long all = inspection.parameters();
    return new JsonText()
        .put("file", inspection.file().toString())
        .put("size", model.message().size())
        .put("irVersion", model.irVersion())
        .put("opsets", model.opsets().stream().map(InspectionJson::opset).toList())
        .put("producer", model.producer())
        .put("domain", model.domain())
        .put("documentation", model.documentation())
        .put("metadata", model.metadata())
        .put("graph", model.graph().name())
        .put("graphs", inspection.graphs())
        .put("nodes", model.graph().nodes().size())
        .put("functions", model.functions().size())
        .put("parameters", all)
        .put("bytes", inspection.parameterBytes())
        .put("inputs", values(inspection.inputs()))
        .put("outputs", values(model.graph().outputs()))
        .put("layers", inspection.layers().stream().map(layer -> layer(layer, all)).toList())
        .put("operators", OperatorCount.of(model).stream().map(InspectionJson::operator).toList())
        .put(
            "externalFiles",
            inspection.externalFiles().stream().map(InspectionJson::externalFile).toList())
        .put("findings", inspection.findings().stream().map(InspectionJson::finding).toList());
  }

  private static JsonText opset(Opset opset) {
    return new JsonText()
        .put("domain", opset.domain().isEmpty() ? STANDARD_DOMAIN : opset.domain())
        .put("version", opset.version());
  }

  private static List<JsonText> values(List<Value> values) {
    return values.stream().map(InspectionJson::value).toList();
  }

  private static JsonText value(Value value) {
    JsonText json = new JsonText().put("name", value.name()).put("type", Sizes.text(value.type()));
    Optional<List<Object>> shape = Sizes.machine(value.type());
    return shape.isPresent() ? json.putSizes("shape", shape.get()) : json.putNull("shape");
  }

  private static JsonText layer(Layer layer, long all) {
    return new JsonText()
        .put("name", layer.name())
        .put("operator", layer.operator())
        .put("graph", layer.scope().toString())
        .put("node", layer.node())
        .putSizes("shape", layer.kernel().dims())
        .put("type", layer.kernel().type().toString())
        .put("parameters", layer.parameters())
        .put("bytes", layer.bytes())
        .putShare("share", layer.parameters(), all);
  }

  private static JsonText operator(OperatorCount operator) {
    return new JsonText()
        .put("operator", operator.operator())
        .put("domain", operator.domain())
        .put("count", operator.count());
  }

  private static JsonText externalFile(ExternalFile file) {
    return new JsonText()
        .put("location", file.location())
        .put("tensors", file.tensors().size())
        .put("used", file.used())
        .put("size", file.size());
  }

  private static JsonText finding(Finding finding) {
    return new JsonText()
        .put("severity", finding.severity().toString())
        .put("what", finding.what())
        .put("where", finding.where());
  }
}
