// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.plan.evidence;

import dev.modelward.protect.plan.Limit;
import dev.modelward.runtime.artifact.Manifest;
import dev.modelward.runtime.artifact.TierView;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What the manifest of an artifact says of its views, and the digest of the plan of which it was
 * built. It is shown, and its signature is verified elsewhere.
 */
public record LastBuild(String plan, Map<String, TierView> views) {
  /** There is no artifact. */
  public static final LastBuild NONE = new LastBuild("", Map.of());

  /** Keeps its own copy. */
  public LastBuild {
    views = Map.copyOf(views);
  }

  static LastBuild of(Manifest manifest) {
    Map<String, TierView> views =
        manifest.tiers().stream()
            .collect(Collectors.toMap(TierView::name, Function.identity(), (one, other) -> one));
    return new LastBuild(manifest.provenance().getOrDefault("plan", ""), views);
  }

  /** Whether there is an artifact. */
  public boolean isThere() {
    return !views.isEmpty();
  }

  /** What a view was worth, if it was measured. */
  public Optional<Worth> worth(String view) {
    return view(view).stream()
        .flatMap(each -> each.quality().stream())
        .flatMap(measured -> Worth.of(measured).stream())
        .findFirst();
  }

  /** How many weights a view leaves sealed, if it was built. */
  public Optional<Long> sealed(String view) {
    return view(view).map(TierView::sealed);
  }

  private Optional<TierView> view(String name) {
    return Optional.ofNullable(views.get(name));
  }

  /** What a view comes to against some limits, those of others left out. */
  public Judgement judge(String view, List<Limit> limits) {
    List<Limit> own = limits.stream().filter(limit -> limit.view().equals(view)).toList();
    if (own.isEmpty()) {
      return Judgement.NO_LIMIT;
    }
    return worth(view)
        .map(worth -> own.stream().allMatch(worth::keeps) ? Judgement.KEPT : Judgement.BROKEN)
        .orElse(Judgement.NOT_MEASURED);
  }
}
