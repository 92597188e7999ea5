// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.analysis;

import dev.modelward.learn.digest.Fingerprint;
import dev.modelward.protect.blocks.Blocks;
import dev.modelward.protect.calibration.Calibration;
import dev.modelward.protect.importance.Criterion;
import dev.modelward.protect.importance.CriterionText;

/** What is asked: by whom, of which samples' loss, about which blocks, of what model and data. */
record Question(Analyzer analyzer, Calibration calibration, Blocks blocks, String origin) {

  /** The SHA-256, in hexadecimal digits, of all that decides the answer. */
  String digest(Criterion criterion) {
    Fingerprint digest = new Fingerprint();
    digest.add(origin);
    digest.add(CriterionText.of(criterion));
    blocks.layers().forEach(layer -> digest.add(layer.name() + " " + layer.tiling()));
    return digest.hex();
  }
}
