// SPDX-License-Identifier: EPL-2.0
package dev.modelward.onnx.wire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import dev.modelward.onnx.bytes.Bytes;
import dev.modelward.onnx.bytes.OnnxFormatException;
import dev.modelward.onnx.bytes.Source;
import dev.modelward.onnx.bytes.Trail;
import dev.modelward.testkit.Message;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpliceTest {
  private static final Message THREE = new Message().text(1, "aa").text(2, "bb").text(3, "cc");

  private static Span span(int index) throws OnnxFormatException {
    WireReader reader = new WireReader(THREE.toBytes(), Trail.of(new Source.OfMemory("test")));
    List<Span> spans = new ArrayList<>();
    while (reader.next()) {
      spans.add(reader.span());
    }
    return spans.get(index);
  }

  private static void assertSplice(Message expected, Splice splice) {
    assertArrayEquals(expected.toArray(), splice.apply().toArray());
  }

  private static Bytes field(int number, String text) {
    return new Message().text(number, text).toBytes();
  }

  @Test
  void withoutAChangeIsTheOriginal() {
    assertSplice(THREE, new Splice(THREE.toBytes()));
  }

  @Test
  void replacesFieldsInAnyOrder() throws OnnxFormatException {
    assertSplice(
        new Message().text(1, "longer").text(2, "bb").text(3, ""),
        new Splice(THREE.toBytes())
            .replace(3, span(2), Bytes.EMPTY)
            .replace(1, span(0), Bytes.of("longer")));
  }

  @Test
  void removesFields() throws OnnxFormatException {
    assertSplice(
        new Message().text(2, "bb"), new Splice(THREE.toBytes()).remove(span(0)).remove(span(2)));
  }

  @Test
  void addsBetweenBehindAndWhereSomethingElseChanges() throws OnnxFormatException {
    assertSplice(
        new Message().text(1, "aa").text(7, "new").text(2, "B").text(3, "cc").text(8, "end"),
        new Splice(THREE.toBytes())
            .insertAfter(span(0), field(7, "new"))
            .replace(2, span(1), Bytes.of("B"))
            .append(field(8, "end")));
    assertSplice(
        new Message().text(1, "aa").text(7, "new").text(3, "cc"),
        new Splice(THREE.toBytes()).remove(span(1)).insertAfter(span(0), field(7, "new")));
    assertSplice(
        new Message().text(1, "aa").text(2, "bb").text(7, "new").text(8, "end"),
        new Splice(THREE.toBytes())
            .remove(span(2))
            .insertAfter(span(2), field(7, "new"))
            .append(field(8, "end")));
  }

  @Test
  void keepsTheOrderOfSeveralAdditionsAtOnePlace() throws OnnxFormatException {
    assertSplice(
        new Message().text(1, "aa").text(7, "x").text(7, "y").text(2, "bb").text(3, "cc"),
        new Splice(THREE.toBytes())
            .insertAfter(span(0), field(7, "x"))
            .insertAfter(span(0), field(7, "y")));
  }

  @Test
  void aReplacementOfTheSameSizeKeepsALengthThatIsLongerThanNeeded() {
    byte[] head = new Message().tag(1, 2).longVarint(2, 5).toArray();
    Message message = new Message().raw(head).raw((byte) 'a', (byte) 'a');
    Span span = new Span(0, head.length, head.length + 2);
    assertSplice(
        new Message().raw(head).raw((byte) 'z', (byte) 'z'),
        new Splice(message.toBytes()).replace(1, span, Bytes.of("zz")));
    assertSplice(
        new Message().text(1, "zzz"),
        new Splice(message.toBytes()).replace(1, span, Bytes.of("zzz")));
  }
}
