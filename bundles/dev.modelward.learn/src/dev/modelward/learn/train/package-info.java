// SPDX-License-Identifier: EPL-2.0
/** Training: a trainer follows a lesson step by step, on as many threads as it is given. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.modelward.learn.train;
