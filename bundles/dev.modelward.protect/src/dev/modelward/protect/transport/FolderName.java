// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.transport;

import dev.modelward.runtime.ProtectionException.Malformed;
import dev.modelward.runtime.artifact.Names;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** The name of an artifact's folder, which is one on every system and leads nowhere else. */
record FolderName(String text) {
  private static final int LONGEST = 200;
  private static final Pattern BAD = Pattern.compile("[/\\\\:*?\"<>|\\p{Cntrl}]|^[. ]");

  /** A name that is no way out of a folder; others are refused. */
  static FolderName of(String text, String where) throws Malformed {
    boolean isShort = text.getBytes(StandardCharsets.UTF_8).length <= LONGEST;
    if (!isShort || !text.endsWith(Names.FOLDER) || BAD.matcher(text).find()) {
      throw new Malformed(where, "the name of a folder that ends in " + Names.FOLDER, quoted(text));
    }
    return new FolderName(text);
  }

  /** A file in it. */
  String entry(String file) {
    return text + "/" + file;
  }

  static String quoted(String text) {
    String shown = text.replaceAll("\\p{Cntrl}", "?");
    return "'" + shown.substring(0, Math.min(shown.length(), LONGEST)) + "'";
  }
}
