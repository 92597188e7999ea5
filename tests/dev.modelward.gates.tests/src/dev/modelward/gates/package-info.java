// SPDX-License-Identifier: EPL-2.0
/** Proofs that each gate of the build closes. */
package dev.modelward.gates;
