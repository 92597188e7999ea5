// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.layered;

import dev.modelward.ui.diagram.Area;
import dev.modelward.ui.diagram.Extent;
import dev.modelward.ui.diagram.Route;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.elk.alg.layered.LayeredLayoutProvider;
import org.eclipse.elk.alg.layered.options.CrossingMinimizationStrategy;
import org.eclipse.elk.alg.layered.options.LayerConstraint;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.alg.layered.options.NodePlacementStrategy;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.util.IElkProgressMonitor;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkEdgeSection;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/** Lays a strip out with ELK's layered algorithm. */
final class ElkStrip {

  /** From this size on quick methods take the place of thorough ones. */
  private static final int LARGE = Integer.getInteger("large", 120);

  private final Strip strip;
  private final List<ElkNode> nodes = new ArrayList<>();
  private final List<ElkEdge> edges = new ArrayList<>();

  private ElkStrip(Strip strip) {
    this.strip = strip;
  }

  static StripLayout layout(Strip strip, IElkProgressMonitor monitor) {
    // the defaults of all options are registered on first use of the service
    LayoutMetaDataService.getInstance();
    ElkStrip graph = new ElkStrip(strip);
    new LayeredLayoutProvider().layout(graph.build(), monitor);
    return graph.read();
  }

  private ElkNode build() {
    ElkNode root = ElkGraphUtil.createGraph();
    options(root);
    for (Extent size : strip.sizes()) {
      ElkNode node = ElkGraphUtil.createNode(root);
      node.setDimensions(size.width(), size.height());
      nodes.add(node);
    }
    if (strip.head()) {
      nodes
          .getFirst()
          .setProperty(LayeredOptions.LAYERING_LAYER_CONSTRAINT, LayerConstraint.FIRST_SEPARATE);
    }
    if (strip.foot()) {
      nodes
          .getLast()
          .setProperty(LayeredOptions.LAYERING_LAYER_CONSTRAINT, LayerConstraint.LAST_SEPARATE);
    }
    Spine spine = new Spine(strip);
    for (Strip.Arc arc : strip.arcs()) {
      ElkEdge edge = ElkGraphUtil.createSimpleEdge(nodes.get(arc.from()), nodes.get(arc.to()));
      edge.setProperty(LayeredOptions.PRIORITY_STRAIGHTNESS, spine.straightness(arc));
      edges.add(edge);
    }
    return root;
  }

  private void options(ElkNode root) {
    boolean large = strip.sizes().size() > LARGE;
    root.setProperty(LayeredOptions.DIRECTION, Direction.DOWN);
    root.setProperty(LayeredOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL);
    root.setProperty(LayeredOptions.MERGE_EDGES, true);
    root.setProperty(LayeredOptions.SEPARATE_CONNECTED_COMPONENTS, false);
    root.setProperty(LayeredOptions.PADDING, new ElkPadding());
    root.setProperty(
        LayeredOptions.NODE_PLACEMENT_STRATEGY,
        large ? NodePlacementStrategy.BRANDES_KOEPF : NodePlacementStrategy.NETWORK_SIMPLEX);
    String v = System.getProperty("v", "");
    if (v.contains("bk"))
      root.setProperty(LayeredOptions.NODE_PLACEMENT_STRATEGY, NodePlacementStrategy.BRANDES_KOEPF);
    if (v.contains("bal"))
      root.setProperty(
          LayeredOptions.NODE_PLACEMENT_BK_FIXED_ALIGNMENT,
          org.eclipse.elk.alg.layered.options.FixedAlignment.BALANCED);
    if (v.contains("fav"))
      root.setProperty(LayeredOptions.NODE_PLACEMENT_FAVOR_STRAIGHT_EDGES, true);
    if (v.contains("imp"))
      root.setProperty(
          LayeredOptions.NODE_PLACEMENT_BK_EDGE_STRAIGHTENING,
          org.eclipse.elk.alg.layered.options.EdgeStraighteningStrategy.IMPROVE_STRAIGHTNESS);
    root.setProperty(
        LayeredOptions.CROSSING_MINIMIZATION_STRATEGY, CrossingMinimizationStrategy.LAYER_SWEEP);
    root.setProperty(LayeredOptions.THOROUGHNESS, large ? 1 : 4);
    root.setProperty(LayeredOptions.SPACING_NODE_NODE, Spacing.BETWEEN_BOXES);
    root.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, Spacing.BETWEEN_LAYERS);
    root.setProperty(LayeredOptions.SPACING_EDGE_NODE, Spacing.BESIDE_BOX);
    root.setProperty(LayeredOptions.SPACING_EDGE_NODE_BETWEEN_LAYERS, Spacing.BESIDE_BOX);
    root.setProperty(LayeredOptions.SPACING_EDGE_EDGE, Spacing.BETWEEN_EDGES);
    root.setProperty(LayeredOptions.SPACING_EDGE_EDGE_BETWEEN_LAYERS, Spacing.BETWEEN_EDGES);
  }

  private StripLayout read() {
    List<Area> areas = new ArrayList<>();
    for (ElkNode node : nodes) {
      areas.add(new Area(node.getX(), node.getY(), node.getWidth(), node.getHeight()));
    }
    return new StripLayout(areas, edges.stream().map(ElkStrip::route).toList());
  }

  private static Route route(ElkEdge edge) {
    ElkEdgeSection section = edge.getSections().getFirst();
    List<Double> points = new ArrayList<>(List.of(section.getStartX(), section.getStartY()));
    section
        .getBendPoints()
        .forEach(bend -> {
          points.add(bend.getX());
          points.add(bend.getY());
        });
    points.add(section.getEndX());
    points.add(section.getEndY());
    return Route.through(points.stream().mapToDouble(Double::doubleValue).toArray());
  }
}
