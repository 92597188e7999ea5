// SPDX-License-Identifier: EPL-2.0
package dev.modelward.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.modelward.cli.console.Screen;
import dev.modelward.onnx.Node;
import dev.modelward.onnx.OnnxModel;
import dev.modelward.onnx.tensor.Tensor;
import dev.modelward.testkit.Models;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InspectCommandTest {
  @TempDir Path folder = Path.of("");

  private Path file(String name, OnnxModel model) throws IOException {
    return Files.write(folder.resolve(name), model.message().toArray());
  }

  private String mlp() throws IOException {
    return file("mlp.onnx", Models.twoLayerMlp()).toString();
  }

  private String unsorted() throws IOException {
    return file("unsorted.onnx", Models.unsorted()).toString();
  }

  @Test
  void writesATableIntoAPipeWithoutColours() throws IOException {
    Call call = Call.of("inspect", mlp());
    assertEquals("", call.err());
    assertEquals(
        """
        %s
          Parameters    67
          In bytes      268 B
          File          %s
          IR version    10
          Opsets        ai.onnx 21
          Producer      ModelWard
          Graph         twoLayerMlp, 3 nodes
          Input         x  float32 [1, 4]
          Output        y  float32 [1, 3]

        Layers (2)
          Name    Operator  Shape  Type     Parameters  Bytes   Share
          h_Gemm  Gemm      4x8    float32          40  160 B  59.7 %%
          y_Gemm  Gemm      8x3    float32          27  108 B  40.3 %%

        Operators (2)
          Operator  Nodes
          Gemm          2
          Relu          1

        Findings (0)
          none
        """
            .formatted(folder.resolve("mlp.onnx"), size(folder.resolve("mlp.onnx"))),
        call.out());
    assertEquals(0, call.code());
  }

  private static String size(Path file) throws IOException {
    return Files.size(file) + " B";
  }

  @Test
  void paintsOnATerminalOnly() throws IOException {
    Screen coloured = new Screen(true, true, 120);
    Screen plain = new Screen(true, false, 120);
    assertTrue(Call.on(coloured, "inspect", unsorted()).out().contains("\u001b[33mwarning"));
    assertFalse(Call.on(plain, "inspect", unsorted()).out().contains("\u001b"));
    assertFalse(Call.of("inspect", unsorted()).out().contains("\u001b"));
  }

  @Test
  void keepsItsTablesWithinTheTerminal() throws IOException {
    Path file = file("cnn.onnx", Models.smallCnn());
    for (int width = 53; width < 80; width++) {
      int most = width;
      String out = Call.on(new Screen(true, false, width), "inspect", file.toString()).out();
      String table = out.substring(out.indexOf("Layers ("));
      assertTrue(table.lines().allMatch(line -> line.length() <= most), width + "\n" + table);
    }
  }

  @Test
  void endsWithOneWhenSomethingIsWrong() throws IOException {
    Call call = Call.of("inspect", unsorted());
    assertEquals(1, call.code());
    assertTrue(
        call.out()
            .endsWith(
                """

                Findings (1)
                  warning: graph: The nodes are out of order: 2 of 3 before a node that they read\
                 from, first Tanh y_Tanh. Sort them; many tools refuse this order.
                """),
        call.out());
  }

  @Test
  void endsWellWhenThereAreOnlyNotes() throws IOException {
    OnnxModel model = Models.twoLayerMlp();
    Tensor spare = Tensor.ofFloats("spare", List.of(1L), 1);
    Path file = file("spare.onnx", model.with(model.graph().edit().add(spare).apply()));
    Call call = Call.of("inspect", "--quiet", file.toString());
    assertEquals(0, call.code());
    assertEquals(
        file
            + ": note: graph: No node reads 1 of 5 initializers (4 bytes), first 'spare'."
            + " Remove what is not read.\n",
        call.out());
  }

  @Test
  void isQuietAboutASoundModel() throws IOException {
    assertEquals(new Call(0, "", ""), Call.of("inspect", "-q", mlp()));
  }

  @Test
  void looksIntoSeveralModelsAndGoesOnBehindABadOne() throws IOException {
    String missing = folder.resolve("missing.onnx").toString();
    Call call = Call.of("inspect", mlp(), missing, unsorted());
    assertEquals(3, call.code());
    assertTrue(call.out().startsWith(mlp() + "\n"), call.out());
    assertTrue(call.out().contains("\n\n" + unsorted() + "\n"), call.out());
    assertEquals(
        "error: " + missing + ": There is no such file. Check the name and the folder.\n",
        call.err());
  }

  @Test
  void refusesAFolder() {
    Call call = Call.of("inspect", folder.toString());
    assertEquals(3, call.code());
    assertEquals("error: " + folder + ": This is a folder. Name a model file in it.\n", call.err());
  }

  @Test
  void refusesWhatIsNoModelAndSaysWhereItSawThat() throws IOException {
    Path file = Files.writeString(folder.resolve("text.onnx"), "no model at all");
    Call call = Call.of("inspect", file.toString());
    assertEquals(3, call.code());
    assertEquals("", call.out());
    assertTrue(call.err().startsWith("error: " + file + ", byte 0 (model): "), call.err());
    assertTrue(call.err().contains(": expected "), call.err());
    assertTrue(call.err().contains(", found "), call.err());
    assertEquals(1, call.err().lines().count());
  }

  @Test
  void recognizesThePointerToAFileThatWasNotFetched() throws IOException {
    Path file =
        Files.writeString(folder.resolve("lfs.onnx"), "version https://git-lfs\noid sha256:0\n");
    Call call = Call.of("inspect", file.toString());
    assertEquals(3, call.code());
    assertTrue(call.err().contains("'git lfs pull'"), call.err());
  }

  @Test
  void refusesToBeQuietInJson() throws IOException {
    assertEquals(2, Call.of("inspect", "-q", "--json", mlp()).code());
  }

  @Test
  void letsNoNameSteerTheTerminal() throws IOException {
    OnnxModel model = Models.twoLayerMlp();
    Node evil = model.graph().nodes().get(0).named("\u001b[2J\nFindings (0)\u202e");
    Path file = file("evil.onnx", model.with(model.graph().edit().replaceNode(0, evil).apply()));
    Call call = Call.of("inspect", file.toString());
    assertTrue(call.out().contains("  \\u{1b}[2J\\u{a}Findings (0)\\u{202e}  Gemm"), call.out());
    assertFalse(call.out().contains("\u001b"), call.out());
  }

  @Test
  void listsExternalFilesAndReadsThemWhenAskedTo() throws IOException {
    Path file = Models.externalData(folder);
    Call sound = Call.of("inspect", "--verify", file.toString());
    assertTrue(sound.out().contains("\nExternal files (1)\n"), sound.out());
    assertTrue(sound.out().contains("  weights.bin        4  268 B"), sound.out());
    assertEquals(0, sound.code());

    byte[] data = Files.readAllBytes(folder.resolve("weights.bin"));
    data[0] ^= 1;
    Files.write(folder.resolve("weights.bin"), data);
    assertEquals(0, Call.of("inspect", file.toString()).code());
    Call damaged = Call.of("inspect", "--verify", "-q", file.toString());
    assertEquals(1, damaged.code());
    assertTrue(damaged.out().contains("error: weights.bin: The file has the SHA-1"));
  }

  @Test
  void saysThatAnExternalFileIsMissing() throws IOException {
    Path file = Models.externalData(folder);
    Files.delete(folder.resolve("weights.bin"));
    Call call = Call.of("inspect", file.toString());
    assertEquals(1, call.code());
    assertTrue(call.out().contains("  weights.bin        4  268 B  missing\n"), call.out());
  }
}
