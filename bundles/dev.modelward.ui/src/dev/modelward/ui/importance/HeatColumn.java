// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.importance;

import dev.modelward.ui.heat.Division;
import dev.modelward.ui.heat.LayerRow;
import dev.modelward.ui.model.Figures;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;

/** A column of the table of layers and their blocks. */
enum HeatColumn {
  LAYER(160, SWT.LEFT),
  BLOCKS(72, SWT.LEFT),
  SHARE(84, SWT.RIGHT),
  SEALED(72, SWT.RIGHT),
  TIER(76, SWT.RIGHT);

  private final int width;
  private final int style;

  HeatColumn(int width, int style) {
    this.width = width;
    this.style = style;
  }

  int width() {
    return width;
  }

  int style() {
    return style;
  }

  String title() {
    return switch (this) {
      case LAYER -> Messages.column_layer;
      case BLOCKS -> Messages.column_blocks;
      case SHARE -> Messages.column_share;
      case SEALED -> Messages.column_sealed;
      case TIER -> Messages.column_tier;
    };
  }

  String tip() {
    return switch (this) {
      case LAYER -> "";
      case BLOCKS -> Messages.column_blocksTip;
      case SHARE -> Messages.column_shareTip;
      case SEALED -> Messages.column_sealedTip;
      case TIER -> Messages.column_tierTip;
    };
  }

  /** What stands in the cell of a layer; where blocks are drawn, their number for who listens. */
  String text(Division division, int layer) {
    LayerRow row = division.summary().rows().get(layer);
    return switch (this) {
      case LAYER -> row.name();
      case BLOCKS -> "";
      case SHARE -> Figures.share(row.ofWeights());
      case SEALED -> Figures.share(division.sealed(layer));
      case TIER -> tier(division.tier(layer));
    };
  }

  private static String tier(int tier) {
    return tier == 0 ? Messages.tier_public : NLS.bind(Messages.tier_number, tier);
  }
}
