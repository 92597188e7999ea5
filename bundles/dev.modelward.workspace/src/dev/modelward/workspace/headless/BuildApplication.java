// SPDX-License-Identifier: EPL-2.0
package dev.modelward.workspace.headless;

import dev.modelward.cli.console.Console;
import dev.modelward.cli.work.ExitCode;
import dev.modelward.cli.work.Failure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.eclipse.jdt.annotation.NonNullByDefault;

/** The application that builds projects without a screen, and ends with an exit code. */
public final class BuildApplication implements IApplication {
  private static final String ID = "dev.modelward.workspace.build";

  private final IProgressMonitor monitor = new NullProgressMonitor();

  @Override
  @NonNullByDefault({})
  public Object start(IApplicationContext context) {
    // else the launcher would show a window for every exit code but 0
    System.setProperty(IApplicationContext.EXIT_DATA_PROPERTY, "");
    context.applicationRunning();
    Object arguments = context.getArguments().get(IApplicationContext.APPLICATION_ARGS);
    Console console = Console.ofProcess();
    try {
      return run(arguments instanceof String[] texts ? List.of(texts) : List.of(), console);
    } finally {
      console.flush();
    }
  }

  private Integer run(List<String> arguments, Console console) {
    Path from = Path.of("").toAbsolutePath();
    try {
      Request request = Request.of(arguments, from);
      return new HeadlessBuild(ResourcesPlugin.getWorkspace(), from, console).run(request, monitor);
    } catch (IllegalArgumentException e) {
      return complain(
          console,
          new Failure(
              ID,
              e.getMessage() + ".",
              "Give folders of projects, and perhaps --json FILE or --sarif FILE."),
          ExitCode.USAGE);
    } catch (OperationCanceledException e) {
      return complain(
          console,
          new Failure(ID, "The build was cancelled.", "Start it again."),
          ExitCode.CANCELLED);
    } catch (CoreException | IOException e) {
      return complain(
          console,
          new Failure(ID, String.valueOf(e.getMessage()), "The workspace's log has the details."),
          ExitCode.INTERNAL);
    }
  }

  private static Integer complain(Console console, Failure failure, int code) {
    console.complain(failure.line(console.screen()));
    return code;
  }

  @Override
  public void stop() {
    monitor.setCanceled(true);
  }
}
