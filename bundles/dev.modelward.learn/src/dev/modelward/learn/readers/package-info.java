// SPDX-License-Identifier: EPL-2.0
/** The reader of each kind of file of records. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.modelward.learn.readers;
