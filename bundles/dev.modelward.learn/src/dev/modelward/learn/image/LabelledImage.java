// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.image;

import java.nio.file.Path;

/** An image file and its label. */
public record LabelledImage(Path file, long label) {}
