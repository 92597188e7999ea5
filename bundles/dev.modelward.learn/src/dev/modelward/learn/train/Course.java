// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.train;

import dev.modelward.learn.chance.SplitMix64;
import dev.modelward.learn.data.Batch;
import dev.modelward.learn.data.Batches;
import dev.modelward.learn.data.OpenDataset;
import dev.modelward.learn.data.Selection;
import dev.modelward.learn.lesson.Coach;
import dev.modelward.learn.lesson.Lesson;
import dev.modelward.learn.lesson.Step;
import dev.modelward.learn.progress.Progress;
import dev.modelward.learn.run.RunException;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.util.Locale;
import java.util.concurrent.CancellationException;

/** One training under way. */
final class Course {
  private final Lesson lesson;
  private final OpenDataset data;
  private final Classroom room;
  private final Coach coach;
  private final Descent descent;

  Course(Lesson lesson, OpenDataset data, Classroom room, Coach coach) {
    this.lesson = lesson;
    this.data = data;
    this.room = room;
    this.coach = coach;
    this.descent = new Descent(lesson.recipe().optimizer());
  }

  Trained run(Keeper keeper, Progress progress)
      throws TrainingException, RunException, IOException {
    Ledger ledger = room.memory().ledger();
    keeper.restore(room.memory());
    while (ledger.done() < total()) {
      try {
        epoch(ledger.done() / perEpoch(), progress);
      } catch (CancellationException e) {
        keeper.keep(room.memory());
        throw e;
      }
      keeper.keep(room.memory());
    }
    return new Trained(room.memory().writtenInto(lesson.model()), ledger.means());
  }

  private long perEpoch() {
    return data.records() / lesson.recipe().batch();
  }

  private long total() {
    return perEpoch() * lesson.recipe().epochs();
  }

  /** Every record once, in an order of its own, from where the epoch was left. */
  private void epoch(long number, Progress progress)
      throws TrainingException, RunException, IOException {
    int size = lesson.recipe().batch();
    long order = SplitMix64.of(lesson.recipe().seed(), number).nextLong();
    long from = room.memory().ledger().done() % perEpoch() * size;
    Selection rest = new Selection.Span(from, perEpoch() * size);
    try (Batches batches = data.batches(size, new Selection.Shuffle(order), rest)) {
      while (batches.next()) {
        progress.checkCancelled();
        double loss = step(batches.batch());
        long done = room.memory().ledger().done();
        progress.done((double) done / total());
        progress.tell(
            String.format(
                Locale.ROOT,
                "epoch %d of %d, loss %.4f",
                number + 1,
                lesson.recipe().epochs(),
                loss));
      }
    }
  }

  private double step(Batch batch) throws TrainingException, RunException {
    long done = room.memory().ledger().done();
    lesson.hooks().forEach(hook -> hook.inputs().forEach(room.feed()::clear));
    Step step = new Step(done, room.loader().load(batch), room.feed()::floats);
    coach.before(step);
    room.crew().run();
    coach.after(step);
    double loss = mean(step.losses());
    if (!Double.isFinite(loss)) {
      throw new TrainingException(
          "step " + done, "a finite loss, as a lower rate may give", Double.toString(loss));
    }
    double rate = lesson.recipe().schedule().at((double) done / total());
    Descent.Pace pace = new Descent.Pace(rate, done + 1);
    for (Parameter parameter : room.memory().parameters()) {
      String gradient = room.exercise().gradientOf(parameter.name());
      descent.move(parameter, room.crew().outputs(gradient), pace);
    }
    room.memory().averages().follow(room.crew());
    room.memory().ledger().add(loss);
    return loss;
  }

  private static double mean(FloatBuffer losses) {
    double sum = 0;
    for (int i = 0; i < losses.capacity(); i++) {
      sum += losses.get(i);
    }
    return sum / losses.capacity();
  }
}
