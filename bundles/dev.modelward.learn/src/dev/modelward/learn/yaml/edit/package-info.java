// SPDX-License-Identifier: EPL-2.0
/** Changes of texts in YAML that leave every other letter as it is, those of comments included. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.modelward.learn.yaml.edit;
