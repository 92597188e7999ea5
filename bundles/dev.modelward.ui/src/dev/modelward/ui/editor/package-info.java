// SPDX-License-Identifier: EPL-2.0
/** The editor for ONNX models, which opens them beside the screen's thread. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.modelward.ui.editor;
