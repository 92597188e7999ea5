// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.plan.live;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DifferenceTest {

  @ParameterizedTest
  @CsvSource({
    "abc,abc,3,0,''",
    "abc,abXc,2,0,X",
    "abXc,abc,2,1,''",
    "aa,aaa,2,0,a",
    "aaa,aa,2,1,''",
    "'',abc,0,0,abc",
    "abc,xyz,0,3,xyz"
  })
  void isAsSmallAsCanBe(String old, String now, int offset, int length, String text) {
    assertEquals(new Difference(offset, length, text), Difference.of(old, now));
  }
}
