// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.plan.source;

import dev.modelward.ui.widget.ThemeColor;
import java.util.ArrayDeque;
import java.util.Deque;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.TextAttribute;
import org.eclipse.jface.text.rules.IToken;
import org.eclipse.jface.text.rules.ITokenScanner;
import org.eclipse.jface.text.rules.Token;
import org.eclipse.swt.SWT;

/** Gives the pieces of a plan's lines their colours, as the theme has them now. */
@NonNullByDefault({})
final class PlanScanner implements ITokenScanner {
  private final Deque<Span> rest = new ArrayDeque<>();
  private int start;
  private Span last = new Span(Span.Kind.OTHER, 0, 0);

  @Override
  public void setRange(IDocument document, int offset, int length) {
    rest.clear();
    start = offset;
    try {
      rest.addAll(Span.of(document.get(offset, length)));
    } catch (BadLocationException e) {
      throw new IllegalArgumentException(e);
    }
  }

  @Override
  public IToken nextToken() {
    if (rest.isEmpty()) {
      return Token.EOF;
    }
    last = rest.remove();
    return switch (last.kind()) {
      case KEY -> token(ThemeColor.PLAN_KEY, SWT.NORMAL);
      case QUOTED -> token(ThemeColor.PLAN_QUOTED, SWT.NORMAL);
      case AMOUNT -> token(ThemeColor.PLAN_AMOUNT, SWT.NORMAL);
      case COMMENT -> token(ThemeColor.QUIET_TEXT, SWT.ITALIC);
      case OTHER -> Token.UNDEFINED;
    };
  }

  private static IToken token(ThemeColor color, int style) {
    return new Token(new TextAttribute(color.color(), null, style));
  }

  @Override
  public int getTokenOffset() {
    return start + last.offset();
  }

  @Override
  public int getTokenLength() {
    return last.length();
  }
}
