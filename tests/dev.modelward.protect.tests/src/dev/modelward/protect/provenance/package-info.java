// SPDX-License-Identifier: EPL-2.0
/** Tests of what vouches for artifacts towards verifiers of others. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.modelward.protect.provenance;
