// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FiguresTest {
  private final Locale before = Locale.getDefault(Locale.Category.FORMAT);

  @BeforeEach
  void speakEnglish() {
    Locale.setDefault(Locale.Category.FORMAT, Locale.ENGLISH);
  }

  @AfterEach
  void speakAsBefore() {
    Locale.setDefault(Locale.Category.FORMAT, before);
  }

  @Test
  void tellsSmallCountsExactly() {
    assertEquals("9,999", Figures.count(9_999));
    assertEquals("10.0 K", Figures.count(10_000));
  }

  @Test
  void tellsBigCountsInThreeDigits() {
    assertEquals("1.26 M", Figures.count(1_259_530));
    assertEquals("144 M", Figures.count(143_667_240));
    assertEquals("1.00 G", Figures.count(999_999_999));
  }

  @Test
  void tellsSizesWithTheirUnit() {
    assertEquals("0 B", Figures.size(0));
    assertEquals("5.05 MB", Figures.size(5_050_000));
    assertEquals("575 MB", Figures.size(574_668_960));
  }

  @Test
  void tellsSharesWithOneDecimal() {
    assertEquals("0.2 %", Figures.share(0.0018));
  }

  @Test
  void speaksTheLanguageOfTheReader() {
    Locale.setDefault(Locale.Category.FORMAT, Locale.GERMAN);
    assertEquals("1,26 M", Figures.count(1_259_530));
    assertEquals("1.259.530", Figures.exact(1_259_530));
  }
}
