// SPDX-License-Identifier: EPL-2.0
package dev.modelward.cli.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.modelward.learn.progress.Progress;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
  private final StringWriter said = new StringWriter();
  private long now = 1000;

  private final InstantSource clock = () -> Instant.ofEpochMilli(now);

  private ProgressLine line(Screen screen) {
    Console console =
        new Console(new PrintWriter(new StringWriter()), new PrintWriter(said), screen);
    return new ProgressLine(console, clock, "working");
  }

  private static Progress progress(ProgressLine line) {
    return TerminalProgress.of(line, () -> {});
  }

  @Test
  void aPipeGetsALineForEachTenth() {
    Progress progress = progress(line(Screen.PIPE));
    progress.tell("loss 0.5");
    for (int i = 0; i <= 100; i++) {
      progress.done(i / 100.0);
    }

    List<String> lines = said.toString().lines().toList();
    assertEquals(10, lines.size());
    assertEquals("10 % working, loss 0.5", lines.getFirst().strip());
    assertEquals("100 % working, loss 0.5", lines.getLast().strip());
  }

  @Test
  void aTerminalSeesOneLineAgainAndAgainThatIsTakenAwayAtTheEnd() {
    try (ProgressLine line = line(new Screen(true, false, 80))) {
      Progress progress = progress(line);
      progress.done(0);
      now += 99;
      progress.done(0.1);
      now += 4901;
      progress.done(0.5);
    }

    assertEquals(
        "\r\u001b[K[                    ]  0 % working"
            + "\r\u001b[K[##########          ] 50 % working, about 0:05 left"
            + "\r\u001b[K",
        said.toString());
  }

  @Test
  void aLineIsNeverWiderThanTheTerminal() {
    Progress progress = progress(line(new Screen(true, false, 30)));
    progress.tell("a very long piece of news that nobody has room for");
    progress.done(0.2);

    assertEquals(3 + 1 + 29, said.toString().length());
  }

  @Test
  void newsCannotSteerTheTerminal() {
    Progress progress = progress(line(Screen.PIPE));
    progress.tell("\u001b[2J");
    progress.done(0.5);

    assertTrue(said.toString().contains("\\u{1b}[2J"));
  }

  @Test
  void partsShareTheWhole() {
    Progress progress = progress(line(Screen.PIPE));
    Progress first = progress.part("reading", 0.25);
    first.done(1);
    Progress second = progress.part("measuring", 0.75);
    second.part("half", 0.5).done(1);

    assertEquals(
        List.of("25 % reading", "63 % half"), said.toString().lines().map(String::strip).toList());
  }

  @Test
  void theTimeThatIsLeftCountsFromWhereTheWorkBegan() {
    Progress progress = progress(line(new Screen(true, false, 80)));
    progress.done(0.5);
    now += 10_000;
    progress.done(0.75);

    assertTrue(said.toString().endsWith("75 % working, about 0:10 left"), said::toString);
  }

  @Test
  void whoeverCancelsIsHeard() {
    Progress progress =
        TerminalProgress.of(
            line(Screen.PIPE),
            () -> {
              throw new CancellationException("enough");
            });

    assertThrows(CancellationException.class, progress.part("a", 1)::checkCancelled);
  }
}
