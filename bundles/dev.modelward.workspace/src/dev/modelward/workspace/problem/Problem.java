// SPDX-License-Identifier: EPL-2.0
package dev.modelward.workspace.problem;

import dev.modelward.workspace.Complaint;

/** Something that is wrong at a place: what, where exactly, and what to do about it. */
public record Problem(Kind kind, Place place, Complaint complaint) {}
