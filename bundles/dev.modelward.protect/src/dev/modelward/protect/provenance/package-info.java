// SPDX-License-Identifier: EPL-2.0
/** Vouches for artifacts in the form that verifiers of OpenSSF model signing read. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.modelward.protect.provenance;
