// SPDX-License-Identifier: EPL-2.0
package dev.modelward.reference;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands the one report of a run to every test that asks for it, and writes it at the end. */
@NonNullByDefault({}) // JUnit says nothing of null here
final class Reporting implements ParameterResolver {
  private static final ExtensionContext.Namespace NAMESPACE =
      ExtensionContext.Namespace.create(Reporting.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext extension) {
    return parameter.getParameter().getType() == Report.class;
  }

  @Override
  public Report resolveParameter(ParameterContext parameter, ExtensionContext extension) {
    return extension
        .getRoot()
        .getStore(NAMESPACE)
        .computeIfAbsent(Report.class, type -> new Report(), Report.class);
  }
}
