// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.modelward.learn.records.DataException;
import dev.modelward.learn.records.Origin;
import dev.modelward.learn.transform.Transform;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProvenanceTest {
  @TempDir Path folder = Path.of("");

  private Dataset idx(String place, int count) {
    return Dataset.of(
        new Origin.Idx(
            Fixture.write(folder, place + "/images", Fixture.idxImages(count)),
            Fixture.write(folder, place + "/labels", Fixture.idxLabels(count))));
  }

  @Test
  void isTheSameWhereverTheFilesLie() throws DataException {
    assertEquals(idx("here", 3).digest(), idx("there", 3).digest());
    assertEquals(64, idx("here", 3).digest().length());
  }

  @Test
  void changesWithTheFilesAndWithTheDescription() throws DataException {
    Dataset dataset = idx("here", 3);
    String digest = dataset.digest();
    assertNotEquals(digest, idx("other", 4).digest());
    assertNotEquals(digest, dataset.first(2).digest());
    assertNotEquals(digest, dataset.with(new Transform.Scale(255)).digest());
    assertNotEquals(digest, dataset.in(Layout.NHWC).digest());
    assertNotEquals(digest, dataset.ofClasses(10).digest());
  }

  @Test
  void knowsOneSeedFromAnother() throws DataException {
    assertNotEquals(
        Dataset.of(new Origin.Glyphs(1, 5)).digest(), Dataset.of(new Origin.Glyphs(2, 5)).digest());
    assertNotEquals(
        Dataset.of(new Origin.Textures(1, 5, 8)).digest(),
        Dataset.of(new Origin.Textures(1, 5, 9)).digest());
  }

  @Test
  void seesAnImageMovedToAnotherClass() throws DataException {
    byte[] png = Fixture.encoded(Fixture.image(BufferedImage.TYPE_BYTE_GRAY, 2, 2), "png");
    Fixture.write(folder, "one/a/1.png", png);
    Fixture.write(folder, "one/b/2.png", png);
    Fixture.write(folder, "one/b/3.png", png);
    Fixture.write(folder, "two/a/1.png", png);
    Fixture.write(folder, "two/a/2.png", png);
    Fixture.write(folder, "two/b/3.png", png);
    assertNotEquals(
        Dataset.of(new Origin.ClassFolders(folder.resolve("one"))).digest(),
        Dataset.of(new Origin.ClassFolders(folder.resolve("two"))).digest());
  }

  @Test
  void coversAllImagesOfAList() throws DataException {
    byte[] png = Fixture.encoded(Fixture.image(BufferedImage.TYPE_BYTE_GRAY, 2, 2), "png");
    Path image = Fixture.write(folder, "a.png", png);
    Path csv = Fixture.write(folder, "l.csv", Fixture.ascii("path,label\na.png,1\n"));
    Dataset dataset = Dataset.of(new Origin.PathList(csv));
    String digest = dataset.digest();
    png[png.length - 1] ^= 1;
    Fixture.write(folder, String.valueOf(image.getFileName()), png);
    assertNotEquals(digest, dataset.digest());
  }
}
