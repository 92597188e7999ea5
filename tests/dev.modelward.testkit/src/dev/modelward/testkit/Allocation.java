// SPDX-License-Identifier: EPL-2.0
package dev.modelward.testkit;

import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/** The bytes of heap that a piece of work asks for. */
public final class Allocation {
  private static final MBeanServer SERVER = ManagementFactory.getPlatformMBeanServer();

  private Allocation() {}

  /** The bytes that the current thread asks for while it does some work. */
  public static long of(Runnable work) {
    long before = soFar();
    work.run();
    return soFar() - before;
  }

  private static long soFar() {
    try {
      Object bytes =
          SERVER.getAttribute(
              new ObjectName(ManagementFactory.THREAD_MXBEAN_NAME), "CurrentThreadAllocatedBytes");
      return (Long) bytes;
    } catch (JMException e) {
      throw new IllegalStateException("this Java platform does not count what threads allocate", e);
    }
  }
}
