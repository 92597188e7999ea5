// SPDX-License-Identifier: EPL-2.0
/** What happens to a record on its way into a batch. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.modelward.learn.transform;
