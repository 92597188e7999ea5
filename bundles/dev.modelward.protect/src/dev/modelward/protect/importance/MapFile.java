// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.importance;

import dev.modelward.onnx.Graph;
import dev.modelward.onnx.GraphEdit;
import dev.modelward.onnx.OnnxModel;
import dev.modelward.onnx.Opset;
import dev.modelward.onnx.graph.Finding;
import dev.modelward.onnx.tensor.ElementType;
import dev.modelward.onnx.tensor.Tensor;
import dev.modelward.protect.blocks.BlockKind;
import dev.modelward.protect.blocks.Tiling;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The file of an importance map: an ONNX file of tensors without nodes. For layer i, {@code
 * scores/i} has a number for each block, in the sizes of the grid, {@code tile/i} the sizes of a
 * block; all else is metadata.
 */
final class MapFile {
  private static final String FORMAT = "modelward.importance";
  private static final String VERSION = "1";
  private static final String PARAMETERS = "parameters";
  private static final String FINDINGS = "findings";
  private static final String LAYERS = "layers";

  private final Metadata metadata;
  private final Graph graph;

  private MapFile(OnnxModel model) {
    this.metadata = new Metadata(model.source().toString(), model.metadata());
    this.graph = model.graph();
  }

  static void write(ImportanceMap map, Path file) throws IOException {
    GraphEdit edit = Graph.named("importance").edit();
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put(FORMAT, VERSION);
    texts.put(PARAMETERS, Long.toString(map.parameters()));
    texts.put(LAYERS, Integer.toString(map.layers().size()));
    texts.put(FINDINGS, Integer.toString(map.findings().size()));
    Metadata.put(map.provenance(), texts);
    for (int i = 0; i < map.layers().size(); i++) {
      ScoredLayer layer = map.layers().get(i);
      texts.put("layer/" + i + "/name", layer.name());
      texts.put("layer/" + i + "/operator", layer.operator());
      texts.put("layer/" + i + "/weight", layer.weight());
      texts.put("layer/" + i + "/kind", layer.kind().name());
      Tiling tiling = layer.tiling();
      long[] tile = tiling.tile().stream().mapToLong(Long::longValue).toArray();
      edit.add(Tensor.ofLongs("tile/" + i, List.of((long) tile.length), tile));
      edit.add(
          Tensor.of("scores/" + i, ElementType.FLOAT32, tiling.grid(), layer.scores().bytes()));
    }
    for (int i = 0; i < map.findings().size(); i++) {
      Finding finding = map.findings().get(i);
      texts.put("finding/" + i + "/severity", finding.severity().name());
      texts.put("finding/" + i + "/what", finding.what());
      texts.put("finding/" + i + "/where", finding.where());
    }
    OnnxModel model = OnnxModel.of(8, List.of(new Opset("", 17)), edit.apply());
    for (Map.Entry<String, String> text : texts.entrySet()) {
      model = model.withMetadata(text.getKey(), text.getValue());
    }
    model.write(file);
  }

  static ImportanceMap read(Path file) throws IOException, MapException {
    MapFile map = new MapFile(OnnxModel.open(file));
    map.metadata.check(FORMAT, VERSION);
    long layerCount = map.metadata.count(LAYERS);
    long findingCount = map.metadata.count(FINDINGS);
    List<ScoredLayer> layers = new ArrayList<>();
    for (int i = 0; i < layerCount; i++) {
      layers.add(map.layer(i));
    }
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < findingCount; i++) {
      findings.add(
          new Finding(
              map.metadata.constant(Finding.Severity.class, "finding/" + i + "/severity"),
              map.metadata.text("finding/" + i + "/what"),
              map.metadata.text("finding/" + i + "/where")));
    }
    return new ImportanceMap(
        layers, map.metadata.count(PARAMETERS), map.metadata.provenance(), findings);
  }

  private ScoredLayer layer(int index) throws IOException, MapException {
    Tensor scores = tensor("scores/" + index, ElementType.FLOAT32);
    Tensor tile = tensor("tile/" + index, ElementType.INT64);
    int rank = scores.dims().size();
    if (tile.elements() != rank) {
      throw metadata.failure("tile/" + index, rank + " sizes", tile.elements() + "");
    }
    List<Long> sizes = new ArrayList<>();
    for (int i = 0; i < rank; i++) {
      sizes.add(tile.numbers().integerAt(i));
    }
    try {
      return new ScoredLayer(
          metadata.text("layer/" + index + "/name"),
          metadata.text("layer/" + index + "/operator"),
          metadata.text("layer/" + index + "/weight"),
          metadata.constant(BlockKind.class, "layer/" + index + "/kind"),
          tiling(scores.dims(), sizes),
          Scores.of(scores.raw()));
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw metadata.failure("tile/" + index, "sizes of blocks", sizes.toString());
    }
  }

  /** Tiles of some sizes that form a grid; too many to be counted are none. */
  private static Tiling tiling(List<Long> grid, List<Long> sizes) {
    List<Long> dims =
        IntStream.range(0, grid.size())
            .mapToObj(i -> Math.multiplyExact(grid.get(i), sizes.get(i)))
            .toList();
    long taps = sizes.stream().reduce(1L, Math::multiplyExact);
    if (taps > Integer.MAX_VALUE) {
      throw new IllegalArgumentException("expected fewer weights in a block, found " + taps);
    }
    return new Tiling(dims, sizes);
  }

  private Tensor tensor(String name, ElementType type) throws MapException {
    Tensor tensor =
        graph
            .initializer(name)
            .orElseThrow(() -> metadata.failure(name, "a tensor of " + type, "none"));
    if (tensor.type() != type) {
      throw metadata.failure(name, "a tensor of " + type, "one of " + tensor.type());
    }
    return tensor;
  }
}
