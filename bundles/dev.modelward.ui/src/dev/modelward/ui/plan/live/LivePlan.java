// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.plan.live;

import dev.modelward.ui.plan.sheet.PlanSheet;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.Document;
import org.eclipse.jface.text.DocumentEvent;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IDocumentListener;
import org.eclipse.swt.widgets.Display;

/**
 * The plan of an editor. Its document is read, and changes of forms are worked out, beside the
 * screen's thread; everybody who looks at the plan is told on that thread. Each change is one step
 * of the document's history.
 */
public final class LivePlan implements AutoCloseable {
  private static final long PAUSE = 150;

  private final Display display;
  private final Permission permission;
  private final List<Consumer<PlanSheet>> followers = new ArrayList<>();
  private final List<Consumer<PlanSheet>> once = new ArrayList<>();
  private final Queue<Change> changes = new ConcurrentLinkedQueue<>();
  private final IDocumentListener typed = new Typed();
  private final PlanReading reading = new PlanReading(this);
  private volatile Original original;
  private PlanSheet sheet;
  private int pending;
  private boolean closed;

  /** Who is asked before a document is changed, and told why it was not. */
  public interface Permission {
    /** Whether the document may be changed now. */
    boolean isGiven();

    /** A change makes no sense in the text as it is. */
    void refused(String why);
  }

  /** A plan without a document for now; belongs to the thread of this display. */
  public LivePlan(Display display, Permission permission) {
    this.display = display;
    this.permission = permission;
    original = new Original(Path.of(""), new Document());
    sheet = PlanSheet.of(original.file(), "");
  }

  /** Has the reading follow what is typed. */
  private final class Typed implements IDocumentListener {
    @Override
    public void documentAboutToBeChanged(@SuppressWarnings("null") DocumentEvent event) {
      // what matters is what it says afterwards
    }

    @Override
    public void documentChanged(@SuppressWarnings("null") DocumentEvent event) {
      read(PAUSE);
    }
  }

  /** Reads another document from now on. */
  public void attach(Original other) {
    original.document().removeDocumentListener(typed);
    original = other;
    original.document().addDocumentListener(typed);
    read(0);
  }

  private void read(long pause) {
    reading.cancel();
    reading.schedule(pause);
  }

  /** Tells somebody of what the plan says, now and whenever it says something else. */
  public void follow(Consumer<PlanSheet> follower) {
    followers.add(follower);
    follower.accept(sheet);
  }

  /** Tells somebody no more. */
  public void leave(Consumer<PlanSheet> follower) {
    followers.remove(follower);
  }

  /** What the plan said when it was read last. */
  public PlanSheet sheet() {
    return sheet;
  }

  /** Where the plan stands, or will stand; on any thread. */
  public Path file() {
    return original.file();
  }

  /** Whether what was read last is what the document says. */
  public boolean isRead() {
    return pending == 0
        && sheet.file().equals(original.file())
        && sheet.text().equals(original.document().get());
  }

  /** Makes a change as soon as may be. */
  public void change(Change change) {
    pending++;
    changes.add(change);
    read(0);
  }

  /** Makes a change as soon as may be, and then does something with what became of it. */
  public void change(Change change, Consumer<PlanSheet> after) {
    once.add(after);
    change(change);
  }

  /** What is to be done now; on any thread. */
  Draft draft(List<Change> taken) {
    while (!changes.isEmpty()) {
      taken.add(changes.remove());
    }
    return Draft.of(original, taken);
  }

  /** Takes over a draft, or starts again if the document says something else by now. */
  void deliver(Draft draft, List<Change> taken) {
    if (!display.isDisposed()) {
      display.asyncExec(() -> accept(draft, taken));
    }
  }

  private void accept(Draft draft, List<Change> taken) {
    if (closed) {
      return;
    }
    if (draft.original() != original || !draft.isCurrent()) {
      changes.addAll(taken);
      read(0);
      return;
    }
    pending -= taken.size();
    if (draft.changesSomething() && !permission.isGiven()) {
      read(0);
      return;
    }
    write(draft);
    sheet = draft.sheet();
    List.copyOf(followers).forEach(follower -> follower.accept(sheet));
    if (pending == 0) {
      List<Consumer<PlanSheet>> waiting = List.copyOf(once);
      once.clear();
      waiting.forEach(after -> after.accept(sheet));
    }
    draft.refused().forEach(permission::refused);
  }

  private void write(Draft draft) {
    if (!draft.changesSomething()) {
      return;
    }
    IDocument document = original.document();
    Difference difference = Difference.of(draft.basis(), draft.sheet().text());
    document.removeDocumentListener(typed);
    try {
      document.replace(difference.offset(), difference.length(), difference.text());
    } catch (BadLocationException e) {
      throw new IllegalStateException(e);
    } finally {
      document.addDocumentListener(typed);
    }
  }

  @Override
  public void close() {
    closed = true;
    original.document().removeDocumentListener(typed);
    reading.cancel();
    followers.clear();
  }
}
