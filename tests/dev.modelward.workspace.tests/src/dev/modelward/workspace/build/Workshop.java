// SPDX-License-Identifier: EPL-2.0
package dev.modelward.workspace.build;

import dev.modelward.learn.build.Network;
import dev.modelward.learn.card.DataCard;
import dev.modelward.learn.data.Batch;
import dev.modelward.learn.data.Batches;
import dev.modelward.learn.data.Truth;
import dev.modelward.onnx.GraphEdit;
import dev.modelward.onnx.OnnxModel;
import dev.modelward.onnx.tensor.ExternalDataFile;
import dev.modelward.onnx.tensor.Tensor;
import dev.modelward.protect.keys.KeyRing;
import dev.modelward.protect.keys.Protector;
import dev.modelward.runtime.artifact.Artifact;
import dev.modelward.runtime.sign.VendorKey;
import dev.modelward.runtime.wrap.Identity;
import dev.modelward.runtime.wrap.Kind;
import dev.modelward.workspace.problem.Markers;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IWorkspace;
import org.eclipse.core.resources.IWorkspaceDescription;
import org.eclipse.core.resources.IncrementalProjectBuilder;
import org.eclipse.core.resources.ProjectScope;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.osgi.service.prefs.BackingStoreException;

/** A project of the nature with a small model, data and a plan; keys lie outside of it. */
public record Workshop(IProject project, Path keys) {
  static final String PLAN = "net.ward";
  private static final int IMAGES = 60;
  private static final int SIDE = 28;

  public static Workshop in(Path keys) throws Exception {
    automatic(false);
    IProject project = ResourcesPlugin.getWorkspace().getRoot().getProject("shop");
    project.create(null);
    project.open(null);
    Workshop shop = new Workshop(project, keys);
    shop.network(1).write(shop.path("net.onnx"));
    shop.images();
    shop.newRing();
    shop.plan();
    WardNature.addTo(project, new NullProgressMonitor());
    return shop;
  }

  /** Turns automatic builds on or off. */
  public static void automatic(boolean isOn) throws CoreException {
    IWorkspace workspace = ResourcesPlugin.getWorkspace();
    IWorkspaceDescription description = workspace.getDescription();
    description.setAutoBuilding(isOn);
    workspace.setDescription(description);
  }

  public void close() throws CoreException {
    path(PLAN).getParent().toFile().setWritable(true);
    project.delete(true, true, null);
  }

  OnnxModel network(int seed) {
    return Network.of(seed, 1, SIDE, SIDE).conv(2, 3, 4).relu().flatten().dense(10).model();
  }

  /** The network with its weights in a file of their own. */
  void externalNetwork(int seed) throws IOException {
    OnnxModel model = network(seed);
    GraphEdit edit = model.graph().edit();
    ExternalDataFile file = new ExternalDataFile(path("").toAbsolutePath(), "net.bin");
    List<Tensor> placed = file.write(model.graph().initializers());
    for (int i = 0; i < placed.size(); i++) {
      edit.replaceInitializer(i, placed.get(i));
    }
    model.with(edit.apply()).write(path("net.onnx"));
  }

  /** Drawn signs, in files. */
  private void images() throws IOException {
    Path card = keys.resolve("drawn.data");
    Files.writeString(card, "kind: glyphs\nseed: 1\ncount: 60\nscale: 255\n");
    ByteBuffer images = ByteBuffer.allocate(16 + IMAGES * SIDE * SIDE);
    images.putInt(0x803).putInt(IMAGES).putInt(SIDE).putInt(SIDE);
    ByteBuffer labels = ByteBuffer.allocate(8 + IMAGES);
    labels.putInt(0x801).putInt(IMAGES);
    try (Batches batches = DataCard.read(card).dataset().batches(IMAGES)) {
      batches.next();
      Batch batch = batches.batch();
      for (int i = 0; i < IMAGES * SIDE * SIDE; i++) {
        images.put((byte) Math.round(batch.inputs().get(i) * 255));
      }
      LongBuffer classes = ((Truth.Labels) batch.truth()).values();
      for (int i = 0; i < IMAGES; i++) {
        labels.put((byte) classes.get(i));
      }
    }
    Files.write(path("images.idx"), images.array());
    Files.write(path("labels.idx"), labels.array());
    write("signs.data", "kind: idx\nimages: images.idx\nlabels: labels.idx\nscale: 255\n");
  }

