// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.transform;

import dev.modelward.learn.chance.SplitMix64;
import dev.modelward.learn.records.DataException;
import dev.modelward.learn.records.Sample;
import java.util.List;
import java.util.stream.IntStream;

/** Transforms ready to be applied to one record after the other, by one thread. */
public final class Pipeline {
  /** One transform with the memory that it needs. */
  private interface Step {
    void apply(Sample sample, Place from) throws DataException;
  }

  /** Which record this is, for messages and for what is drawn by lot. */
  private record Place(String name, long index) {
    DataException failure(String expected, String found) {
      return new DataException(name, index, expected, found);
    }
  }

  /** Mean and deviation of one channel. */
  private record Channel(float mean, float deviation) {
    static List<Channel> of(Transform.Normalize normalize) {
      return IntStream.range(0, normalize.mean().size())
          .mapToObj(i ->
              new Channel(
                  normalize.mean().get(i).floatValue(), normalize.deviation().get(i).floatValue()))
          .toList();
    }

    void normalize(float[] values, int from, int count) {
      for (int i = from; i < from + count; i++) {
        values[i] = (values[i] - mean) / deviation;
      }
    }
  }

  private final List<Step> steps;

  /** Prepares transforms. */
  public Pipeline(List<Transform> transforms) {
    steps = transforms.stream().map(Pipeline::step).toList();
  }

  /** Applies the transforms to a record of a place. */
  public void apply(Sample sample, String place, long index) throws DataException {
    if (steps.isEmpty()) {
      return;
    }
    Place from = new Place(place, index);
    for (Step step : steps) {
      step.apply(sample, from);
    }
  }

  private static Step step(Transform transform) {
    return switch (transform) {
      case Transform.Grey grey -> forImages((sample, from) -> Planes.toGrey(sample));
      case Transform.Rgb rgb -> forImages((sample, from) -> Planes.toRgb(sample));
      case Transform.Resize resize -> resize(resize);
      case Transform.Crop crop -> forImages((sample, from) -> crop(crop, sample, from));
      case Transform.Scale scale -> (sample, from) -> divide(sample, (float) scale.divisor());
      case Transform.Normalize normalize -> normalize(normalize);
      case Transform.GaussianNoise noise -> (sample, from) -> add(noise, sample, from.index);
    };
  }

  private static Step forImages(Step step) {
    return (sample, from) -> {
      if (!sample.isImage()) {
        throw from.failure("an image", "numbers of shape " + sample.shape());
      }
      step.apply(sample, from);
    };
  }

  private static Step resize(Transform.Resize resize) {
    Resizer resizer = new Resizer(resize.height(), resize.width());
    return forImages((sample, from) -> resizer.apply(sample));
  }

  private static void crop(Transform.Crop crop, Sample sample, Place from) throws DataException {
    int[] dims = sample.dims();
    int down = dims[1] - crop.height();
    int right = dims[2] - crop.width();
    if (down < 0 || right < 0) {
      throw from.failure(
          "an image of at least %d x %d".formatted(crop.height(), crop.width()),
          dims[1] + " x " + dims[2]);
    }
    SplitMix64 lot = SplitMix64.of(crop.seed(), from.index);
    int[] window = {dims[0], crop.height(), crop.width()};
    Planes.cut(sample, lot.below(down + 1), lot.below(right + 1), window);
  }

  private static void divide(Sample sample, float divisor) {
    float[] values = sample.values();
    for (int i = 0; i < sample.size(); i++) {
      values[i] /= divisor;
    }
  }

  private static Step normalize(Transform.Normalize normalize) {
    List<Channel> channels = Channel.of(normalize);
    return (sample, from) -> {
      int found = sample.dims().length == 0 ? 1 : sample.dims()[0];
      if (found != channels.size()) {
        throw from.failure(channels.size() + " channels", "shape " + sample.shape());
      }
      int plane = sample.size() / found;
      for (int i = 0; i < found; i++) {
        channels.get(i).normalize(sample.values(), i * plane, plane);
      }
    };
  }

  private static void add(Transform.GaussianNoise noise, Sample sample, long index) {
    sample.keepClean();
    float[] values = sample.values();
    SplitMix64 lot = SplitMix64.of(noise.seed(), index);
    for (int i = 0; i < sample.size(); i++) {
      values[i] += (float) (noise.sigma() * lot.normal());
    }
  }
}
