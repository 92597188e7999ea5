// SPDX-License-Identifier: EPL-2.0
package dev.modelward.workspace;

import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;

/** Failures of this product in the form in which Eclipse hands failures on. */
public final class Statuses {
  private static final String BUNDLE = "dev.modelward.workspace";

  private Statuses() {}

  /** A status that says what is wrong, where, and what to do, with the failure behind it. */
  public static IStatus of(Complaint complaint, Throwable failure) {
    return new Status(IStatus.ERROR, BUNDLE, complaint.sentence(), failure);
  }
}
