// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.properties;

import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.ui.views.properties.IPropertyDescriptor;
import org.eclipse.ui.views.properties.IPropertySource;
import org.eclipse.ui.views.properties.PropertyDescriptor;

/** Facts as the Properties view asks for them: to be read, not to be changed. */
@NonNullByDefault({})
record FactSource(List<Facts.Fact> facts) implements IPropertySource {

  @Override
  public IPropertyDescriptor[] getPropertyDescriptors() {
    return IntStream.range(0, facts.size())
        .mapToObj(this::descriptor)
        .toArray(IPropertyDescriptor[]::new);
  }

  private IPropertyDescriptor descriptor(int index) {
    Facts.Fact fact = facts.get(index);
    PropertyDescriptor descriptor = new PropertyDescriptor(index, fact.name());
    descriptor.setCategory(fact.heading());
    descriptor.setDescription(fact.value());
    return descriptor;
  }

  @Override
  public Object getPropertyValue(Object id) {
    return facts.get((Integer) id).value();
  }

  @Override
  public Object getEditableValue() {
    return "";
  }

  @Override
  public boolean isPropertySet(Object id) {
    return false;
  }

  @Override
  public void resetPropertyValue(Object id) {
    throw new UnsupportedOperationException("a fact stays as it is");
  }

  @Override
  public void setPropertyValue(Object id, Object value) {
    throw new UnsupportedOperationException("a fact stays as it is");
  }
}
