// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.plan.source;

import dev.modelward.ui.plan.live.LivePlan;
import java.util.List;
import java.util.Optional;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.TextUtilities;
import org.eclipse.jface.text.contentassist.CompletionProposal;
import org.eclipse.jface.text.contentassist.ICompletionProposal;
import org.eclipse.jface.text.contentassist.IContentAssistProcessor;
import org.eclipse.jface.text.contentassist.IContextInformation;
import org.eclipse.jface.text.contentassist.IContextInformationValidator;

/** Offers the words of plans as the text editor asks for them. */
@NonNullByDefault({})
final class CompletionProcessor implements IContentAssistProcessor {
  private final LivePlan plan;
  private final KeyHelp help = KeyHelp.ours();

  CompletionProcessor(LivePlan plan) {
    this.plan = plan;
  }

  @Override
  public ICompletionProposal[] computeCompletionProposals(ITextViewer viewer, int offset) {
    String delimiter = TextUtilities.getDefaultLineDelimiter(viewer.getDocument());
    Optional<Caret> caret = Caret.at(viewer.getDocument().get(), offset);
    return caret
        .map(place -> new Completion(place, plan.sheet(), help).offers())
        .orElse(List.of())
        .stream()
        .map(offer -> proposal(offer, caret.orElseThrow(), offset, delimiter))
        .toArray(ICompletionProposal[]::new);
  }

  private static ICompletionProposal proposal(
      Completion.Offer offer, Caret caret, int offset, String delimiter) {
    String text = offer.text().replace("\n", delimiter);
    int length = caret.written().length();
    return new CompletionProposal(
        text, offset - length, length, text.length(), null, offer.word(), null, offer.help());
  }

  @Override
  public IContextInformation @Nullable [] computeContextInformation(
      ITextViewer viewer, int offset) {
    return null;
  }

  @Override
  public char @Nullable [] getCompletionProposalAutoActivationCharacters() {
    return null;
  }

  @Override
  public char @Nullable [] getContextInformationAutoActivationCharacters() {
    return null;
  }

  @Override
  public @Nullable String getErrorMessage() {
    return null;
  }

  @Override
  public @Nullable IContextInformationValidator getContextInformationValidator() {
    return null;
  }
}
