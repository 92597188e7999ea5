// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.gates;

import dev.modelward.learn.evaluate.MismatchException;
import dev.modelward.learn.lesson.Coach;
import dev.modelward.learn.lesson.Step;
import dev.modelward.learn.run.RunException;
import dev.modelward.learn.run.Session;
import dev.modelward.learn.run.SessionSettings;
import dev.modelward.protect.calibration.Calibration;
import dev.modelward.protect.calibration.Own;
import dev.modelward.protect.calibration.Portion;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Sets what the model itself makes of samples as their targets. */
public final class Teacher implements Coach, AutoCloseable {
  private final Session session;
  private final Own own;
  private final Portion portion;

  private Teacher(Session session, Own own, Portion portion) {
    this.session = session;
    this.own = own;
    this.portion = portion;
  }

  /** A teacher of so many samples of some sizes at a time. */
  public static Teacher of(Calibration calibration, int samples, List<Long> sample)
      throws RunException, IOException {
    List<Long> sizes = new ArrayList<>(sample);
    sizes.addFirst((long) samples);
    Session session = Session.open(calibration.model(), SessionSettings.cpu(1));
    return new Teacher(
        session, new Own(calibration, session), calibration.forward(sizes).portion());
  }

  @Override
  public void before(Step step) {
    portion.fill(step.inputs());
    try {
      own.complete(portion);
    } catch (RunException | MismatchException e) {
      throw new IllegalStateException("a model that could be trained does not run", e);
    }
    step.targets().put(portion.target().floats());
  }

  @Override
  public void after(Step step) {
    // what becomes of the samples is no matter
  }

  @Override
  public void close() throws RunException {
    portion.close();
    session.close();
  }
}
