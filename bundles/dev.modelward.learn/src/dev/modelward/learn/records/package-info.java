// SPDX-License-Identifier: EPL-2.0
/** What records are: where they come from, how one is read, and what can be wrong with one. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.modelward.learn.records;
