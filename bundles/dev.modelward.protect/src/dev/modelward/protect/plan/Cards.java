// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.plan;

import java.nio.file.Path;

/** The data cards of a plan: what the analysis reads, and what every view is measured on. */
public record Cards(Path calibrate, Path measure) {}