  /** A ring with another signing key in the place of any before. */
  void newRing() throws Exception {
    Files.deleteIfExists(keys.resolve("ring"));
    Files.deleteIfExists(keys.resolve("ring.key"));
    Protector protector = Protector.KeyFile.create(keys.resolve("ring.key"));
    try (KeyRing ring = KeyRing.create(keys.resolve("ring"), protector)) {
      ring.newSigner();
    }
    setting(ProjectSettings.KEY_RING, keys.resolve("ring").toString());
    setting(ProjectSettings.KEY_FILE, keys.resolve("ring.key").toString());
  }

  void setting(String key, String value) throws BackingStoreException {
    IEclipsePreferences node = new ProjectScope(project).getNode(ProjectSettings.NODE);
    node.put(key, value);
    node.flush();
  }

  /** Writes the key of somebody to whom something can be granted. */
  void identity(String name) throws Exception {
    try (Identity identity = Identity.generate(Kind.CLASSIC)) {
      write(name + ".pub", identity.recipient().line() + "\n");
    }
  }

  public void plan(String... more) throws Exception {
    write(PLAN, text() + String.join("\n", more) + "\n");
  }

  static String text() {
    return """
    model: net.onnx
    data: {measure: signs.data}
    criterion: {name: magnitude}
    seeds: 1
    tiers: [{name: public, share: 50 %}, {name: basic, share: 20 %}, {name: full}]
    """;
  }

  void write(String name, String text) throws IOException {
    Files.writeString(path(name), text);
  }

  public Path path(String name) {
    return project.getLocation().toPath().resolve(name);
  }

  /** Sees what changed on the disk, and builds. */
  void build(int kind) throws CoreException {
    build(kind, new NullProgressMonitor());
  }

  void build(int kind, IProgressMonitor monitor) throws CoreException {
    project.refreshLocal(IResource.DEPTH_INFINITE, null);
    project.build(kind, monitor);
  }

  void build() throws CoreException {
    build(IncrementalProjectBuilder.INCREMENTAL_BUILD);
  }

  public Artifact artifact(String name) throws Exception {
    try (KeyRing ring =
        KeyRing.open(keys.resolve("ring"), new Protector.KeyFile(keys.resolve("ring.key")))) {
      String key = ring.listing().signing().orElseThrow().publicKey();
      return Artifact.open(
          path("protected").resolve(name), VendorKey.of(HexFormat.of().parseHex(key)));
    }
  }

  /** The id of the artifact, which no two builds share. */
  String id() throws Exception {
    return artifact("net.protected").manifest().artifact();
  }

  /** What is wrong, as kinds at places. */
  List<String> problems() throws CoreException {
    return markers().stream().map(Workshop::text).sorted().toList();
  }

  List<IMarker> markers() throws CoreException {
    return new Markers(project).all();
  }

  private static String text(IMarker marker) {
    String at = marker.getResource().getProjectRelativePath().toString();
    int line = marker.getAttribute(IMarker.LINE_NUMBER, 0);
    return marker.getAttribute(Markers.ID, "") + " " + at + (line == 0 ? "" : ":" + line);
  }

  String message(String kind) throws CoreException {
    return markers().stream()
        .filter(marker -> kind.equals(marker.getAttribute(Markers.ID, "")))
        .map(marker -> marker.getAttribute(IMarker.MESSAGE, ""))
        .findFirst()
        .orElseThrow();
  }

  List<String> names(String folder) throws IOException {
    try (Stream<Path> files = Files.list(path(folder))) {
      return files.map(Path::getFileName).map(Path::toString).sorted().toList();
    }
  }
}
