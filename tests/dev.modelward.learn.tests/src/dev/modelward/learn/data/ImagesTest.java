// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.modelward.learn.records.DataException;
import dev.modelward.learn.records.Origin;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImagesTest {
  private static final BufferedImage GREY = Fixture.image(BufferedImage.TYPE_BYTE_GRAY, 2, 3);
  private static final BufferedImage COLOUR = Fixture.image(BufferedImage.TYPE_3BYTE_BGR, 2, 3);

  @TempDir Path folder = Path.of("");

  private Dataset single(String name, byte[] bytes) {
    return Dataset.of(new Origin.Folder(Fixture.write(folder, name, bytes).getParent()));
  }

  private Dataset list(String text) {
    return Dataset.of(new Origin.PathList(Fixture.write(folder, "list.csv", Fixture.ascii(text))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "bmp"})
  void readsPixelsAsTheyAreStored(String form) throws IOException {
    Reading grey = Reading.of(single("grey/a." + form, Fixture.encoded(GREY, form)), 1);
    assertEquals(List.of("[1, 1, 2, 3]", "no truth"), grey.shapes());
    assertEquals(List.of(0f, 1f, 2f, 5f, 6f, 7f), grey.inputs().getFirst());
    Reading colour = Reading.of(single("colour/a." + form, Fixture.encoded(COLOUR, form)), 1);
    assertEquals(List.of("[1, 3, 2, 3]", "no truth"), colour.shapes());
    assertEquals(
        List.of(0f, 1f, 2f, 5f, 6f, 7f, 40f, 41f, 42f), colour.inputs().getFirst().subList(0, 9));
  }

  @ParameterizedTest
  @CsvSource({
    BufferedImage.TYPE_4BYTE_ABGR + ", 3",
    BufferedImage.TYPE_BYTE_BINARY + ", 1",
    BufferedImage.TYPE_USHORT_GRAY + ", 1"
  })
  void readsOtherKindsOfPixels(int type, int channels) throws IOException {
    BufferedImage image = new BufferedImage(4, 4, type);
    image.setRGB(1, 0, 0xffffffff);
    Reading reading = Reading.of(single("x.png", Fixture.encoded(image, "png")), 1);
    assertEquals("[1, %d, 4, 4]".formatted(channels), reading.shapes().getFirst());
    assertEquals(List.of(0f, 255f, 0f), reading.inputs().getFirst().subList(0, 3));
  }

  @Test
  void readsAJpegAlmostAsItWas() throws IOException {
    Reading reading = Reading.of(single("x.JPEG", Fixture.encoded(GREY, "jpeg")), 1);
    List<Float> expected = List.of(0f, 1f, 2f, 5f, 6f, 7f);
    for (int i = 0; i < 6; i++) {
      assertEquals(expected.get(i), reading.inputs().getFirst().get(i), 3);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "jpeg", "bmp"})
  void refusesAnImageCutAtAnyByteUnlessNothingIsMissing(String form) throws IOException {
    BufferedImage image = Fixture.image(BufferedImage.TYPE_3BYTE_BGR, 6, 5);
    byte[] bytes = Fixture.encoded(image, form);
    Reading whole = Reading.of(single("a." + form, bytes), 1);
    for (int length = 0; length < bytes.length; length++) {
      Dataset cut = single("a." + form, Arrays.copyOf(bytes, length));
      assertTrue(!Reading.succeeds(cut) || Reading.of(cut, 1).equals(whole), "cut at " + length);
    }
    assertFalse(Reading.succeeds(single("a." + form, Arrays.copyOf(bytes, bytes.length / 2))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "jpeg", "bmp"})
  void saysNothingUntypedAboutAnImageWithAnyByteChanged(String form) {
    byte[] bytes = Fixture.encoded(GREY, form);
    for (int at = 0; at < bytes.length; at++) {
      byte[] flipped = bytes.clone();
      flipped[at] ^= 0x55;
      Reading.succeeds(single("a." + form, flipped));
    }
  }

  @Test
  void namesTheImageThatIsNone() {
    Fixture.write(folder, "a.png", Fixture.encoded(GREY, "png"));
    DataException failure = Reading.failure(single("b.png", Fixture.ascii("hello")));
    assertEquals(folder.resolve("b.png").toString(), failure.place());
    assertEquals(OptionalLong.of(1), failure.record());
    assertEquals("a PNG, JPEG or BMP image", failure.expected());
  }

  @Test
  void takesClassesFromFoldersInTheOrderOfTheirNames() throws IOException {
    byte[] png = Fixture.encoded(GREY, "png");
    Fixture.write(folder, "zebra/2.png", png);
    Fixture.write(folder, "zebra/1.png", png);
    Fixture.write(folder, "ant/x.bmp", Fixture.encoded(GREY, "bmp"));
    Fixture.write(folder, "ant/notes.txt", png);
    Fixture.write(folder, ".hidden/x.png", png);
    Dataset dataset = Dataset.of(new Origin.ClassFolders(folder));
    assertEquals(List.of(0L, 1L, 1L), Reading.of(dataset, 2).labels());
    try (OpenDataset open = dataset.open()) {
      assertEquals(List.of("ant", "zebra"), open.classes());
    }
  }

  @Test
  void refusesAClassWithoutImagesAndAFolderWithoutClasses() {
    Dataset dataset = Dataset.of(new Origin.ClassFolders(folder));
    assertEquals("no folder", Reading.failure(dataset).found());
    Fixture.write(folder, "empty/notes.txt", new byte[0]);
    assertEquals(folder.resolve("empty").toString(), Reading.failure(dataset).place());
  }

  @Test
  void readsAListOfPathsAndLabels() throws IOException {
    Fixture.write(folder, "a.png", Fixture.encoded(GREY, "png"));
    Fixture.write(folder, "sub/b, \"c\".png", Fixture.encoded(GREY, "png"));
    Dataset list = list("path,label\na.png,7\n\"sub/b, \"\"c\"\".png\", 2\n");
    assertEquals(List.of(7L, 2L), Reading.of(list, 2).labels());
    assertEquals(List.of(2L), Reading.of(list.select(new Selection.Span(1, 2)), 2).labels());
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.png", "a.png,x", "a.png,-1", ",1", "a.png,1,2", "", "\"a.png,1"})
  void namesTheLineOfAListThatIsWrong(String line) {
    Fixture.write(folder, "a.png", Fixture.encoded(GREY, "png"));
    DataException failure = Reading.failure(list("path,label\na.png,7\n" + line + "\n"));
    assertEquals(OptionalLong.of(1), failure.record());
    assertEquals("a path, a comma, a label", failure.expected());
  }

  @Test
  void wantsAHeading() {
    assertEquals("'a.png,7'", Reading.failure(list("a.png,7\n")).found());
    assertEquals("''", Reading.failure(list("")).found());
  }

  @Test
  void namesAListedImageThatIsMissing() {
    DataException failure = Reading.failure(list("path,label\nmissing.png,0\n"));
    assertEquals(folder.resolve("missing.png").toString(), failure.place());
  }

  @Test
  void beginsANewBatchWhereTheShapeChanges() throws IOException {
    Fixture.write(folder, "1.png", Fixture.encoded(GREY, "png"));
    Fixture.write(folder, "2.png", Fixture.encoded(GREY, "png"));
    BufferedImage tall = Fixture.image(BufferedImage.TYPE_BYTE_GRAY, 5, 3);
    Dataset dataset = single("3.png", Fixture.encoded(tall, "png"));
    try (Batches batches = dataset.batches(8)) {
      assertTrue(batches.next());
      assertEquals("[2, 1, 2, 3]", Arrays.toString(batches.batch().shape()));
      assertEquals(0, batches.batch().first());
      assertTrue(batches.next());
      assertEquals("[1, 1, 5, 3]", Arrays.toString(batches.batch().shape()));
      assertEquals(2, batches.batch().first());
      assertFalse(batches.next());
    }
  }
}
