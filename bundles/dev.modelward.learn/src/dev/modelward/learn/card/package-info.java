// SPDX-License-Identifier: EPL-2.0
/** Data cards: small texts that describe a data set, written and reviewed by people. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.modelward.learn.card;
