// SPDX-License-Identifier: EPL-2.0
package dev.modelward.workspace.build;

import dev.modelward.learn.evaluate.MismatchException;
import dev.modelward.learn.gradient.UnsupportedNodeException;
import dev.modelward.learn.records.DataException;
import dev.modelward.learn.run.RunException;
import dev.modelward.learn.train.TrainingException;
import dev.modelward.learn.yaml.YamlException;
import dev.modelward.onnx.bytes.OnnxFormatException;
import dev.modelward.protect.build.LimitException;
import dev.modelward.protect.build.RecipientException;
import dev.modelward.protect.build.UngrantedException;
import dev.modelward.protect.fault.Fault;
import dev.modelward.protect.importance.MapException;
import dev.modelward.protect.keys.KeyRingException;
import dev.modelward.protect.plan.text.PlanFile;
import dev.modelward.protect.planner.UnreachableException;
import dev.modelward.protect.seal.SealException;
import dev.modelward.workspace.Complaint;
import dev.modelward.workspace.problem.Kind;
import dev.modelward.workspace.problem.Place;
import dev.modelward.workspace.problem.Problem;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.eclipse.osgi.util.NLS;

/** What a failure means to the author of a plan: of which kind it is, and at which line. */
record Diagnosis(PlanFile plan) {
  private static final String MODEL = "model";

  /** What a plan that cannot be read is told. */
  static Problem ofText(YamlException cause) {
    Fault fault = fault(cause);
    return new Problem(
        Kind.PLAN_SYNTAX,
        new Place(Path.of(cause.file()), cause.line(), cause.column()),
        complaint(fault));
  }

  /** What a failure means. */
  List<Problem> of(Exception cause) {
    return switch (cause) {
      case LimitException limits -> limits.breaches().stream().map(this::limit).toList();
      case YamlException text -> List.of(ofText(text));
      case KeyMissingException missing ->
          List.of(new Problem(Kind.KEY_MISSING, whole(), missing.complaint()));
      default -> List.of(new Problem(kind(cause), place(cause), complaint(fault(cause))));
    };
  }

  /** How a build that failed ended. */
  static Entry.Outcome outcome(Exception cause) {
    return switch (kind(cause)) {
      case KEY_MISSING -> isOfPlan(cause) ? Entry.Outcome.REFUSED : Entry.Outcome.BROKEN;
      case BUILD_FAILED -> Entry.Outcome.BROKEN;
      default -> Entry.Outcome.REFUSED;
    };
  }

  private static boolean isOfPlan(Exception cause) {
    return cause instanceof RecipientException;
  }

  private static Kind kind(Exception cause) {
    return switch (cause) {
      case YamlException text -> Kind.PLAN_SYNTAX;
      case LimitException limit -> Kind.LIMIT_BROKEN;
      case UnreachableException far -> Kind.TIER_UNREACHABLE;
      case RecipientException nobody -> Kind.KEY_MISSING;
      case KeyMissingException key -> Kind.KEY_MISSING;
      case KeyRingException ring -> Kind.KEY_MISSING;
      case UnsupportedNodeException node -> Kind.CRITERION_UNSUPPORTED;
      case OnnxFormatException model -> Kind.INPUT_UNUSABLE;
      case NoSuchFileException gone -> Kind.INPUT_UNUSABLE;
      case DataException data -> Kind.INPUT_UNUSABLE;
      case MismatchException mismatch -> Kind.INPUT_UNUSABLE;
      case MapException map -> Kind.INPUT_UNUSABLE;
      case TrainingException training -> Kind.INPUT_UNUSABLE;
      case RunException run -> Kind.INPUT_UNUSABLE;
      case SealException seal -> Kind.INPUT_UNUSABLE;
      default -> Kind.BUILD_FAILED;
    };
  }

  private Problem limit(LimitException.Breach breach) {
    int index = plan.plan().limits().indexOf(breach.limit());
    Place place = at("limits[" + index + "].quality");
    return new Problem(
        Kind.LIMIT_BROKEN, place, new Complaint(breach.what(), where(place), breach.remedy()));
  }

  private Place place(Exception cause) {
    return switch (cause) {
      case UnreachableException far ->
          at(
              "tiers["
                  + index(plan.plan().tiers().stream().map(t -> t.name()).toList(), far.tier())
                  + "]");
      case RecipientException nobody ->
          at("recipients[" + plan.plan().recipients().indexOf(nobody.recipient()) + "].key");
      case OnnxFormatException model -> at(MODEL);
      case NoSuchFileException gone -> isModel(gone) ? at(MODEL) : at("data");
      case DataException data -> at("data");
      case MismatchException mismatch -> at("data");
      case MapException map -> at("importance");
      case UnsupportedNodeException node -> at("criterion");
      case TrainingException training -> at("criterion");
      case RunException run -> at(MODEL);
      case SealException seal -> at(MODEL);
      case UngrantedException some -> at("recipients");
      default -> whole();
    };
  }

  private boolean isModel(NoSuchFileException gone) {
    return plan.plan().model().toString().equals(gone.getFile());
  }

  private static int index(List<String> names, String name) {
    return IntStream.range(0, names.size())
        .filter(each -> names.get(each).equals(name))
        .findFirst()
        .orElse(0);
  }

  /** The line of the plan that says something, or the nearest one. */
  Place at(String route) {
    try {
      YamlException there = plan.says(route, "");
      return new Place(plan.file(), there.line(), there.column());
    } catch (YamlException e) {
      // a plan that was read is read again
      return whole();
    }
  }

  /** The whole plan. */
  Place whole() {
    return Place.of(plan.file());
  }

  /** A problem of the plan at a line. */
  Problem problem(Kind kind, String route, String what, String advice) {
    Place place = at(route);
    return new Problem(kind, place, new Complaint(what, where(place), advice));
  }

  private static String where(Place place) {
    return place.isLine()
        ? NLS.bind(Messages.line, place.file().getFileName(), place.line())
        : place.file().toString();
  }

  private static Fault fault(Exception cause) {
    if (cause instanceof NoSuchFileException gone) {
      return new Fault(gone.getFile(), Messages.gone_what, Messages.gone_advice);
    }
    return Optional.of(cause)
        .flatMap(Fault::of)
        .orElseGet(
            () -> new Fault(Messages.build_where, String.valueOf(cause), Messages.build_advice));
  }

  private static Complaint complaint(Fault fault) {
    return new Complaint(fault.what(), fault.where(), fault.remedy());
  }
}
