// SPDX-License-Identifier: EPL-2.0
package dev.modelward.runtime;

/** Something protected that does not open, of which nothing was opened. */
public abstract sealed class ProtectionException extends Exception {
  private static final long serialVersionUID = 1;

  private ProtectionException(String message) {
    super(message);
  }

  /** A file that is not of the format. */
  public static final class Malformed extends ProtectionException {
    private static final long serialVersionUID = 1;

    private final String where;
    private final String expected;
    private final String found;

    /** What was expected at a place, and what was found there. */
    public Malformed(String where, String expected, String found) {
      super("%s: expected %s, found %s".formatted(where, expected, found));
      this.where = where;
      this.expected = expected;
      this.found = found;
    }

    /** The place. */
    public String where() {
      return where;
    }

    /** What was expected. */
    public String expected() {
      return expected;
    }

    /** What was found. */
    public String found() {
      return found;
    }
  }

  /** A file that is not the one that the vendor signed or sealed. */
  public static final class Tampered extends ProtectionException {
    private static final long serialVersionUID = 1;

    private final String what;

    /** What was changed. */
    public Tampered(String what) {
      super(what + " is not what the vendor made; get it anew");
      this.what = what;
    }

    /** What was changed. */
    public String what() {
      return what;
    }
  }

  /** A key, identity, passphrase or device that does not open a grant or a ring. */
  public static final class WrongKey extends ProtectionException {
    private static final long serialVersionUID = 1;

    /** What does not open. */
    public WrongKey(String what) {
      super(what + " does not open with this key on this device");
    }
  }

  /** A grant at a time at which it does not open. */
  public static final class Expired extends ProtectionException {
    private static final long serialVersionUID = 1;

    /** The times at which it opens, and the present one. */
    public Expired(String span, String now) {
      super("the grant opens %s, and it is %s; ask the vendor to renew it".formatted(span, now));
    }
  }

  /** Something that belongs to another artifact, generation or vendor. */
  public static final class Foreign extends ProtectionException {
    private static final long serialVersionUID = 1;

    /** What was expected and what was found. */
    public Foreign(String what, String expected, String found) {
      super("%s: expected that of %s, found that of %s".formatted(what, expected, found));
    }
  }

  /** Something that this version, or this Java, cannot do. */
  public static final class Unsupported extends ProtectionException {
    private static final long serialVersionUID = 1;

    /** What cannot be done, and what to do. */
    public Unsupported(String what) {
      super(what);
    }
  }
}
