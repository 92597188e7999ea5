// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.records;

import java.nio.file.Path;
import java.util.List;

/** Where labelled or unlabelled records come from. */
public sealed interface Origin {

  /** Whether every record has a label. */
  default boolean isLabelled() {
    return switch (this) {
      case Idx o -> true;
      case Cifar o -> true;
      case Numpy o -> true;
      case ClassFolders o -> true;
      case PathList o -> true;
      case Glyphs o -> true;
      case Folder o -> false;
      case Textures o -> false;
    };
  }

  /** Images and labels as MNIST has them: two idx files of bytes, compressed by gzip or not. */
  record Idx(Path images, Path labels) implements Origin {}

  /** Records of CIFAR-10 or CIFAR-100 in their binary form, in one or more files. */
  record Cifar(List<Path> files, CifarForm form) implements Origin {
    /** Refuses a set of no files. */
    public Cifar {
      files = List.copyOf(files);
      if (files.isEmpty()) {
        throw new IllegalArgumentException("no file");
      }
    }
  }

  /** An array of inputs and an array of integer labels as NumPy writes them. */
  record Numpy(NumpyArray inputs, NumpyArray labels, Stored stored) implements Origin {}

  /**
   * A folder with a folder of images (PNG, JPEG, BMP) for each class; classes and images are in the
   * order of their names.
   */
  record ClassFolders(Path folder) implements Origin {}

  /** A text file with a line {@code path,label} for each image, below that very heading. */
  record PathList(Path csv) implements Origin {}

  /** A folder of images without labels, in the order of their names. */
  record Folder(Path folder) implements Origin {}

  /** Ten drawn signs, 28 by 28, grey; see {@link dev.modelward.learn.synthetic.Glyphs}. */
  record Glyphs(long seed, int count) implements Origin {
    /** Refuses a negative count. */
    public Glyphs {
      if (count < 0) {
        throw new IllegalArgumentException("expected a count, found " + count);
      }
    }
  }

  /** Drawn textures, grey and square; see {@link dev.modelward.learn.synthetic.Textures}. */
  record Textures(long seed, int count, int side) implements Origin {
    /** Refuses a negative count and an image without pixels. */
    public Textures {
      if (count < 0 || side < 1) {
        throw new IllegalArgumentException("%d textures of %d".formatted(count, side));
      }
    }
  }
}
