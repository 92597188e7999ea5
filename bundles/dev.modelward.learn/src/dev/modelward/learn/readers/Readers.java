// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.readers;

import dev.modelward.learn.image.Folders;
import dev.modelward.learn.image.ImagesReader;
import dev.modelward.learn.image.LabelledImage;
import dev.modelward.learn.image.PathLines;
import dev.modelward.learn.records.Access;
import dev.modelward.learn.records.DataException;
import dev.modelward.learn.records.Origin;
import dev.modelward.learn.records.RecordReader;
import dev.modelward.learn.synthetic.Glyphs;
import dev.modelward.learn.synthetic.Textures;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The reader and the files of each origin. */
public final class Readers {
  private Readers() {}

  public static RecordReader open(Origin origin, Access access) throws DataException {
    return switch (origin) {
      case Origin.Idx idx -> IdxReader.open(idx, access);
      case Origin.Cifar cifar -> CifarReader.open(cifar);
      case Origin.Numpy numpy -> NumpyReader.open(numpy, access);
      case Origin.ClassFolders folders -> Folders.classes(folders.folder());
      case Origin.PathList list -> PathLines.open(list.csv());
      case Origin.Folder folder -> Folders.flat(folder.folder());
      case Origin.Glyphs glyphs -> glyphs(glyphs);
      case Origin.Textures textures -> textures(textures);
    };
  }

  private static RecordReader glyphs(Origin.Glyphs origin) {
    return new DrawnReader(
        "glyphs",
        origin.count(),
        Glyphs.NAMES,
        (index, into) -> {
          Glyphs.draw(origin.seed(), index, into.begin(1, Glyphs.SIDE, Glyphs.SIDE));
          into.label(Glyphs.label(origin.seed(), index));
        });
  }

  private static RecordReader textures(Origin.Textures origin) {
    Textures textures = new Textures(origin.seed(), origin.side());
    return new DrawnReader(
        "textures",
        origin.count(),
        List.of(),
        (index, into) -> textures.draw(index, into.begin(1, origin.side(), origin.side())));
  }

  public static List<Path> files(Origin origin) throws DataException {
    return switch (origin) {
      case Origin.Idx idx -> List.of(idx.images(), idx.labels());
      case Origin.Cifar cifar -> cifar.files();
      case Origin.Numpy numpy -> List.of(numpy.inputs().file(), numpy.labels().file());
      case Origin.ClassFolders folders -> files(Folders.classes(folders.folder()));
      case Origin.PathList list -> listed(list.csv());
      case Origin.Folder folder -> files(Folders.flat(folder.folder()));
      case Origin.Glyphs glyphs -> List.of();
      case Origin.Textures textures -> List.of();
    };
  }

  private static List<Path> listed(Path csv) throws DataException {
    List<Path> files = new ArrayList<>();
    files.add(csv);
    files.addAll(files(PathLines.open(csv)));
    return List.copyOf(files);
  }

  private static List<Path> files(ImagesReader reader) {
    return reader.images().stream().map(LabelledImage::file).toList();
  }
}
