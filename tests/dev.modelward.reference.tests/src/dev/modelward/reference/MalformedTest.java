// SPDX-License-Identifier: EPL-2.0
package dev.modelward.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.modelward.onnx.OnnxModel;
import dev.modelward.onnx.bytes.Bytes;
import dev.modelward.onnx.bytes.OnnxFormatException;
import dev.modelward.onnx.bytes.Source;
import dev.modelward.testkit.Inquiry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Damaged files: a typed refusal, or values where ONNX Runtime gives values too. */
@ReferenceTest
@Tag("fast")
class MalformedTest {
  private static final Set<String> OPEN_ALL_THE_SAME =
      Set.of("bit-flip.onnx", "duplicate-initializer.onnx", "raw-and-float-data.onnx");

  static List<Path> files() {
    return Shared.models("onnx-malformed");
  }

  @ParameterizedTest
  @MethodSource("files")
  void isRefusedOrOpensAsInOnnxRuntime(Path file, Report report) throws IOException {
    Optional<OnnxFormatException> refusal = refusal(file);
    Optional<String> other = new OnnxRuntime().refusal(file);
    report.add(
        "Damaged files",
        Shared.name(file),
        refusal.map(Throwable::getMessage).orElse("opens"),
        "ONNX Runtime: " + other.map(MalformedTest::firstLine).orElse("opens"));
    boolean opens = OPEN_ALL_THE_SAME.contains(String.valueOf(file.getFileName()));
    assertEquals(opens, refusal.isEmpty());
    assertEquals(opens, other.isEmpty(), "what ONNX Runtime does");
    if (opens) {
      Bytes bytes = Bytes.of(Files.readAllBytes(file));
      assertEquals(List.of(), Inquiry.of(bytes, new Source.OfFile(file)));
    } else {
      refusal.ifPresent(e -> assertFalse(e.expected().isEmpty() || e.found().isEmpty()));
    }
  }

  private static Optional<OnnxFormatException> refusal(Path file) throws IOException {
    try {
      OnnxModel.open(file);
      return Optional.empty();
    } catch (OnnxFormatException e) {
      return Optional.of(e);
    }
  }

  private static String firstLine(String message) {
    return message.lines().findFirst().orElse("").replace('|', '/');
  }
}
