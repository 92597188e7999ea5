// SPDX-License-Identifier: EPL-2.0
package dev.modelward.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LayersTest {
  private static final Set<String> JDK =
      ModuleLayer.boot().modules().stream()
          .filter(module -> module.getName().startsWith("java."))
          .flatMap(module -> module.getPackages().stream())
          .collect(Collectors.toUnmodifiableSet());

  static List<Bundle> bundles() {
    return Bundle.all();
  }

  @Test
  void seesBundles() {
    assertFalse(bundles().isEmpty(), "no bundle is there to be judged");
  }

  @ParameterizedTest
  @MethodSource("bundles")
  void everyBundleHasALayerAndClasses(Bundle bundle) {
    assertTrue(Layer.of(bundle.name()).isPresent(), bundle + " is in no layer");
    assertFalse(bundle.classes().isEmpty(), bundle + " has no classes");
  }

  @ParameterizedTest
  @MethodSource("bundles")
  void usesOnlyWhatItsLayerMayUse(Bundle bundle) {
    Layer layer = Layer.of(bundle.name()).orElseThrow();
    classes()
        .should()
        .onlyDependOnClassesThat(
            are("what the layer " + layer.bundle() + " may use", layer::mayUse))
        .check(bundle.classes());
  }

  @ParameterizedTest
  @MethodSource("bundles")
  void theRuntimeNamesOnnxRuntimeInOnePackage(Bundle bundle) {
    noClasses()
        .that()
        .resideInAPackage("dev.modelward.runtime..")
        .and()
        .resideOutsideOfPackage("dev.modelward.runtime.run..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("ai.onnxruntime..")
        .allowEmptyShould(true)
        .check(bundle.classes());
  }

  private static DescribedPredicate<JavaClass> are(String what, Predicate<String> packages) {
    return DescribedPredicate.describe(
        "are " + what,
        type -> {
          JavaClass element = type.getBaseComponentType();
          String name = element.getPackageName();
          return element.isPrimitive() || JDK.contains(name) || packages.test(name);
        });
  }
}
