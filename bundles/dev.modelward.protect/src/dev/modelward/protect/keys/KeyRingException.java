// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.keys;

/** What the world did to a key ring: where, what was expected and found, and what helps. */
public abstract sealed class KeyRingException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String place;
  private final String expected;
  private final String found;
  private final String remedy;

  private KeyRingException(String place, String expected, String found, String remedy) {
    super("%s: expected %s, found %s; %s".formatted(place, expected, found, remedy));
    this.place = place;
    this.expected = expected;
    this.found = found;
    this.remedy = remedy;
  }

  /** The file, variable or key store, or the part of it. */
  public String place() {
    return place;
  }

  /** What was expected. */
  public String expected() {
    return expected;
  }

  /** What was found. */
  public String found() {
    return found;
  }

  /** What helps. */
  public String remedy() {
    return remedy;
  }

  /** Something that is wanted is not there. */
  public static final class Missing extends KeyRingException {
    private static final long serialVersionUID = 1L;

    Missing(String place, String expected, String found, String remedy) {
      super(place, expected, found, remedy);
    }
  }

  /** Something is there already, and would be lost. */
  public static final class Taken extends KeyRingException {
    private static final long serialVersionUID = 1L;

    Taken(String place, String expected, String found, String remedy) {
      super(place, expected, found, remedy);
    }
  }

  /** Something is not in its form, or was changed by another hand. */
  public static final class Malformed extends KeyRingException {
    private static final long serialVersionUID = 1L;

    Malformed(String place, String expected, String found, String remedy) {
      super(place, expected, found, remedy);
    }
  }

  /** A secret does not open what it was given for; why is not known. */
  public static final class WrongSecret extends KeyRingException {
    private static final long serialVersionUID = 1L;

    WrongSecret(String place, String expected, String remedy) {
      super(place, expected, "one that does not open it", remedy);
    }
  }

  /** A file with a secret can be read by others. */
  public static final class Permissions extends KeyRingException {
    private static final long serialVersionUID = 1L;

    Permissions(String place, String found) {
      super(place, "a file for its owner alone", found, "run chmod 600 " + place);
    }
  }

  /** The data key of an open ring is no longer that of its file. */
  public static final class Superseded extends KeyRingException {
    private static final long serialVersionUID = 1L;

    Superseded(String place) {
      super(
          place,
          "the data key that the ring was opened with",
          "a file that another key sealed, or that is damaged",
          "open the ring again");
    }
  }

  /** Another process has been writing a ring for too long. */
  public static final class Busy extends KeyRingException {
    private static final long serialVersionUID = 1L;

    Busy(String place) {
      super(place, "a lock that is free", "one that another process holds", "wait until it ends");
    }
  }

  /** A ring has as much as it can hold. */
  public static final class Full extends KeyRingException {
    private static final long serialVersionUID = 1L;

    Full(String place, String expected, String found) {
      super(place, expected, found, "remove what is not needed");
    }
  }

  /** A key store or its key cannot do what it must. */
  public static final class Unusable extends KeyRingException {
    private static final long serialVersionUID = 1L;

    Unusable(String place, String expected, Exception cause) {
      super(place, expected, cause.getClass().getSimpleName(), "look at the cause");
      initCause(cause);
    }
  }
}
