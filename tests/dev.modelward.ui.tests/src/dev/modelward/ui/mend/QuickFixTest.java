// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.mend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.modelward.ui.bot.Bot;
import dev.modelward.workspace.build.WardNature;
import dev.modelward.workspace.mend.Mend;
import dev.modelward.workspace.problem.Kind;
import dev.modelward.workspace.problem.Markers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.core.expressions.IEvaluationContext;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.ui.IMarkerResolution;
import org.eclipse.ui.ISources;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.ide.IDE;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuickFixTest {
  private static final String HOME = "user.home";

  private final Bot bot = new Bot();
  private final String home = System.getProperty(HOME);
  private final IProject project = ResourcesPlugin.getWorkspace().getRoot().getProject("mended");

  @TempDir Path folder = Path.of("");

  @BeforeEach
  void setUp() throws CoreException {
    System.setProperty(HOME, folder.toString());
    project.create(null);
    project.open(null);
  }

  @AfterEach
  void tearDown() throws CoreException {
    System.setProperty(HOME, home);
    project.delete(true, true, null);
    bot.close();
  }

  private IMarker marker(Kind kind) throws CoreException {
    return project.createMarker(kind.markerType(), Map.of(Markers.ID, kind.word()));
  }

  private static List<IMarkerResolution> fixes(IMarker marker) {
    return Stream.of(IDE.getMarkerHelpRegistry().getResolutions(marker)).toList();
  }

  @Test
  void offersEachWayToMendAMarkerAsAQuickFix() throws CoreException {
    for (Kind kind : Kind.values()) {
      IMarker marker = marker(kind);
      assertEquals(
          Mend.of(marker).stream().map(Mend::label).toList(),
          fixes(marker).stream().map(IMarkerResolution::getLabel).toList(),
          kind.word());
      assertEquals(!Mend.of(marker).isEmpty(), IDE.getMarkerHelpRegistry().hasResolutions(marker));
    }
  }

  @Test
  void makesKeysInAJob() throws CoreException {
    fixes(marker(Kind.KEY_MISSING)).getFirst().run(marker(Kind.KEY_MISSING));

    bot.until("there are keys", () -> project.getFile("vendor.pub").exists());
    assertTrue(Files.exists(folder.resolve(".modelward/mended.key")), "the key file");
  }

  @Test
  void theCommandsOfAProjectTurnItsBuildsOnAndOff() throws Exception {
    tell("dev.modelward.ui.addNature");
    bot.until("the project is built", () -> isOurs() && commands() == 1);

    tell("dev.modelward.ui.removeNature");
    bot.until("the project is not built any more", () -> !isOurs() && commands() == 0);
  }

  private int commands() {
    try {
      return project.getDescription().getBuildSpec().length;
    } catch (CoreException e) {
      throw new IllegalStateException(e);
    }
  }

  private boolean isOurs() {
    try {
      return project.hasNature(WardNature.ID);
    } catch (CoreException e) {
      throw new IllegalStateException(e);
    }
  }

  private void tell(String id) throws Exception {
    IHandlerService handlers = PlatformUI.getWorkbench().getService(IHandlerService.class);
    ICommandService commands = PlatformUI.getWorkbench().getService(ICommandService.class);
    IEvaluationContext context = handlers.createContextSnapshot(false);
    StructuredSelection selection = new StructuredSelection(project);
    context.addVariable(ISources.ACTIVE_CURRENT_SELECTION_NAME, selection);
    ParameterizedCommand command = new ParameterizedCommand(commands.getCommand(id), null);
    handlers.executeCommandInContext(command, null, context);
  }
}
