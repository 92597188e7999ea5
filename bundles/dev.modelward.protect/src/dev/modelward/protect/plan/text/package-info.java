// SPDX-License-Identifier: EPL-2.0
/** Exposure plans as texts in YAML: read, written for the first time, and edited in place. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.modelward.protect.plan.text;
