// SPDX-License-Identifier: EPL-2.0
package dev.modelward.workspace.build;

import dev.modelward.workspace.Complaint;

/** There is no key to build with; nobody is asked for one. */
public final class KeyMissingException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Complaint complaint;

  KeyMissingException(Complaint complaint) {
    super(complaint.sentence());
    this.complaint = complaint;
  }

  /** What is missing, where, and what to do. */
  public Complaint complaint() {
    return complaint;
  }
}
