// SPDX-License-Identifier: EPL-2.0
package dev.modelward.workspace.build;

import dev.modelward.learn.progress.Progress;
import dev.modelward.learn.yaml.YamlException;
import dev.modelward.onnx.OnnxModel;
import dev.modelward.protect.analysis.Analyzer;
import dev.modelward.protect.build.Delivery;
import dev.modelward.protect.build.Drafter;
import dev.modelward.protect.build.Maker;
import dev.modelward.protect.importance.ImportanceMap;
import dev.modelward.protect.importance.MapException;
import dev.modelward.protect.keys.KeyRing;
import dev.modelward.protect.plan.text.PlanFile;
import dev.modelward.workspace.problem.Kind;
import dev.modelward.workspace.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.eclipse.osgi.util.NLS;

/** The build of one plan, if it is due. */
final class PlanBuild {
  private static final String IMPORTANCE = "importance";

  private final Site site;
  private final PlanFile plan;
  private final String name;
  private final Diagnosis diagnosis;

  PlanBuild(Site site, String name, PlanFile plan) {
    this.site = site;
    this.name = name;
    this.plan = plan;
    this.diagnosis = new Diagnosis(plan);
  }

  /** How a plan stands, and what there is to say of it. */
  record Result(Entry entry, List<Problem> problems) {
    /** Keeps its own copy. */
    Result {
      problems = List.copyOf(problems);
    }
  }

  /** What the artifact would be made from now. */
  Inputs inputs(Inputs earlier) throws IOException {
    return new InputReader(plan, earlier)
        .read()
        .with(Inputs.TOOL, Input.ofText(Site.tool()))
        .with(Inputs.KEY, Input.ofText(keyId()));
  }

  private String keyId() {
    try {
      return site.keys().signer().id();
    } catch (KeyMissingException e) {
      // the build will say so
      return "none";
    }
  }

  /** Makes the artifact from some inputs, or says why not. */
  Result make(Inputs inputs, Occasion occasion, Progress progress) throws IOException {
    try {
      Optional<Problem> outdated = outdated(occasion);
      return outdated.isPresent()
          ? failed(Entry.Outcome.WAITING, inputs, List.of(outdated.get()))
          : made(inputs, progress);
    } catch (CancellationException e) {
      throw e;
    } catch (Exception e) {
      return failed(Diagnosis.outcome(e), inputs, diagnosis.of(e));
    }
  }

  private Result made(Inputs inputs, Progress progress) throws Exception {
    Path folder = site.artifact(name);
    Delivery delivery = Delivery.of(plan.plan(), folder, site.grants(name));
    int threads = Runtime.getRuntime().availableProcessors();
    Drafter drafter = new Drafter(threads, Site.tool());
    try (KeyRing ring = site.keys().open()) {
      Files.createDirectories(folder.getParent());
      new Maker(ring, drafter).make(plan, delivery, progress);
    }
    Inputs used = new InputReader(plan, inputs).withMap(inputs);
    return new Result(new Entry(Entry.Outcome.BUILT, used, Entry.look(folder)), remarks());
  }

  /** What a plan whose artifact is as it should be is told anyway. */
  List<Problem> remarks() throws IOException {
    try {
      return ImportanceMap.open(plan.plan().survey().map()).findings().stream()
          .map(finding ->
              diagnosis.problem(
                  Kind.CRITERION_UNSUPPORTED,
                  "criterion",
                  NLS.bind(Messages.criterion_what, finding.where(), finding.what()),
                  Messages.criterion_advice))
          .toList();
    } catch (MapException e) {
      return diagnosis.of(e);
    }
  }

  private Result failed(Entry.Outcome outcome, Inputs inputs, List<Problem> problems)
      throws IOException {
    return new Result(
        new Entry(outcome, inputs, Entry.look(site.artifact(name))), withStale(problems));
  }

  /** These, and that an artifact which is there is none of this plan any more. */
  List<Problem> withStale(List<Problem> problems) {
    return withStale(site.artifact(name), problems);
  }

  static List<Problem> withStale(Path artifact, List<Problem> problems) {
    List<Problem> all = new ArrayList<>(problems);
    Artifacts.stale(artifact).ifPresent(all::add);
    return all;
  }

  /** That the importance map is not there, or not of this model, if nobody wants it made. */
  private Optional<Problem> outdated(Occasion occasion) throws IOException, MapException {
    boolean isAlways = site.settings().analyses() == ProjectSettings.Analyses.ALWAYS;
    Path map = plan.plan().survey().map();
    if (!Files.exists(map)) {
      return isAlways || occasion != Occasion.AUTOMATIC
          ? Optional.empty()
          : Optional.of(outdated(Messages.unanalyzed_what, Messages.unanalyzed_advice));
    }
    OnnxModel model = OnnxModel.open(plan.plan().model());
    if (ImportanceMap.open(map).provenance().model().equals(Analyzer.digest(model))) {
      return Optional.empty();
    }
    if (isAlways) {
      Files.delete(map);
      return Optional.empty();
    }
    String file = String.valueOf(map.getFileName());
    return Optional.of(
        outdated(NLS.bind(Messages.outdated_what, file), NLS.bind(Messages.outdated_advice, file)));
  }

  private Problem outdated(String what, String advice) {
    return diagnosis.problem(Kind.ANALYSIS_OUTDATED, IMPORTANCE, what, advice);
  }

  /** The problem of inputs that cannot even be looked at. */
  List<Problem> unreadable(IOException cause) {
    List<Problem> found =
        cause instanceof YamlException text ? List.of(Diagnosis.ofText(text)) : diagnosis.of(cause);
    return withStale(found);
  }
}
