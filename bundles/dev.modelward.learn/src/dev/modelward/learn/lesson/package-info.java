// SPDX-License-Identifier: EPL-2.0
/** Lessons: what a training teaches, where it takes hold, and who looks on. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.modelward.learn.lesson;
