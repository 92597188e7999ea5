// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.card;

import dev.modelward.learn.transform.Transform;
import dev.modelward.learn.yaml.Field;
import dev.modelward.learn.yaml.Fields;
import dev.modelward.learn.yaml.YamlException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what a card does to every record; the order of its keys does not matter. */
final class Preparation {
  /** The colours that a card can ask for. */
  private enum Colour {
    GREY,
    RGB
  }

  private final Fields fields;
  private final List<Transform> transforms = new ArrayList<>();

  private Preparation(Fields fields) {
    this.fields = fields;
  }

  static List<Transform> of(Fields fields) throws YamlException {
    Preparation preparation = new Preparation(fields);
    preparation.colour();
    preparation.resize();
    preparation.crop();
    double scale = preparation.scale();
    preparation.normalize();
    preparation.noise(scale);
    return preparation.transforms;
  }

  private void colour() throws YamlException {
    Optional<Field> field = fields.find("colour");
    if (field.isPresent()) {
      transforms.add(
          switch (field.get().choice(Colour.class)) {
            case GREY -> new Transform.Grey();
            case RGB -> new Transform.Rgb();
          });
    }
  }

  private void resize() throws YamlException {
    Optional<Field> field = fields.find("resize");
    if (field.isPresent()) {
      List<Field> size = field.get().items(2);
      transforms.add(new Transform.Resize(size.getFirst().count(1), size.getLast().count(1)));
    }
  }

  private void crop() throws YamlException {
    Optional<Field> field = fields.find("crop");
    if (field.isPresent()) {
      Fields crop = Fields.of(field.get());
      crop.checkKnown(List.of("size", "seed"));
      List<Field> size = crop.required("size").items(2);
      transforms.add(
          new Transform.Crop(
              size.getFirst().count(1), size.getLast().count(1), crop.required("seed").integer()));
    }
  }

  private double scale() throws YamlException {
    Optional<Field> field = fields.find("scale");
    if (field.isEmpty()) {
      return 1;
    }
    double divisor = field.get().number();
    transforms.add(field.get().make(() -> new Transform.Scale(divisor)));
    return divisor;
  }

  private void normalize() throws YamlException {
    if (fields.find("mean").isEmpty() && fields.find("std").isEmpty()) {
      return;
    }
    List<Double> mean = fields.required("mean").numbers();
    Field field = fields.required("std");
    List<Double> deviation = field.numbers();
    transforms.add(field.make(() -> new Transform.Normalize(mean, deviation)));
  }

  private void noise(double scale) throws YamlException {
    Optional<Field> field = fields.find("noise");
    if (field.isEmpty()) {
      return;
    }
    if (fields.find("mean").isPresent()) {
      throw field.get().says("noise and mean do not go together");
    }
    Fields noise = Fields.of(field.get());
    noise.checkKnown(List.of("sigma", "seed"));
    Field sigma = noise.required("sigma");
    double deviation = sigma.number() / scale;
    long seed = noise.required("seed").integer();
    transforms.add(sigma.make(() -> new Transform.GaussianNoise(deviation, seed)));
  }
}
