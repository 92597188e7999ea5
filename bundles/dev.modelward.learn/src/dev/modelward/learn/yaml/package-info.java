// SPDX-License-Identifier: EPL-2.0
/** Texts in YAML that people write, read so that every complaint names its line and column. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.modelward.learn.yaml;
