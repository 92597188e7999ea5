// SPDX-License-Identifier: EPL-2.0
package dev.modelward.cli.work;

import dev.modelward.protect.fault.ProtectionFault;
import dev.modelward.runtime.ProtectionException;

/** What keys, grants and artifacts refuse, as failures; never why a tag or signature is wrong. */
public final class ProtectionFailure {
  private ProtectionFailure() {}

  /** What does not open, or is not as the vendor made it. */
  public static Failure of(ProtectionException cause) {
    return Failure.of(ProtectionFault.of(cause));
  }

  /** The word for a refusal that machines read. */
  public static String word(ProtectionException cause) {
    return switch (cause) {
      case ProtectionException.Malformed e -> "malformed";
      case ProtectionException.Tampered e -> "tampered";
      case ProtectionException.WrongKey e -> "wrong-key";
      case ProtectionException.Expired e -> "expired";
      case ProtectionException.Foreign e -> "foreign";
      case ProtectionException.Unsupported e -> "unsupported";
    };
  }
}
