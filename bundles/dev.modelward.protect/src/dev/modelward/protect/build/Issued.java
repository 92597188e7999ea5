// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.build;

import dev.modelward.runtime.grant.Grant;
import java.nio.file.Path;

/** A grant, and the file that it was written to. */
public record Issued(Path file, Grant grant) {}
