// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.kernel;

import dev.modelward.ui.heat.Division;
import dev.modelward.ui.heat.LayerRow;
import dev.modelward.ui.maps.LayerSight;
import dev.modelward.ui.model.Figures;
import org.eclipse.osgi.util.NLS;

/** A layer as it is seen while its blocks are divided. */
record LayerView(LayerSight sight, Division division) {

  LayerRow row() {
    return division.summary().rows().get(sight.layer());
  }

  /** What there is of it, in words. */
  String title() {
    long sealed = division.cuts().getLast().blocks(sight.layer());
    return NLS.bind(
        Messages.title,
        new Object[] {row().name(), Figures.exact(row().blocks()), Figures.exact(sealed)});
  }
}
