// SPDX-License-Identifier: EPL-2.0
/** The whole way from data to grants, shown on a small model that is made on the spot. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.modelward.cli.demo;
