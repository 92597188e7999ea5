// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.command;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URL;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.core.commands.Command;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExtension;
import org.eclipse.core.runtime.Platform;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.osgi.framework.Bundle;

class ExtensionsTest {
  static List<String> bundles() {
    return List.of("dev.modelward.ui", "dev.modelward.workspace");
  }

  private static List<IConfigurationElement> elements(String bundle) {
    List<IConfigurationElement> found = new ArrayList<>();
    for (IExtension extension : Platform.getExtensionRegistry().getExtensions(bundle)) {
      Arrays.stream(extension.getConfigurationElements()).forEach(e -> collect(e, found));
    }
    return found;
  }

  private static void collect(IConfigurationElement element, List<IConfigurationElement> found) {
    found.add(element);
    Arrays.stream(element.getChildren()).forEach(child -> collect(child, found));
  }

  private static Stream<String> values(String bundle, String... attributes) {
    return elements(bundle).stream()
        .flatMap(e -> Stream.of(attributes).map(e::getAttribute))
        .filter(value -> value != null);
  }

  @ParameterizedTest
  @MethodSource("bundles")
  void extendOnlyPointsThatExist(String bundle) {
    for (IExtension extension : Platform.getExtensionRegistry().getExtensions(bundle)) {
      String point = extension.getExtensionPointUniqueIdentifier();
      assertNotNull(Platform.getExtensionRegistry().getExtensionPoint(point), point);
    }
  }

  @ParameterizedTest
  @MethodSource("bundles")
  void nameOnlyClassesThatLoad(String name) throws ClassNotFoundException {
    Bundle bundle = Platform.getBundle(name);
    for (String type : values(name, "class").toList()) {
      assertNotNull(bundle.loadClass(type.split(":")[0]));
    }
  }

  @Test
  void nameOnlyVerbsThatThereAre() {
    assertAll(
        elements("dev.modelward.ui").stream()
            .filter(element -> element.getName().equals("handler"))
            .map(handler -> () -> assertNotNull(handler.createExecutableExtension("class"))));
  }

  @ParameterizedTest
  @MethodSource("bundles")
  void nameOnlyFilesThatArePackaged(String name) {
    Bundle bundle = Platform.getBundle(name);
    assertAll(
        values(name, "icon", "uri")
            .filter(file -> !file.startsWith("platform:"))
            .map(file -> () -> assertNotNull(bundle.getEntry(file), file)));
  }

  @ParameterizedTest
  @MethodSource("bundles")
  void leaveNoTextUntranslated(String name) {
    assertAll(
        values(name, "name", "label", "description")
            .map(text -> () -> assertFalse(text.startsWith("%"), text)));
  }

  @Test
  void handleEveryCommandOfOurs() {
    List<String> handled =
        elements("dev.modelward.ui").stream()
            .filter(element -> element.getName().equals("handler"))
            .map(element -> element.getAttribute("commandId"))
            .toList();
    assertAll(
        Arrays.stream(
                PlatformUI.getWorkbench().getService(ICommandService.class).getDefinedCommands())
            .map(Command::getId)
            .filter(id -> id.startsWith("dev.modelward."))
            .map(id -> () -> assertTrue(handled.contains(id), id)));
  }

  @Test
  void reachEveryCommandFromAMenu() {
    List<String> reached =
        elements("dev.modelward.ui").stream()
            .filter(element -> element.getName().equals("command"))
            .map(element -> element.getAttribute("commandId"))
            .filter(id -> id != null)
            .toList();
    assertAll(
        elements("dev.modelward.ui").stream()
            .filter(element -> element.getName().equals("command"))
            .map(element -> element.getAttribute("id"))
            .filter(id -> id != null)
            .map(id -> () -> assertTrue(reached.contains(id), id)));
  }

  @Test
  void packageEveryIconOfTheScreens() {
    for (var icon : dev.modelward.ui.widget.Icon.values()) {
      URL file = icon.getClass().getResource("/icons/" + fileOf(icon.name()));
      assertNotNull(file, icon.name());
    }
  }

  private static String fileOf(String name) {
    return name.toLowerCase(java.util.Locale.ROOT).replace('_', '-') + ".svg";
  }
}
