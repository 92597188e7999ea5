// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.card;

import dev.modelward.learn.records.CifarForm;
import dev.modelward.learn.records.NumpyArray;
import dev.modelward.learn.records.Origin;
import dev.modelward.learn.records.Stored;
import dev.modelward.learn.yaml.Field;
import dev.modelward.learn.yaml.Fields;
import dev.modelward.learn.yaml.YamlException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** The kinds of data sets, by the word and the keys that a card has for them. */
enum Kind {
  /** Two idx files. */
  IDX("images", "labels"),
  /** CIFAR records. */
  CIFAR("files", "form"),
  /** Two NPY files. */
  NPY("inputs", "labels", "stored"),
  /** Two arrays in an NPZ file. */
  NPZ("file", "inputs", "labels", "stored"),
  /** A folder for each class. */
  FOLDERS("folder"),
  /** A text file of paths and labels. */
  LIST("file"),
  /** Images without labels. */
  IMAGES("folder"),
  /** Drawn signs. */
  GLYPHS("seed", "count"),
  /** Drawn textures. */
  TEXTURES("seed", "count", "side");

  private final List<String> keys;

  Kind(String... keys) {
    this.keys = List.of(keys);
  }

  /** The keys that belong to this kind alone. */
  List<String> keys() {
    return keys;
  }

  /** The origin that a card of this kind describes. */
  Origin origin(Fields fields) throws YamlException {
    return switch (this) {
      case IDX ->
          new Origin.Idx(fields.required("images").path(), fields.required("labels").path());
      case CIFAR -> cifar(fields);
      case NPY -> npy(fields);
      case NPZ -> npz(fields);
      case FOLDERS -> new Origin.ClassFolders(fields.required("folder").path());
      case LIST -> new Origin.PathList(fields.required("file").path());
      case IMAGES -> new Origin.Folder(fields.required("folder").path());
      case GLYPHS ->
          new Origin.Glyphs(fields.required("seed").integer(), fields.required("count").count(1));
      case TEXTURES ->
          new Origin.Textures(
              fields.required("seed").integer(),
              fields.required("count").count(1),
              fields.required("side").count(1));
    };
  }

  private static Origin cifar(Fields fields) throws YamlException {
    Field files = fields.required("files");
    List<Path> paths = new ArrayList<>();
    List<Field> items = files.node() instanceof SequenceNode ? files.items() : List.of(files);
    for (Field item : items) {
      paths.add(item.path());
    }
    Optional<Field> form = fields.find("form");
    CifarForm records = form.isPresent() ? form.get().choice(CifarForm.class) : CifarForm.TEN;
    return files.make(() -> new Origin.Cifar(paths, records));
  }

  private static Origin npy(Fields fields) throws YamlException {
    return new Origin.Numpy(
        new NumpyArray.Single(fields.required("inputs").path()),
        new NumpyArray.Single(fields.required("labels").path()),
        stored(fields));
  }

  private static Origin npz(Fields fields) throws YamlException {
    Path file = fields.required("file").path();
    return new Origin.Numpy(
        new NumpyArray.Named(file, fields.required("inputs").text()),
        new NumpyArray.Named(file, fields.required("labels").text()),
        stored(fields));
  }

  private static Stored stored(Fields fields) throws YamlException {
    return fields.required("stored").choice(Stored.class);
  }
}
