// SPDX-License-Identifier: EPL-2.0
/** The update site, installed as a user installs it. */
package dev.modelward.install;
