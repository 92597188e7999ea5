// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.plan.source;

import java.util.Optional;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.DefaultTextHover;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.source.ISourceViewer;

/** Says what is wrong at a place of a plan, or what the key there means. */
@NonNullByDefault({})
final class PlanHover extends DefaultTextHover {
  private final KeyHelp help = KeyHelp.ours();

  PlanHover(ISourceViewer viewer) {
    super(viewer);
  }

  @Override
  @SuppressWarnings("deprecation") // the newer method asks the older one
  public @Nullable String getHoverInfo(ITextViewer viewer, IRegion region) {
    Optional<String> flaw = Optional.ofNullable(super.getHoverInfo(viewer, region));
    return flaw.or(() -> meaning(viewer, region)).orElse(null);
  }

  private Optional<String> meaning(ITextViewer viewer, IRegion region) {
    int end = region.getOffset() + region.getLength();
    return word(viewer, region).isEmpty()
        ? Optional.empty()
        : Caret.at(viewer.getDocument().get(), end).flatMap(caret -> help.of(caret.way()));
  }

  private static String word(ITextViewer viewer, IRegion region) {
    try {
      return viewer.getDocument().get(region.getOffset(), region.getLength()).strip();
    } catch (BadLocationException e) {
      return "";
    }
  }
}
