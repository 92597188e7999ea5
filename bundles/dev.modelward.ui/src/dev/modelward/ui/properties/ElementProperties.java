// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.properties;

import dev.modelward.ui.model.Element;
import dev.modelward.ui.model.ModelContent;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.ui.views.properties.IPropertySheetEntry;
import org.eclipse.ui.views.properties.PropertySheetPage;
import org.eclipse.ui.views.properties.PropertySheetSorter;

/** The page of the Properties view for the elements of a model. */
public final class ElementProperties extends PropertySheetPage {

  /** A page that asks for the model each time, so that it outlives a reload. */
  public ElementProperties(Supplier<Optional<ModelContent>> content) {
    setSorter(new AsTold());
    setPropertySourceProvider(object ->
        content
            .get()
            .filter(there -> object instanceof Element)
            .map(there -> new ElementFacts(there).of((Element) object).all())
            .<@Nullable FactSource>map(FactSource::new)
            .orElse(null));
  }

  /** The order in which the facts are told. */
  @NonNullByDefault({})
  private static final class AsTold extends PropertySheetSorter {
    @Override
    public int compare(IPropertySheetEntry left, IPropertySheetEntry right) {
      return 0;
    }

    @Override
    public int compareCategories(String left, String right) {
      return 0;
    }
  }
}
