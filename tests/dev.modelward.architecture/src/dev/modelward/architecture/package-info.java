// SPDX-License-Identifier: EPL-2.0
/** The rules that keep the bundles in their layers. */
package dev.modelward.architecture;
