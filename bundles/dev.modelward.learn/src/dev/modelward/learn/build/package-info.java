// SPDX-License-Identifier: EPL-2.0
/** Small networks made in code, for demonstrations, tests and attacks. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.modelward.learn.build;
