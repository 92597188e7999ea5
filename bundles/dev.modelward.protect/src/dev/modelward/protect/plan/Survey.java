// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.plan;

import dev.modelward.learn.data.Dataset;
import dev.modelward.protect.importance.Criterion;
import dev.modelward.protect.importance.Judging;
import dev.modelward.protect.importance.Ranking;
import java.nio.file.Path;

/**
 * Where the importance map is, how it is made where it is missing, of which layers and from how
 * many samples, and which blocks come first by it.
 */
public record Survey(
    Path map,
    Criterion criterion,
    Judging judging,
    long samples,
    LayerChoice layers,
    Ranking ranking) {
  /** The number of samples that stands for all of them. */
  public static final long ALL = Long.MAX_VALUE;

  /** Refuses to look at nothing. */
  public Survey {
    if (samples < 1) {
      throw new IllegalArgumentException("expected at least 1 sample, found " + samples);
    }
  }

  /** The samples of a data set that are looked at. */
  public Dataset of(Dataset whole) {
    return samples == ALL ? whole : whole.first(samples);
  }
}
