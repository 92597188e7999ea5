// SPDX-License-Identifier: EPL-2.0
package dev.modelward.workspace.build;

/** Why a build is made. */
enum Occasion {
  /** Something in the workspace changed; nobody waits. */
  AUTOMATIC,
  /** Somebody asks for it. */
  ASKED,
  /** Somebody asks for all of it: files are read however they look, artifacts are verified. */
  THOROUGH
}
