// SPDX-License-Identifier: EPL-2.0
package dev.modelward.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.modelward.onnx.bytes.Bytes;
import dev.modelward.onnx.bytes.OnnxFormatException;
import dev.modelward.onnx.bytes.Source;
import dev.modelward.testkit.Allocation;
import dev.modelward.testkit.Inquiry;
import dev.modelward.testkit.Models;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Damaged files: each gives values or the typed refusal, soon, and for little memory. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DamageTest {
  static Stream<OnnxModel> models() throws OnnxFormatException {
    return Stream.of(
        Models.twoLayerMlp(),
        Models.quantizedConv(),
        Models.withSubgraph(),
        Models.withLoop(),
        Models.withFunction(),
        Models.constantWeights(),
        Models.sparse(),
        Models.everyElementType(),
        EditTest.strange());
  }

  @ParameterizedTest
  @MethodSource("models")
  void anIntactFileIsRefusedNothing(OnnxModel model) {
    assertEquals(List.of(), refusals(model.message().toArray()));
  }

  @ParameterizedTest
  @MethodSource("models")
  void aFileCutOffAtAnyByteIsReadOrRefused(OnnxModel model) {
    byte[] whole = model.message().toArray();
    for (int size = 0; size < whole.length; size++) {
      expectOutcome(Arrays.copyOf(whole, size));
    }
  }

  @ParameterizedTest
  @MethodSource("models")
  void aFileWithAnyByteChangedIsReadOrRefused(OnnxModel model) {
    byte[] whole = model.message().toArray();
    SplittableRandom random = new SplittableRandom(whole.length);
    int[] others = {1, 2, 4, 8, 0x10, 0x20, 0x40, 0x80, 0xff, random.nextInt(1, 256)};
    for (int at = 0; at < whole.length; at++) {
      for (int other : others) {
        whole[at] ^= (byte) other;
        expectOutcome(whole);
        whole[at] ^= (byte) other;
      }
    }
  }

  @ParameterizedTest
  @MethodSource("models")
  void aFileWithAnyByteTakenOutOrDoubledIsReadOrRefused(OnnxModel model) {
    byte[] whole = model.message().toArray();
    for (int at = 0; at < whole.length; at++) {
      byte[] shorter = new byte[whole.length - 1];
      System.arraycopy(whole, 0, shorter, 0, at);
      System.arraycopy(whole, at + 1, shorter, at, shorter.length - at);
      expectOutcome(shorter);
      byte[] longer = new byte[whole.length + 1];
      System.arraycopy(whole, 0, longer, 0, at + 1);
      System.arraycopy(whole, at, longer, at + 1, whole.length - at);
      expectOutcome(longer);
    }
  }

  private static void expectOutcome(byte[] file) {
    for (OnnxFormatException refusal : refusals(file)) {
      assertTrue(refusal.offset() >= 0 && refusal.offset() <= file.length, refusal.getMessage());
    }
  }

  private static List<OnnxFormatException> refusals(byte[] file) {
    return Inquiry.of(Bytes.of(file), new Source.OfMemory("damaged"));
  }

  @ParameterizedTest
  @MethodSource("models")
  void aDamagedFileAsksForNoMoreMemoryThanAFewTimesItsSize(OnnxModel model) {
    byte[] whole = model.message().toArray();
    // the first time also loads classes
    refusals(whole);
    for (int at = 0; at < whole.length; at++) {
      whole[at] ^= (byte) 0xff;
      expectAllocation(64L * whole.length + (128 << 10), () -> open(whole));
      expectAllocation(256L * whole.length + (512 << 10), () -> refusals(whole));
      whole[at] ^= (byte) 0xff;
    }
  }

  private static void expectAllocation(long bound, Runnable work) {
    long allocated = Allocation.of(work);
    assertTrue(allocated <= bound, "allocated " + allocated + ", expected at most " + bound);
  }

  private static Optional<OnnxModel> open(byte[] file) {
    try {
      return Optional.of(OnnxModel.read(Bytes.of(file), new Source.OfMemory("damaged")));
    } catch (OnnxFormatException e) {
      return Optional.empty();
    }
  }
}
