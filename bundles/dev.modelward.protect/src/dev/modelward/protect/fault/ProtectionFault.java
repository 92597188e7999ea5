// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.fault;

import dev.modelward.protect.build.LimitException;
import dev.modelward.protect.build.RecipientException;
import dev.modelward.protect.build.UngrantedException;
import dev.modelward.protect.keys.KeyRingException;
import dev.modelward.protect.planner.UnreachableException;
import dev.modelward.protect.seal.SealException;
import dev.modelward.runtime.ProtectionException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What keys, grants and artifacts refuse, as faults; never why a tag or signature is wrong. */
public final class ProtectionFault {
  private ProtectionFault() {}

  static Optional<Fault> of(Exception cause) {
    return switch (cause) {
      case ProtectionException refused -> Optional.of(of(refused));
      case KeyRingException ring ->
          Optional.of(
              new Fault(
                  ring.place(),
                  Fault.difference(ring.expected(), ring.found()),
                  sentence(ring.remedy())));
      default -> ofPlan(cause);
    };
  }

  private static Optional<Fault> ofPlan(Exception cause) {
    return switch (cause) {
      case UnreachableException far ->
          Optional.of(
              new Fault(
                  "tier '%s'".formatted(far.tier()),
                  "It cannot %s: %s.".formatted(far.wanted(), far.reachable()),
                  "Change the plan."));
      case LimitException limit -> Optional.of(limits(limit.breaches()));
      case RecipientException nobody ->
          Optional.of(
              new Fault(
                  "recipient '%s'".formatted(nobody.recipient().name()),
                  Fault.difference("a public key in " + nobody.recipient().key(), nobody.found()),
                  "Name the recipient's FILE.pub (modelward keys identity) in the plan."));
      case UngrantedException some -> Optional.of(ungranted(some));
      case SealException seal ->
          Optional.of(
              new Fault("model", sentence(String.valueOf(seal.getMessage())), "Change the plan."));
      default -> Optional.empty();
    };
  }

  private static Fault limits(List<LimitException.Breach> breaches) {
    return new Fault(
        "limits",
        breaches.stream().map(LimitException.Breach::what).collect(Collectors.joining(" ")),
        breaches.stream().map(LimitException.Breach::remedy).collect(Collectors.joining(" ")));
  }

  private static Fault ungranted(UngrantedException cause) {
    String why = Fault.writing(cause.folder(), cause.reason()).what();
    return new Fault(
        cause.folder().toString(),
        "The artifact is made, but not all grants are. " + why,
        "Issue them with 'modelward grant'.");
  }

  /** What does not open, or is not as the vendor made it. */
  public static Fault of(ProtectionException cause) {
    return switch (cause) {
      case ProtectionException.Malformed e ->
          new Fault(
              e.where(),
              Fault.difference(e.expected(), e.found()),
              "Name the right file, or get it anew.");
      case ProtectionException.Tampered e ->
          new Fault(e.what(), "This is not what the vendor made.", "Get it anew.");
      case ProtectionException.WrongKey e ->
          new Fault(
              "key", said(e), "Check the identity or passphrase, and the facts of the device.");
      case ProtectionException.Expired e ->
          new Fault("term", said(e), "The clock of this machine counts.");
      case ProtectionException.Foreign e ->
          new Fault("origin", said(e), "Name the right artifact, grant and vendor's key.");
      case ProtectionException.Unsupported e ->
          new Fault("version", said(e), "Use the version that it was made for.");
    };
  }

  private static String said(ProtectionException cause) {
    return sentence(String.valueOf(cause.getMessage()));
  }

  private static String sentence(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1) + ".";
  }
}
