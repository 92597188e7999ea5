// SPDX-License-Identifier: EPL-2.0
/** Tests of the texts that people write. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.modelward.learn.yaml;
