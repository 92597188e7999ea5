// SPDX-License-Identifier: EPL-2.0
package dev.modelward.workspace.build;

import dev.modelward.learn.progress.Progress;
import dev.modelward.learn.yaml.YamlException;
import dev.modelward.protect.plan.text.PlanFile;
import dev.modelward.workspace.Stamp;
import dev.modelward.workspace.problem.Markers;
import dev.modelward.workspace.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IFolder;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IPath;

/** The build of all plans of a project that are due. */
final class ProjectBuild {
  private final Site site;
  private final Occasion occasion;
  private final Ledger ledger;
  private final Markers markers;

  ProjectBuild(Site site, Occasion occasion) {
    this.site = site;
    this.occasion = occasion;
    this.ledger = Ledger.read(site.ledger());
    this.markers = new Markers(site.project());
  }

  /** Builds what is due. */
  void run(Progress progress) throws CoreException, IOException {
    SortedMap<String, Path> plans = new TreeMap<>();
    for (IFile file : site.plans()) {
      IPath location = file.getLocation();
      plans.put(file.getProjectRelativePath().toString(), location.toPath());
    }
    ledger.keep(plans.keySet());
    markers.keep(plans.keySet());
    for (SortedMap.Entry<String, Path> plan : plans.entrySet()) {
      progress.checkCancelled();
      build(plan.getKey(), plan.getValue(), progress.part(plan.getKey(), 1.0 / plans.size()));
    }
    refresh(site.output());
    markers.replace(Markers.NO_PLAN, new Exposure(site).problems(plans.keySet()));
  }

  private void build(String name, Path file, Progress progress) throws CoreException, IOException {
    PlanFile plan;
    try {
      plan = PlanFile.read(file);
    } catch (YamlException e) {
      unreadable(name, PlanBuild.withStale(site.artifact(name), List.of(Diagnosis.ofText(e))));
      return;
    }
    PlanBuild build = new PlanBuild(site, name, plan);
    Optional<Entry> last = ledger.of(name);
    Inputs earlier = last.map(Entry::inputs).orElseGet(Inputs::none);
    Inputs now;
    try {
      now = build.inputs(occasion == Occasion.THOROUGH ? Inputs.none() : earlier);
    } catch (IOException e) {
      unreadable(name, build.unreadable(e));
      return;
    }
    Optional<Entry> same = last.filter(entry -> entry.inputs().agreesWith(now));
    if (same.isEmpty() || isDue(name, same.get())) {
      make(name, build, now, progress);
    } else if (same.get().outcome() == Entry.Outcome.BUILT) {
      check(name, build, new Entry(Entry.Outcome.BUILT, now, same.get().artifact()));
    }
    progress.done(1);
  }

  private void make(String name, PlanBuild build, Inputs inputs, Progress progress)
      throws CoreException, IOException {
    PlanBuild.Result result = build.make(inputs, occasion, progress);
    ledger.put(name, result.entry());
    tell(name, result.problems());
  }

  /** Whether a plan is to be built although nothing has changed. */
  private boolean isDue(String name, Entry last) throws CoreException {
    return switch (last.outcome()) {
      case BUILT -> !Files.isDirectory(site.artifact(name));
      case REFUSED -> !markers.hasError(name) || occasion == Occasion.THOROUGH;
      case BROKEN -> !markers.hasError(name) || occasion != Occasion.AUTOMATIC;
      case WAITING ->
          !markers.hasError(name)
              || occasion != Occasion.AUTOMATIC
              || site.settings().analyses() == ProjectSettings.Analyses.ALWAYS;
    };
  }

  /** What nothing can be said of as it is now; what was made before may be right again later. */
  private void unreadable(String name, List<Problem> problems) throws CoreException, IOException {
    if (ledger.of(name).filter(last -> last.outcome() == Entry.Outcome.BUILT).isEmpty()) {
      ledger.forget(name);
    }
    tell(name, problems);
  }

  /** Looks whether an artifact is still what was made. */
  private void check(String name, PlanBuild build, Entry last) throws CoreException, IOException {
    Path folder = site.artifact(name);
    SortedMap<String, Stamp> look = Entry.look(folder);
    if (occasion != Occasion.THOROUGH && look.equals(last.artifact())) {
      if (markers.hasOthers(name)) {
        tell(name, build.remarks());
      }
      ledger.put(name, last);
      return;
    }
    try {
      Optional<Problem> tampered = Artifacts.tampered(folder, site.keys().signer());
      tell(name, tampered.isPresent() ? List.of(tampered.get()) : build.remarks());
      if (tampered.isEmpty()) {
        ledger.put(name, new Entry(last.outcome(), last.inputs(), look));
      }
    } catch (KeyMissingException e) {
      // the same inputs name a key, so that it was there a moment ago
      ledger.forget(name);
    }
  }

  private void tell(String name, List<Problem> problems) throws CoreException {
    refresh(site.output());
    site.project().refreshLocal(IResource.DEPTH_ONE, null);
    markers.replace(name, problems);
  }

  private static void refresh(IFolder folder) throws CoreException {
    folder.refreshLocal(IResource.DEPTH_INFINITE, null);
    if (folder.exists() && !folder.isDerived()) {
      folder.setDerived(true, null);
    }
  }
}
