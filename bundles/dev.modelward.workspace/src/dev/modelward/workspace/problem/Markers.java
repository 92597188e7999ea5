// SPDX-License-Identifier: EPL-2.0
package dev.modelward.workspace.problem;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IWorkspaceRoot;
import org.eclipse.core.runtime.CoreException;

/** The markers of a project that say what is wrong; each belongs to a plan, or to no plan. */
public record Markers(IProject project) {
  /** The type above those of all kinds. */
  public static final String PROBLEM = "dev.modelward.workspace.problem";

  /** The attribute that holds the word of the kind. */
  public static final String ID = "id";

  /** The attribute that holds the path of the plan in its project; empty if it is of none. */
  public static final String PLAN = "plan";

  /** The attribute that holds what is wrong: what was expected, and what was found. */
  public static final String WHAT = "what";

  /** The attribute that holds what to do. */
  public static final String ADVICE = "advice";

  /** What stands for the plan where there is none. */
  public static final String NO_PLAN = "";

  /** All of them. */
  public List<IMarker> all() throws CoreException {
    return List.of(project.findMarkers(PROBLEM, true, IResource.DEPTH_INFINITE));
  }

  /** Those of a plan. */
  public List<IMarker> of(String plan) throws CoreException {
    return all().stream().filter(marker -> plan(marker).equals(plan)).toList();
  }

  /** Whether a plan has one that says why there is no artifact. */
  public boolean hasError(String plan) throws CoreException {
    return of(plan).stream()
        .anyMatch(marker ->
            marker.getAttribute(IMarker.SEVERITY, IMarker.SEVERITY_INFO) == IMarker.SEVERITY_ERROR);
  }

  /** Whether a plan has one that does not belong to an artifact which is as it should be. */
  public boolean hasOthers(String plan) throws CoreException {
    return of(plan).stream()
        .anyMatch(marker -> !Kind.CRITERION_UNSUPPORTED.word().equals(marker.getAttribute(ID, "")));
  }

  /** Puts those of some problems in the place of all that a plan had. */
  public void replace(String plan, List<Problem> problems) throws CoreException {
    for (IMarker old : of(plan)) {
      old.delete();
    }
    for (Problem problem : problems) {
      resource(problem.place().file().toUri())
          .createMarker(problem.kind().markerType(), attributes(plan, problem));
    }
  }

  /** Removes those of plans that are not there any more. */
  public void keep(Set<String> plans) throws CoreException {
    for (IMarker marker : all()) {
      if (!plan(marker).equals(NO_PLAN) && !plans.contains(plan(marker))) {
        marker.delete();
      }
    }
  }

  /** Removes all of them. */
  public void clear() throws CoreException {
    project.deleteMarkers(PROBLEM, true, IResource.DEPTH_INFINITE);
  }

  private static String plan(IMarker marker) {
    return marker.getAttribute(PLAN, NO_PLAN);
  }

  /** The project's own resource at a place if there is one, else any, else the project. */
  private IResource resource(URI place) {
    IWorkspaceRoot root = project.getWorkspace().getRoot();
    List<IResource> there =
        Stream.<IResource>concat(
                Stream.of(root.findFilesForLocationURI(place)),
                Stream.of(root.findContainersForLocationURI(place)))
            .filter(IResource::exists)
            .toList();
    return there.stream()
        .filter(resource -> project.equals(resource.getProject()))
        .findFirst()
        .or(() -> there.stream().findFirst())
        .orElse(project);
  }

  private static Map<String, Object> attributes(String plan, Problem problem) {
    Map<String, Object> all = new HashMap<>();
    all.put(IMarker.SEVERITY, problem.kind().severity());
    all.put(IMarker.MESSAGE, problem.complaint().sentence());
    all.put(IMarker.LOCATION, problem.complaint().where());
    all.put(ID, problem.kind().word());
    all.put(PLAN, plan);
    all.put(WHAT, problem.complaint().what());
    all.put(ADVICE, problem.complaint().advice());
    if (problem.place().isLine()) {
      all.put(IMarker.LINE_NUMBER, problem.place().line());
      span(problem.place(), all);
    }
    return all;
  }

  private static void span(Place place, Map<String, Object> attributes) {
    try {
      Place.Span span = place.in(Files.readString(place.file()));
      attributes.put(IMarker.CHAR_START, span.start());
      attributes.put(IMarker.CHAR_END, span.end());
    } catch (IOException e) {
      // what cannot be read any more has its line alone
    }
  }
}
