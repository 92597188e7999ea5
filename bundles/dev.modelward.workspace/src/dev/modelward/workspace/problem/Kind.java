// SPDX-License-Identifier: EPL-2.0
package dev.modelward.workspace.problem;

import java.util.Locale;
import org.eclipse.core.resources.IMarker;

/** The kinds of what can be wrong in a project; each has a type of markers of its own. */
public enum Kind {
  /**
   * The importance map is not there, or that of another model, and nobody asked for an analysis.
   */
  ANALYSIS_OUTDATED(IMarker.SEVERITY_ERROR),
  /** A view is worth more, or less, than the plan allows. */
  LIMIT_BROKEN(IMarker.SEVERITY_ERROR),
  /** A tier's target is out of reach. */
  TIER_UNREACHABLE(IMarker.SEVERITY_ERROR),
  /** There is no key ring, no signing key in it, or nothing that opens it. */
  KEY_MISSING(IMarker.SEVERITY_ERROR),
  /** A model in the clear lies where artifacts are handed out from. */
  PLAIN_MODEL_EXPOSED(IMarker.SEVERITY_ERROR),
  /** An artifact is not what its plan and model would make now. */
  STALE_ARTIFACT(IMarker.SEVERITY_WARNING),
  /** The text of a plan or of a data card is wrong. */
  PLAN_SYNTAX(IMarker.SEVERITY_ERROR),
  /** A criterion cannot judge this model, and another one took its place. */
  CRITERION_UNSUPPORTED(IMarker.SEVERITY_WARNING),
  /** An artifact is not what was signed. */
  ARTIFACT_TAMPERED(IMarker.SEVERITY_ERROR),
  /** A model, its data or its importance map cannot be used. */
  INPUT_UNUSABLE(IMarker.SEVERITY_ERROR),
  /** The build ended for a reason that lies in none of its inputs. */
  BUILD_FAILED(IMarker.SEVERITY_ERROR);

  private static final String PREFIX = "dev.modelward.workspace.";

  private final int severity;

  Kind(int severity) {
    this.severity = severity;
  }

  /** The word for it, which is the id of its markers. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The type of its markers. */
  public String markerType() {
    return PREFIX + word();
  }

  /** How bad it is, as {@link IMarker#SEVERITY} counts. */
  public int severity() {
    return severity;
  }
}
