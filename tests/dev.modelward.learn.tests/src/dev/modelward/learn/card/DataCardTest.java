// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.card;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.modelward.learn.data.Batches;
import dev.modelward.learn.data.Dataset;
import dev.modelward.learn.data.Layout;
import dev.modelward.learn.data.Selection;
import dev.modelward.learn.records.CifarForm;
import dev.modelward.learn.records.NumpyArray;
import dev.modelward.learn.records.Origin;
import dev.modelward.learn.records.Stored;
import dev.modelward.learn.transform.Transform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataCardTest {
  private static final String GLYPHS = "kind: glyphs\nseed: 1\ncount: 20\n";

  @TempDir Path folder = Path.of("");

  private DataCard card(String text) throws IOException {
    return DataCard.read(Files.writeString(folder.resolve("some.data"), text));
  }

  private Origin origin(String text) throws IOException {
    return card(text).dataset().origin();
  }

  private List<Transform> transforms(String text) throws IOException {
    return card(GLYPHS + text).dataset().transforms();
  }

  @Test
  void readsEveryKind() throws IOException {
    Path a = folder.resolve("a");
    Path b = folder.resolve("sub/b");
    assertEquals(new Origin.Idx(a, b), origin("kind: idx\nimages: a\nlabels: sub/b\n"));
    assertEquals(
        new Origin.Cifar(List.of(a, b), CifarForm.FINE),
        origin("kind: cifar\nfiles: [a, sub/b]\nform: fine\n"));
    assertEquals(new Origin.Cifar(List.of(a), CifarForm.TEN), origin("kind: cifar\nfiles: a\n"));
    assertEquals(
        new Origin.Numpy(new NumpyArray.Single(a), new NumpyArray.Single(b), Stored.CHW),
        origin("kind: npy\ninputs: a\nlabels: sub/b\nstored: chw\n"));
    assertEquals(
        new Origin.Numpy(
            new NumpyArray.Named(a, "x"), new NumpyArray.Named(a, "y"), Stored.NUMBERS),
        origin("kind: npz\nfile: a\ninputs: x\nlabels: y\nstored: numbers\n"));
    assertEquals(new Origin.ClassFolders(a), origin("kind: folders\nfolder: a\n"));
    assertEquals(new Origin.PathList(a), origin("kind: list\nfile: a\n"));
    assertEquals(new Origin.Folder(a), origin("kind: images\nfolder: a\n"));
    assertEquals(new Origin.Glyphs(1, 20), origin(GLYPHS));
    assertEquals(
        new Origin.Textures(-4, 5, 6), origin("kind: textures\nseed: -4\ncount: 5\nside: 6\n"));
  }

  @Test
  void appliesTransformsInOneOrderWhateverTheirsIs() throws IOException {
    assertEquals(
        List.of(
            new Transform.Rgb(),
            new Transform.Resize(8, 9),
            new Transform.Crop(6, 7, 5),
            new Transform.Scale(255),
            new Transform.Normalize(List.of(0.5), List.of(0.25))),
        transforms(
            "std: [0.25]\nmean: [.5]\nscale: 255.0\ncrop: {size: [6, 7], seed: 5}\n"
                + "resize: [8, 9]\ncolour: rgb\n"));
    assertEquals(List.of(new Transform.Grey()), transforms("colour: grey\n"));
    assertEquals(List.of(), transforms(""));
  }

  @Test
  void bringsNoiseToTheScaleOfTheImages() throws IOException {
    assertEquals(
        List.of(new Transform.Scale(255), new Transform.GaussianNoise(25 / 255.0, 3)),
        transforms("noise: {sigma: 25, seed: 3}\nscale: 255\n"));
    assertEquals(
        List.of(new Transform.GaussianNoise(2.5, 3)), transforms("noise: {sigma: 2.5, seed: 3}\n"));
  }

  @Test
  void readsSelectionsInTheirOrder() throws IOException {
    assertEquals(
        List.of(
            new Selection.Shuffle(7),
            new Selection.Part(0, 0.8),
            new Selection.Span(2, 9),
            new Selection.Shard(0, 2),
            new Selection.Span(0, 3)),
        card(GLYPHS
                + "select:\n  - shuffle: 7\n  - part: [0, 0.8]\n  - span: [2, 9]\n"
                + "  - shard: [0, 2]\n  - first: 3\n")
            .dataset()
            .selections());
  }

  @Test
  void readsTheRest() throws IOException {
    assertEquals("some.data", card(GLYPHS).title());
    DataCard card = card(GLYPHS + "title: Signs # of ours\nlayout: nhwc\nclasses: [no, yes]\n");
    assertEquals("Signs", card.title());
    assertEquals(Layout.NHWC, card.dataset().layout());
    assertEquals(List.of("no", "yes"), card.dataset().classes());
    assertEquals(List.of("0", "1", "2"), card(GLYPHS + "classes: 3\n").dataset().classes());
  }

  @Test
  void describesADatasetThatCanBeRead() throws IOException {
    Dataset dataset = card(GLYPHS + "scale: 255\n").dataset();
    try (Batches batches = dataset.batches(20)) {
      batches.next();
      assertEquals(20, batches.batch().size());
    }
  }
}
