// SPDX-License-Identifier: EPL-2.0
package dev.modelward.workspace.mend;

import dev.modelward.workspace.build.KeySource;
import dev.modelward.workspace.build.ProjectSettings;
import dev.modelward.workspace.problem.Kind;
import dev.modelward.workspace.problem.Markers;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IncrementalProjectBuilder;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;

/** A way to mend what a marker says is wrong; the project is built after it. */
public enum Mend {
  /** Analyzes the model anew. */
  ANALYZE(Messages.analyze_label, Messages.analyze_explanation) {
    @Override
    void prepare(IMarker marker, IProgressMonitor monitor) throws CoreException {
      new OutdatedMap(marker).delete(monitor);
    }
  },
  /** Makes a key ring for the project. */
  CREATE_KEYS(Messages.createKeys_label, Messages.createKeys_explanation) {
    @Override
    void prepare(IMarker marker, IProgressMonitor monitor) throws CoreException {
      Path home = Path.of(System.getProperty("user.home"));
      new NewKeys(marker.getResource().getProject(), home).make(monitor);
    }
  },
  /** Moves a file out of the folder that is handed out, to the top of its project. */
  MOVE_OUT(Messages.moveOut_label, Messages.moveOut_explanation) {
    @Override
    void prepare(IMarker marker, IProgressMonitor monitor) throws CoreException {
      new ExposedFile(marker.getResource()).moveOut(monitor);
    }
  },
  /** Removes everything that builds made, and makes it again. */
  REMAKE(Messages.remake_label, Messages.remake_explanation) {
    @Override
    void prepare(IMarker marker, IProgressMonitor monitor) throws CoreException {
      IProject project = marker.getResource().getProject();
      project.build(IncrementalProjectBuilder.CLEAN_BUILD, monitor);
    }
  },
  /** Deletes an artifact that no plan makes any more. */
  DELETE_ARTIFACT(Messages.deleteArtifact_label, Messages.deleteArtifact_explanation) {
    @Override
    void prepare(IMarker marker, IProgressMonitor monitor) throws CoreException {
      marker.getResource().getParent().delete(false, monitor);
    }
  },
  /** Tries once more, after something outside was put right. */
  BUILD(Messages.build_label, Messages.build_explanation) {
    @Override
    void prepare(IMarker marker, IProgressMonitor monitor) {
      // the build that follows is all
    }
  };

  private final String label;
  private final String explanation;

  Mend(String label, String explanation) {
    this.label = label;
    this.explanation = explanation;
  }

  abstract void prepare(IMarker marker, IProgressMonitor monitor) throws CoreException;

  /** What it does, in a few words. */
  public String label() {
    return label;
  }

  /** What it does, in a sentence or two. */
  public String explanation() {
    return explanation;
  }

  /** The ways to mend what a marker says; none if only its author can. */
  public static List<Mend> of(IMarker marker) {
    return kind(marker).map(kind -> of(kind, marker)).orElse(List.of());
  }

  private static Optional<Kind> kind(IMarker marker) {
    String word = marker.getAttribute(Markers.ID, "");
    return Stream.of(Kind.values()).filter(kind -> kind.word().equals(word)).findFirst();
  }

  private static List<Mend> of(Kind kind, IMarker marker) {
    return switch (kind) {
      case ANALYSIS_OUTDATED -> List.of(ANALYZE);
      case KEY_MISSING -> lacksRing(marker) ? List.of(CREATE_KEYS, BUILD) : List.of(BUILD);
      case PLAIN_MODEL_EXPOSED -> List.of(MOVE_OUT);
      case STALE_ARTIFACT -> List.of(isOfNoPlan(marker) ? DELETE_ARTIFACT : BUILD);
      case INPUT_UNUSABLE, BUILD_FAILED -> List.of(BUILD);
      case ARTIFACT_TAMPERED -> List.of(REMAKE);
      case LIMIT_BROKEN, TIER_UNREACHABLE, PLAN_SYNTAX, CRITERION_UNSUPPORTED -> List.of();
    };
  }

  private static boolean isOfNoPlan(IMarker marker) {
    return Markers.NO_PLAN.equals(marker.getAttribute(Markers.PLAN, Markers.NO_PLAN));
  }

  private static boolean lacksRing(IMarker marker) {
    boolean isTold =
        Optional.ofNullable(System.getenv(KeySource.RING))
            .filter(ring -> !ring.isBlank())
            .or(() -> ProjectSettings.of(marker.getResource().getProject()).keyRing())
            .isPresent();
    return !isTold;
  }

  /** Mends it. */
  public void run(IMarker marker, IProgressMonitor monitor) throws CoreException {
    IProject project = marker.getResource().getProject();
    SubMonitor progress = SubMonitor.convert(monitor, label, 100);
    prepare(marker, progress.split(10));
    project.build(IncrementalProjectBuilder.INCREMENTAL_BUILD, progress.split(90));
  }
}
