// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.plan.evidence;

import dev.modelward.runtime.ProtectionException;
import dev.modelward.runtime.artifact.Manifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jdt.annotation.NonNullByDefault;

/** Looks now and then whether a plan was built, and tells what was measured whenever it was. */
public final class EvidenceWatch extends Job implements AutoCloseable {
  private static final long PERIOD = 1500;
  private static final String MANIFEST = "manifest.json";

  private final Supplier<Path> plan;
  private final Consumer<LastBuild> receiver;
  private Look seen = new Look(Path.of(""), FileTime.fromMillis(0));
  private volatile boolean open = true;

  /** The manifest that was there, and how old it was. */
  private record Look(Path manifest, FileTime time) {}

  /** Watches the artifact of a plan; the receiver is told on the watch's own thread. */
  public EvidenceWatch(Supplier<Path> plan, Consumer<LastBuild> receiver) {
    super(Messages.watching_job);
    this.plan = plan;
    this.receiver = receiver;
    setSystem(true);
    setPriority(Job.DECORATE);
  }

  @Override
  @NonNullByDefault({})
  protected IStatus run(IProgressMonitor monitor) {
    Look look = look(plan.get());
    if (!look.equals(seen)) {
      seen = look;
      receiver.accept(read(look.manifest()));
    }
    if (open) {
      schedule(PERIOD);
    }
    return Status.OK_STATUS;
  }

  private static Look look(Path plan) {
    for (Path artifact : artifacts(plan)) {
      Path manifest = artifact.resolve(MANIFEST);
      try {
        return new Look(manifest, Files.getLastModifiedTime(manifest));
      } catch (IOException e) {
        // it is not there, or is being replaced
        continue;
      }
    }
    return new Look(plan, FileTime.fromMillis(0));
  }

  /** Where the builder puts the artifact of a plan, and where the command line does. */
  private static List<Path> artifacts(Path plan) {
    String file = String.valueOf(plan.getFileName());
    String name = file.replaceFirst("\\.ward\\z", "") + ".protected";
    return List.of(plan.resolveSibling("protected").resolve(name), plan.resolveSibling(name));
  }

  /** One that cannot be read, now or ever, is no evidence. */
  private static LastBuild read(Path manifest) {
    return Optional.of(manifest)
        .filter(Files::isRegularFile)
        .filter(file -> file.endsWith(MANIFEST))
        .map(EvidenceWatch::content)
        .orElse(LastBuild.NONE);
  }

  private static LastBuild content(Path manifest) {
    try {
      return LastBuild.of(Manifest.look(Files.readAllBytes(manifest)));
    } catch (IOException | ProtectionException e) {
      return LastBuild.NONE;
    }
  }

  @Override
  public void close() {
    open = false;
    cancel();
  }
}
