// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.model;

import dev.modelward.onnx.graph.Scope;

/** What one can select in a model; equal elements mean the same place, also after a reload. */
public sealed interface Element {

  /** The model as a whole. */
  record Whole() implements Element {}

  /** A graph inside of a node. */
  record InnerGraph(Scope scope) implements Element {}

  /** A node of a graph. */
  record AtNode(Scope scope, int node) implements Element {}

  /** A tensor that a graph is given. */
  record Given(Scope scope, int tensor) implements Element {}

  /** A value that goes into a graph. */
  record Input(Scope scope, int index) implements Element {}

  /** A value that comes out of a graph. */
  record Output(Scope scope, int index) implements Element {}

  /** An operator that the model defines for itself. */
  record OwnFunction(int function) implements Element {}

  /** A node of such an operator. */
  record InFunction(int function, int node) implements Element {}

  /** All elements of one kind in a graph. */
  record Heading(Kind kind, Scope scope) implements Element {}

  /** A part of the elements under a heading. */
  record Run(Heading heading, int from, int to) implements Element {}

  /** The kinds of elements that a graph has. */
  enum Kind {
    INPUTS,
    OUTPUTS,
    NODES,
    INITIALIZERS,
    FUNCTIONS
  }
}
