// SPDX-License-Identifier: EPL-2.0
package dev.modelward.workspace.build;

import dev.modelward.learn.card.DataCard;
import dev.modelward.learn.data.Dataset;
import dev.modelward.onnx.OnnxModel;
import dev.modelward.onnx.tensor.ExternalFile;
import dev.modelward.protect.plan.ExposurePlan;
import dev.modelward.protect.plan.Recipient;
import dev.modelward.protect.plan.text.PlanFile;
import dev.modelward.workspace.Stamp;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds out what a plan's artifact is made from, and reads what has changed since earlier. */
record InputReader(PlanFile plan, Inputs earlier) {
  private static final long MOST = (1L << 52) - 1;

  /** All the files: the plan, the model and its data, the cards and what they name, the map. */
  Inputs read() throws IOException {
    ExposurePlan says = plan.plan();
    Inputs inputs = file(Inputs.none(), "plan", plan.file());
    inputs = file(inputs, "model", says.model());
    for (ExternalFile external : ExternalFile.of(OnnxModel.open(says.model()).tensors())) {
      inputs = file(inputs, "external", external.path());
    }
    Set<Path> cards = new LinkedHashSet<>(List.of(says.data().calibrate(), says.data().measure()));
    for (Path card : cards) {
      inputs = file(inputs, "card", card);
      inputs = records(inputs, card);
    }
    for (Recipient recipient : says.recipients()) {
      inputs = file(inputs, "recipient", recipient.key());
    }
    return withMap(inputs);
  }

  /** These with the importance map as it is now. */
  Inputs withMap(Inputs inputs) throws IOException {
    return file(inputs, "importance", plan.plan().survey().map());
  }

  private Inputs file(Inputs inputs, String what, Path file) throws IOException {
    String name = name(what, file);
    return inputs.with(name, Input.ofFile(file, earlier.of(name)));
  }

  private static String name(String what, Path file) {
    return what + " " + file.normalize();
  }

  /** Any number of files in one; how they look depends on how the card reads them, too. */
  private Inputs records(Inputs inputs, Path card) throws IOException {
    String name = name("records", card);
    Dataset data = DataCard.read(card).dataset();
    Stamp now = stamp(data.files(), inputs.of(name("card", card)));
    Optional<Input> same = earlier.of(name).filter(input -> input.stamp().equals(now));
    return inputs.with(name, same.isPresent() ? same.get() : new Input(now, data.digest()));
  }

  private static Stamp stamp(List<Path> files, Optional<Input> card) throws IOException {
    long size = 0;
    long mixed = card.map(input -> input.digest().hashCode()).orElse(0);
    for (Path file : files) {
      Stamp each = Input.stamp(file);
      size += each.size();
      mixed = 31 * (31 * (31 * mixed + file.hashCode()) + each.size()) + each.modified();
    }
    return new Stamp(size, mixed & MOST);
  }
}
