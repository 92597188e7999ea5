// SPDX-License-Identifier: EPL-2.0
/** Tests of changes that leave everything else as it is. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.modelward.learn.yaml.edit;
