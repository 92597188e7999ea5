// SPDX-License-Identifier: EPL-2.0
/** Makes protected artifacts: the public model with its decoys, the rings, and the manifest. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.modelward.protect.seal;
