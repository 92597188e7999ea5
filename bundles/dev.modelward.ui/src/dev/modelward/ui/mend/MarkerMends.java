// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.mend;

import dev.modelward.workspace.mend.Mend;
import org.eclipse.core.resources.IMarker;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.ui.IMarkerResolution;
import org.eclipse.ui.IMarkerResolutionGenerator2;

/** The quick fixes of a marker. */
@NonNullByDefault({})
public final class MarkerMends implements IMarkerResolutionGenerator2 {
  @Override
  public boolean hasResolutions(IMarker marker) {
    return !Mend.of(marker).isEmpty();
  }

  @Override
  public IMarkerResolution[] getResolutions(IMarker marker) {
    return Mend.of(marker).stream().map(QuickFix::new).toArray(IMarkerResolution[]::new);
  }
}
