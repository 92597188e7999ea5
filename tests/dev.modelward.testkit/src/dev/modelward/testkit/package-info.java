// SPDX-License-Identifier: EPL-2.0
/** Models for tests, made in code and the same on every run. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.modelward.testkit;
