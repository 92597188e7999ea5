// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** Seconds of the whole process on the processor, and of the wall. */
record Clock(double processor, double wall) {
  private static final double NANOS = 1e9;

  private static Clock now() {
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return new Clock(system.getProcessCpuTime() / NANOS, System.nanoTime() / NANOS);
  }

  /** The seconds that so many steps of a contender take, for one. */
  static Clock time(Contender contender, int steps) throws Exception {
    Clock start = now();
    for (int i = 0; i < steps; i++) {
      contender.step();
    }
    Clock end = now();
    return new Clock((end.processor - start.processor) / steps, (end.wall - start.wall) / steps);
  }
}
