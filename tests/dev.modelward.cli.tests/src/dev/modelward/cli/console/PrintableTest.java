// SPDX-License-Identifier: EPL-2.0
package dev.modelward.cli.console;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PrintableTest {

  @Test
  void leavesVisibleTextAsItIs() {
    String text = "features.0/Conv_\u00e4\u4e94\ud83d\ude00 x";
    assertEquals(text, Printable.of(text));
  }

  @Test
  void writesCodesOfWhatIsNotToBeSeen() {
    assertEquals("a\\u{a}\\u{1b}[31m\\u{202e}\\u{d800}", Printable.of("a\n\u001b[31m\u202e\ud800"));
  }
}
