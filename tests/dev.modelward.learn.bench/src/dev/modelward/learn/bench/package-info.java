// SPDX-License-Identifier: EPL-2.0
/** Our gradients beside those of libtorch: the same network, the same machine, the same run. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.modelward.learn.bench;
