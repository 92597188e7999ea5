// SPDX-License-Identifier: EPL-2.0
package dev.modelward.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SampleCommandTest {
  @TempDir Path folder = Path.of("");

  private Path demo() {
    return folder.resolve("demo.onnx");
  }

  @Test
  void writesAModelInWhichNothingIsWrong() throws IOException {
    Call call = Call.of("sample", demo().toString());
    assertEquals(0, call.code());
    assertEquals(
        demo()
            + ": 52 nodes, 176 K parameters, 714 kB. Look into it: modelward inspect "
            + demo()
            + "\n",
        call.out());
    assertEquals(new Call(0, "", ""), Call.of("inspect", "--verify", "-q", demo().toString()));
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(List.of(demo()), files.toList());
    }
  }

  @Test
  void writesTheSameModelAgain() throws IOException {
    Path second = folder.resolve("second.onnx");
    Call.of("sample", demo().toString());
    Call.of("sample", second.toString());
    assertArrayEquals(Files.readAllBytes(demo()), Files.readAllBytes(second));
  }

  @Test
  void replacesAFileOnlyWhenForced() throws IOException {
    Files.writeString(demo(), "precious");
    Call call = Call.of("sample", demo().toString());
    assertEquals(2, call.code());
    assertEquals(
        "error: " + demo() + ": There is such a file already. Add --force to replace it.\n",
        call.err());
    assertEquals("precious", Files.readString(demo()));
    assertEquals(new Call(0, "", ""), Call.of("sample", "--force", "-q", demo().toString()));
    assertTrue(Files.size(demo()) > 100_000);
  }

  @Test
  void makesTheFoldersThatAreMissing() {
    Path file = folder.resolve("a").resolve("b").resolve("demo.onnx");
    assertEquals(new Call(0, "", ""), Call.of("sample", "-q", file.toString()));
    assertTrue(Files.isRegularFile(file));
  }

  @Test
  void saysThatAFileStandsInTheWay() throws IOException {
    Path file = Files.writeString(demo(), "no folder").resolve("demo.onnx");
    Call call = Call.of("sample", file.toString());
    assertEquals(3, call.code());
    assertEquals(
        "error: " + file + ": There is a file where a folder is needed. Choose another name.\n",
        call.err());
  }

  @ParameterizedTest
  @ValueSource(strings = {"-2", "0", "2", "5", "1002"})
  void refusesNumbersOfLayersThatItCannotMake(String layers) {
    Call call = Call.of("sample", demo().toString(), "--layers", layers);
    assertEquals(2, call.code());
    assertTrue(call.err().contains("an even number from 4 to 1000"), call.err());
    assertTrue(Files.notExists(demo()));
  }

  @Test
  void tellsMachinesWhatItMade() throws IOException {
    Call call = Call.of("sample", demo().toString(), "--layers", "4", "--json");
    Map<?, ?> json = assertInstanceOf(Map.class, Json.parse(call.out()));
    assertEquals(
        Map.of(
            "file",
            demo().toString(),
            "size",
            Files.size(demo()),
            "nodes",
            13L,
            "parameters",
            5402L),
        json);
  }
}
