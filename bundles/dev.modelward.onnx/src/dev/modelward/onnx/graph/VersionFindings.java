// SPDX-License-Identifier: EPL-2.0
package dev.modelward.onnx.graph;

import dev.modelward.onnx.Function;
import dev.modelward.onnx.Node;
import dev.modelward.onnx.OnnxModel;
import dev.modelward.onnx.Opset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What is wrong with the versions that a model names. */
final class VersionFindings {
  /** The newest version of the file format that this library was written for. */
  private static final long NEWEST_IR_VERSION = 13;

  /** The newest version of the standard operators that this library was written for. */
  private static final long NEWEST_OPSET = 27;

  /** The first version whose files must name the operator sets they use. */
  private static final long FIRST_IR_VERSION_WITH_OPSETS = 3;

  private VersionFindings() {}

  static List<Finding> of(OnnxModel model) {
    List<Finding> found = new ArrayList<>();
    found.addAll(tooNew("IR version", model.irVersion(), NEWEST_IR_VERSION));
    found.addAll(tooNew("opset", model.opset(), NEWEST_OPSET));
    if (model.irVersion() >= FIRST_IR_VERSION_WITH_OPSETS) {
      List<Node> nodes =
          Scope.of(model).stream().flatMap(scope -> scope.graph(model).nodes().stream()).toList();
      found.addAll(notImported("model", nodes, model.opsets()));
    }
    for (Function function : model.functions()) {
      found.addAll(notImported("function " + function, function.nodes(), function.opsets()));
    }
    return found;
  }

  private static List<Finding> tooNew(String what, long version, long newest) {
    if (version <= newest) {
      return List.of();
    }
    return List.of(
        Finding.warning(
            "model",
            "The %s is %d, %d above the newest known one, %d."
                + " Update ModelWard, or export the model for an older version.",
            what,
            version,
            version - newest,
            newest));
  }

  private static List<Finding> notImported(String where, List<Node> nodes, List<Opset> opsets) {
    Set<String> imported = opsets.stream().map(Opset::domain).collect(Collectors.toSet());
    Map<String, List<Node>> missing =
        nodes.stream()
            .filter(node -> !imported.contains(node.domain()))
            .collect(Collectors.groupingBy(Node::domain, TreeMap::new, Collectors.toList()));
    return missing.entrySet().stream()
        .map(entry ->
            Finding.error(
                where,
                "The operators of %,d of %,d nodes are of the domain '%s', which is not imported,"
                    + " first %s. Import an opset of that domain.",
                entry.getValue().size(),
                nodes.size(),
                entry.getKey().isEmpty() ? "ai.onnx" : entry.getKey(),
                entry.getValue().get(0)))
        .toList();
  }
}
