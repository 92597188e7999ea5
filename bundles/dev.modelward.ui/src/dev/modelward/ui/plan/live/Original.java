// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.plan.live;

import java.nio.file.Path;
import org.eclipse.jface.text.IDocument;

/** The document of a plan, and the file in which it stands or will stand. */
public record Original(Path file, IDocument document) {}
