// SPDX-License-Identifier: EPL-2.0
package dev.modelward.cli.importance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.modelward.cli.Call;
import dev.modelward.learn.build.Network;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnalyzeRefusalTest {
  private static final String HELP = " Try 'modelward analyze --help'.\n";

  @TempDir Path folder = Path.of("");
  private Workplace place = new Workplace(folder);

  @BeforeEach
  void writeModelAndCard() throws IOException {
    place = Workplace.in(folder);
  }

  @ParameterizedTest
  @CsvSource({
    "fisher, --trials 3",
    "fisher, --published",
    "pss, --trials 3",
    "ablation, --epochs 2",
    "ablation, --rate 2",
    "ablation, --penalty 2",
    "magnitude, --seed 1",
    "random, --batch 1",
    "random, --samples 1",
    "random, --loss truth",
    "magnitude, --data some.data",
    "magnitude, --checkpoint kept"
  })
  void refusesOptionsThatDoNotBelongToTheCriterion(String criterion, String option) {
    List<String> arguments = new ArrayList<>(List.of("--criterion", criterion));
    arguments.addAll(List.of(option.split(" ")));
    Call call = place.analyzeAlone(arguments.toArray(String[]::new));

    String what = "%s does not belong to the criterion %s.";
    String complaint = what.formatted(option.split(" ")[0], criterion);
    assertEquals(new Call(2, "", "error: modelward analyze: " + complaint + HELP), call);
  }

  @ParameterizedTest
  @CsvSource({
    "--criterion, charm, There is no criterion 'charm'.",
    "--kind, brick, There is no kind of blocks 'brick'.",
    "--loss, sum, There is no loss 'sum'.",
    "--samples, 0, 'expected at least 1 sample, found 0.'",
    "--threads, 0, 'expected at least 1 thread, found 0.'",
    "--batch, 0, 'expected a batch, found 0.'"
  })
  void refusesWhatCannotBe(String option, String value, String what) {
    assertEquals(
        new Call(2, "", "error: modelward analyze: " + what + HELP), place.analyze(option, value));
  }

  @Test
  void refusesARateThatLeadsNowhere() {
    assertEquals(
        "error: modelward analyze: expected a rate above 0, found 0.0." + HELP,
        place.analyze("--criterion", "pss", "--rate", "0").err());
  }

  @Test
  void wantsDataForWhatLooksAtData() {
    assertEquals(
        new Call(
            2,
            "",
            "error: modelward analyze: The criterion fisher looks at data, and --data is not"
                + " given."
                + HELP),
        place.analyzeAlone());
  }

  @Test
  void saysThatThereIsNoSuchLayer() {
    assertEquals(
        new Call(
            3,
            "",
            "error: "
                + place.file("net.onnx")
                + ": There is no layer 'cellar' that has blocks. Try 'modelward inspect "
                + place.file("net.onnx")
                + "'.\n"),
        place.analyze("--layer", "cellar"));
  }

  @Test
  void replacesAFileOnlyWhenForced() throws IOException {
    place.write("net.importance", "precious");

    Call refused = place.analyze();

    assertEquals(2, refused.code());
    assertEquals(
        "error: "
            + place.file("net.importance")
            + ": There is such a file already. Add --force to replace it.\n",
        refused.err());
    assertEquals("precious", Files.readString(place.path("net.importance")));
    assertEquals(0, place.analyze("--force").code());
  }

  @Test
  void saysWhatToDoWhenDataDoNotFit() throws IOException {
    Network.of(1, 3, 28, 28).flatten().dense(10).model().write(place.path("net.onnx"));

    Call call = place.analyze();

    assertEquals(3, call.code(), call.err());
    assertTrue(call.err().startsWith("error: "), call.err());
    assertEquals(List.of("net.onnx", "signs.data"), place.names());
  }

  @Test
  void refusesACheckpointOfSomethingElse() throws IOException {
    Files.copy(place.path("net.onnx"), place.path("kept"));

    assertEquals(
        new Call(
            3,
            "",
            "error: "
                + place.file("kept")
                + ": Expected what was kept of this model, data set and criterion, found another"
                + " file. Choose another file, or start anew without it.\n"),
        place.analyze("-q", "--checkpoint", place.file("kept")));
    assertEquals(List.of("kept", "net.onnx", "signs.data"), place.names());
  }

  @Test
  void refusesACheckpointThatIsDamaged() throws IOException {
    place.write("kept", "junk");

    Call call = place.analyze("-q", "--checkpoint", place.file("kept"));

    assertEquals(3, call.code());
    assertTrue(call.err().startsWith("error: file: "), call.err());
    assertTrue(call.err().contains("kept"), call.err());
    assertTrue(call.err().endsWith(" Check that it is whole.\n"), call.err());
  }
}
