// SPDX-License-Identifier: EPL-2.0
package dev.modelward.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HouseRulesTest {
  private static final int FILES_PER_PACKAGE = 20;
  private static final int RUNTIME_LINES = 2500;
  private static final int RUNTIME_JAR = 150 * 1024;

  static List<Bundle> bundles() {
    return Bundle.all();
  }

  @ParameterizedTest
  @MethodSource("bundles")
  void packagesFormNoCycle(Bundle bundle) {
    slices()
        .matching("dev.modelward.(**)")
        .should()
        .beFreeOfCycles()
        .allowEmptyShould(true)
        .check(bundle.classes());
  }

  @ParameterizedTest
  @MethodSource("bundles")
  void aPackageHasAtMostTwentyFiles(Bundle bundle) {
    assertAll(
        bundle.filesPerPackage().entrySet().stream()
            .map(entry ->
                () ->
                    assertTrue(
                        entry.getValue() <= FILES_PER_PACKAGE,
                        entry.getKey() + " has " + entry.getValue() + " files")));
  }

  @ParameterizedTest
  @MethodSource("bundles")
  void onlyTheCommandLineSpeaksToTheConsole(Bundle bundle) {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.modelward.cli..")
        .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS)
        .allowEmptyShould(true)
        .check(bundle.classes());
  }

  @ParameterizedTest
  @MethodSource("bundles")
  void noStaticFieldChanges(Bundle bundle) {
    fields()
        .that()
        .areStatic()
        .and(areWrittenByHand())
        .should()
        .beFinal()
        .allowEmptyShould(true)
        .check(bundle.classes());
  }

  @ParameterizedTest
  @MethodSource("bundles")
  void noBundleHasAnActivator(Bundle bundle) {
    noClasses()
        .should()
        .beAssignableTo("org.osgi.framework.BundleActivator")
        .check(bundle.classes());
  }

  @Test
  void whatShipsToACustomerIsSmallEnoughToRead() {
    Bundle runtime =
        Bundle.all().stream()
            .filter(bundle -> bundle.name().equals("runtime"))
            .findFirst()
            .orElseThrow();
    long lines = runtime.linesOfCode();
    assertTrue(lines <= RUNTIME_LINES, runtime + " has " + lines + " lines of code");
    long bytes = runtime.jarSize();
    assertTrue(bytes <= RUNTIME_JAR, runtime + " makes a jar of " + bytes + " bytes");
  }

  private static DescribedPredicate<JavaField> areWrittenByHand() {
    return DescribedPredicate.describe(
        "are written by hand and no translated texts",
        field ->
            !field.getModifiers().contains(JavaModifier.SYNTHETIC)
                && !field.getOwner().getSimpleName().equals("Messages"));
  }
}
