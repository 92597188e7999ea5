// SPDX-License-Identifier: EPL-2.0
package dev.modelward.cli.work;

import dev.modelward.protect.build.LimitException;
import dev.modelward.protect.build.RecipientException;
import dev.modelward.protect.keys.KeyRingException;
import dev.modelward.protect.planner.UnreachableException;
import dev.modelward.protect.seal.SealException;
import dev.modelward.runtime.ProtectionException;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What keys, grants and artifacts refuse, as failures; never why a tag or signature is wrong. */
public final class ProtectionFailure {
  private ProtectionFailure() {}

  static Optional<Failure> of(Exception cause) {
    return switch (cause) {
      case ProtectionException refused -> Optional.of(of(refused));
      case KeyRingException ring ->
          Optional.of(
              new Failure(
                  ring.place(), expected(ring.expected(), ring.found()), sentence(ring.remedy())));
      default -> ofPlan(cause);
    };
  }

  private static Optional<Failure> ofPlan(Exception cause) {
    return switch (cause) {
      case UnreachableException far ->
          Optional.of(
              new Failure(
                  "tier '%s'".formatted(far.tier()),
                  "It cannot %s: %s.".formatted(far.wanted(), far.reachable()),
                  "Change the plan."));
      case LimitException limit ->
          Optional.of(
              new Failure(
                  "limits",
                  limit.breaches().stream().map(Object::toString).collect(Collectors.joining("; "))
                      + ".",
                  "Let the tiers below seal more or less, or loosen the limit."));
      case RecipientException nobody ->
          Optional.of(
              new Failure(
                  "recipient '%s'".formatted(nobody.recipient().name()),
                  expected("a public key in " + nobody.recipient().key(), nobody.found()),
                  "Name the recipient's FILE.pub (modelward keys identity) in the plan."));
      case SealException seal ->
          Optional.of(
              new Failure(
                  "model", sentence(String.valueOf(seal.getMessage())), "Change the plan."));
      default -> Optional.empty();
    };
  }

  /** What does not open, or is not as the vendor made it. */
  public static Failure of(ProtectionException cause) {
    return switch (cause) {
      case ProtectionException.Malformed e ->
          new Failure(
              e.where(), expected(e.expected(), e.found()), "Name the right file, or get it anew.");
      case ProtectionException.Tampered e ->
          new Failure(e.what(), "This is not what the vendor made.", "Get it anew.");
      case ProtectionException.WrongKey e ->
          new Failure(
              "key", said(e), "Check the identity or passphrase, and the facts of the device.");
      case ProtectionException.Expired e ->
          new Failure("term", said(e), "The clock of this machine counts.");
      case ProtectionException.Foreign e ->
          new Failure("origin", said(e), "Name the right artifact, grant and vendor's key.");
      case ProtectionException.Unsupported e ->
          new Failure("version", said(e), "Use the version that it was made for.");
    };
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

  private static String said(ProtectionException cause) {
    return sentence(String.valueOf(cause.getMessage()));
  }

  private static String expected(String expected, String found) {
    return "Expected " + expected + ", found " + found + ".";
  }

  private static String sentence(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1) + ".";
  }
}
