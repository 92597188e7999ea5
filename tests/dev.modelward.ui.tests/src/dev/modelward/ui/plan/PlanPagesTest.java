// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.modelward.ui.bot.Bot;
import dev.modelward.ui.bot.EventLoopWatch;
import dev.modelward.ui.plan.form.ListPage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.eclipse.jface.text.ITextOperationTarget;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanPagesTest {
  private static final int NAME = 0;
  private static final int TARGET = 2;
  private static final int MEASURED = 4;
  private static final int LIMIT = 5;
  private static final int VERDICT = 6;

  private final EventLoopWatch watch = new EventLoopWatch();
  private final Bot bot = new Bot(watch);

  @TempDir private Path folder = Path.of("");

  @AfterEach
  void tearDown() {
    bot.close();
  }

  private Plans plans() {
    return new Plans(bot, folder);
  }

  private PlanEditor open(String text) throws IOException {
    return plans().open(plans().write("net.ward", text));
  }

  private static List<String> texts(Table table, int column) {
    return Arrays.stream(table.getItems()).map(item -> item.getText(column)).toList();
  }

  private void type(PlanEditor editor, ListPage page, int row, int column, String text) {
    page.edit(row, column);
    bot.until("the cell is edited", () -> cells(page).anyMatch(Text::isVisible));
    Text cell = Bot.the(page.table(), Text.class, Text::isVisible);
    cell.setText(text);
    cell.notifyListeners(SWT.DefaultSelection, new Event());
    plans().settle(editor);
  }

  private static Stream<Text> cells(ListPage page) {
    return Bot.all(page.table(), Text.class).stream();
  }

  private void press(PlanEditor editor, ListPage page, String label) {
    Predicate<Button> offers =
        button -> button.getText().replace("&", "").equals(label) && button.isVisible();
    bot.until(
        "it is offered to " + label,
        () -> Bot.all(page.control(), Button.class).stream().anyMatch(offers));
    Bot.press(Bot.the(page.control(), Button.class, offers));
    plans().settle(editor);
  }

  private static String text(PlanEditor editor) {
    return Plans.document(editor).get();
  }

  @Test
  void showsARowForEachViewWithItsLimits() throws IOException {
    Table table = open(Plans.TEXT).forms().views().table();
    assertEquals(List.of("public", "basic", "pro", "full"), texts(table, NAME));
    assertEquals(List.of("15 %", "50 %", "80 %", ""), texts(table, TARGET));
    assertEquals(List.of("<= 20 %", "none", ">= 75 %, <= 85 %", "none"), texts(table, LIMIT));
  }

  @Test
  void changesOnlyWhatIsTypedAndUndoesIt() throws IOException {
    PlanEditor editor = open(Plans.TEXT);
    ListPage views = editor.forms().views();
    type(editor, views, 1, TARGET, "55 %");
    type(editor, views, 1, NAME, "trial");
    type(editor, views, 0, LIMIT, "<= 18 %, >= 10 %");
    String changed =
        Plans.TEXT
            .replace("50 %", "55 %")
            .replace("name: basic", "name: trial")
            .replace("tier: basic", "tier: trial")
            .replace("<= 20 %", "<= 18 %");
    assertTrue(text(editor).startsWith(changed), text(editor));
    assertEquals("<= 18 %, >= 10 %", texts(views.table(), LIMIT).getFirst());
    assertTrue(editor.isDirty());

    ITextOperationTarget history = editor.source().getAdapter(ITextOperationTarget.class);
    for (int i = 0; i < 3; i++) {
      history.doOperation(ITextOperationTarget.UNDO);
      plans().settle(editor);
    }
    assertEquals(Plans.TEXT, text(editor));
    assertEquals("basic", texts(views.table(), NAME).get(1));
  }

  @Test
  void keepsTheOldValueWhereTheNewOneIsNone() throws IOException {
    PlanEditor editor = open(Plans.TEXT);
    type(editor, editor.forms().views(), 1, TARGET, "170 %");
    editor.showRecipients();
    type(editor, editor.forms().recipients(), 0, 4, "2027-02-30");
    assertEquals(Plans.TEXT, text(editor));
  }

  @Test
  void addsMovesAndRemovesRows() throws IOException {
    PlanEditor editor = open(Plans.TEXT);
    ListPage views = editor.forms().views();
    views.select(1);
    press(editor, views, "Add View");
    assertEquals(List.of("public", "basic", "tier-1", "pro", "full"), texts(views.table(), NAME));
    assertEquals(2, views.table().getSelectionIndex());
    press(editor, views, "Move Up");
    assertEquals(List.of("public", "tier-1", "basic", "pro", "full"), texts(views.table(), NAME));
    press(editor, views, "Remove");
    assertEquals(List.of("public", "basic", "pro", "full"), texts(views.table(), NAME));
    assertTrue(text(editor).contains("# anyone with the file"));

    editor.showRecipients();
    ListPage recipients = editor.forms().recipients();
    press(editor, recipients, "Add Recipient");
    assertEquals(List.of("acme", "umbrella", "recipient-1"), texts(recipients.table(), 0));
  }

  @Test
  void saysWhatToDoWhereThereIsNothing() throws IOException {
    PlanEditor editor = open(Plans.TEXT.substring(0, Plans.TEXT.indexOf("recipients:")));
    editor.showRecipients();
    press(editor, editor.forms().recipients(), "Add Recipient");
    assertEquals(List.of("recipient-1"), texts(editor.forms().recipients().table(), 0));
  }

  @Test
  void saysWhatIsWrongAndLeadsThere() throws IOException {
    PlanEditor editor = open(Plans.TEXT.replace("50 %", "5 %"));
    Link link = Bot.the(editor.forms().views().control(), Link.class, Link::isVisible);
    assertTrue(link.getText().contains("Line 10"), link.getText());
    link.notifyListeners(SWT.Selection, new Event());
    assertEquals(10, editor.source().line());
    plans().type(editor, "tiers:", "tiers: [");
    editor.showViews();
    press(editor, editor.forms().views(), "Show in Source");
    assertEquals(2, editor.getActivePage());
  }

  @Test
  void showsWhatTheLastBuildMeasured() throws IOException {
    Path file = plans().write("net.ward", Plans.TEXT);
    new Builds(file).measured("0.102", "0.509", "0.871", "0.9");
    PlanEditor editor = plans().open(file);
    Table table = editor.forms().views().table();
    bot.until("the evidence is there", () -> texts(table, MEASURED).contains("10.2 %"));
    assertEquals(List.of("10.2 %", "50.9 %", "87.1 %", "90.0 %"), texts(table, MEASURED));
    assertEquals(List.of("ok", "", "BROKEN", ""), texts(table, VERDICT));
    assertTrue(says(editor, "Measured by the last build of this plan"));

    plans().type(editor, "<= 20 %", "<= 9 %");
    assertEquals("BROKEN", texts(table, VERDICT).getFirst());
    assertTrue(says(editor, "Measured by a build of an older version of this plan"));
    new Builds(file).measured("0.05");
    bot.until("the newer evidence is there", () -> texts(table, MEASURED).contains("5.0 %"));
    assertEquals(List.of("ok", "", "not measured", ""), texts(table, VERDICT));
  }

  private static boolean says(PlanEditor editor, String text) {
    return Bot.all(editor.forms().views().control(), Label.class).stream()
        .anyMatch(label -> label.getText().equals(text));
  }
}
