// SPDX-License-Identifier: EPL-2.0
/** Tests of the scripts that start ModelWard, its build and its tests from a clone. */
@NonNullByDefault
package dev.modelward.launch;

import org.eclipse.jdt.annotation.NonNullByDefault;
