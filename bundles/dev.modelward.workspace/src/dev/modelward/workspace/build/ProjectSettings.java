// SPDX-License-Identifier: EPL-2.0
package dev.modelward.workspace.build;

import dev.modelward.workspace.Complaint;
import dev.modelward.workspace.Statuses;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ProjectScope;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.osgi.util.NLS;
import org.osgi.service.prefs.BackingStoreException;

/** What a project says of its builds, in settings that are committed with it. */
public record ProjectSettings(
    Optional<String> keyRing,
    Optional<String> keyFile,
    Optional<String> keyVariable,
    Analyses analyses,
    List<String> exported) {
  /** The node of the settings. */
  public static final String NODE = "dev.modelward.workspace";

  /** The key of the path of the key ring. */
  public static final String KEY_RING = "keyRing";

  /** The key of the path of the key file that opens the ring. */
  public static final String KEY_FILE = "keyFile";

  /** The key of the name of the environment variable that opens the ring. */
  public static final String KEY_ENV = "keyEnv";

  /** The key of when analyses begin. */
  public static final String ANALYSIS = "analysis";

  /** The key of the folders, besides that of the builder, from which files are handed out. */
  public static final String EXPORTED = "exported";

  /** Keeps its own copy. */
  public ProjectSettings {
    exported = List.copyOf(exported);
  }

  /** When importance maps that are not there are made. */
  public enum Analyses {
    /** When somebody asks for a build. */
    ASKED,
    /** In automatic builds too; outdated ones are made anew. */
    ALWAYS
  }

  /** The settings of a project as they are now. */
  public static ProjectSettings of(IProject project) {
    IEclipsePreferences node = new ProjectScope(project).getNode(NODE);
    boolean isAlways = "always".equals(node.get(ANALYSIS, ""));
    return new ProjectSettings(
        text(node, KEY_RING),
        text(node, KEY_FILE),
        text(node, KEY_ENV),
        isAlways ? Analyses.ALWAYS : Analyses.ASKED,
        Stream.of(node.get(EXPORTED, "").split(",", -1))
            .map(String::strip)
            .filter(name -> !name.isEmpty())
            .toList());
  }

  /** Lets a project's settings say where its key ring is, and the key file that opens it. */
  public static void nameKeys(IProject project, String ring, String file) throws CoreException {
    IEclipsePreferences node = new ProjectScope(project).getNode(NODE);
    node.put(KEY_RING, ring);
    node.put(KEY_FILE, file);
    try {
      node.flush();
    } catch (BackingStoreException e) {
      Complaint complaint =
          new Complaint(
              NLS.bind(Messages.settings_what, e.getMessage()),
              project.getName(),
              Messages.settings_advice);
      throw new CoreException(Statuses.of(complaint, e));
    }
  }

  private static Optional<String> text(IEclipsePreferences node, String key) {
    return Optional.of(node.get(key, "")).filter(text -> !text.isBlank());
  }
}
