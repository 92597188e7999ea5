// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.data;

import dev.modelward.learn.readers.Readers;
import dev.modelward.learn.records.DataException;
import dev.modelward.learn.records.Origin;
import dev.modelward.learn.transform.Transform;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Where records come from, which of them are chosen in which order, and what happens to each on its
 * way into a batch. A description: no file is touched before it is opened. Where classes are named,
 * every label must be the number of one of them.
 */
public record Dataset(
    Origin origin,
    List<Transform> transforms,
    List<Selection> selections,
    Layout layout,
    List<String> classes) {

  /** Refuses a transform behind the noise that must be the last. */
  public Dataset {
    transforms = List.copyOf(transforms);
    selections = List.copyOf(selections);
    classes = List.copyOf(classes);
    for (int i = 0; i + 1 < transforms.size(); i++) {
      if (transforms.get(i).isLast()) {
        throw new IllegalArgumentException("nothing may follow " + transforms.get(i));
      }
    }
  }

  /** All records of an origin as they are. */
  public static Dataset of(Origin origin) {
    return new Dataset(origin, List.of(), List.of(), Layout.NCHW, List.of());
  }

  /** This with one more transform. */
  public Dataset with(Transform transform) {
    return new Dataset(origin, added(transforms, transform), selections, layout, classes);
  }

  /** This with one more selection among the records that are chosen so far. */
  public Dataset select(Selection selection) {
    return new Dataset(origin, transforms, added(selections, selection), layout, classes);
  }

  /** This in another layout. */
  public Dataset in(Layout other) {
    return new Dataset(origin, transforms, selections, other, classes);
  }

  /** This with names for its classes. */
  public Dataset named(List<String> names) {
    return new Dataset(origin, transforms, selections, layout, names);
  }

  /** This with a number of classes, named by their numbers. */
  public Dataset ofClasses(int count) {
    return named(IntStream.range(0, count).mapToObj(Integer::toString).toList());
  }

  /** The first records, of which there must be so many. */
  public Dataset first(long count) {
    return select(new Selection.Span(0, count));
  }

  /** The records in an order drawn from a seed. */
  public Dataset shuffled(long seed) {
    return select(new Selection.Shuffle(seed));
  }

  /** Every so-many-th record. */
  public Dataset shard(int index, int of) {
    return select(new Selection.Shard(index, of));
  }

  /** The records before a fraction of them, and the rest. */
  public List<Dataset> split(double fraction) {
    return List.of(
        select(new Selection.Part(0, fraction)), select(new Selection.Part(fraction, 1)));
  }

  /** Opens the files for one or more ways through them. */
  public OpenDataset open() throws DataException {
    return OpenDataset.of(this);
  }

  /** One way through the records in batches of at most so many. */
  public Batches batches(int size) throws DataException {
    return open().onlyBatches(size);
  }

  /**
   * The SHA-256, in hexadecimal digits, of the description and of every file's name and bytes: what
   * a result was measured on. Where the files lie does not matter.
   */
  public String digest() throws DataException {
    return new Provenance(this).digest();
  }

  /** Every file that records are read from. */
  public List<Path> files() throws DataException {
    return Readers.files(origin);
  }

  /** The kind of the origin, for messages. */
  String name() {
    return origin.getClass().getSimpleName();
  }

  private static <T> List<T> added(List<T> list, T more) {
    return Stream.concat(list.stream(), Stream.of(more)).toList();
  }
}
