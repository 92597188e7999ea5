// SPDX-License-Identifier: EPL-2.0
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.modelward.ui.plan.live;
