// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.synthetic;

import dev.modelward.learn.chance.SplitMix64;

/**
 * Grey textures without noise: a mosaic of smooth, striped and chequered fields with sharp borders,
 * from 0 to 255. An image depends on nothing but a seed, its number and its side.
 */
public final class Textures {
  private static final int FIELDS = 7;

  private final long seed;
  private final int side;

  /** Textures of a seed with as many rows and columns as the side says. */
  public Textures(long seed, int side) {
    this.seed = seed;
    this.side = side;
  }

  /** Draws an image into the first pixels of an array. */
  public void draw(long index, float[] pixels) {
    SplitMix64 lot = SplitMix64.of(seed, index);
    Field[] fields = new Field[FIELDS];
    for (int i = 0; i < FIELDS; i++) {
      fields[i] = Field.random(lot, side);
    }
    for (int i = 0; i < side * side; i++) {
      double x = i % side;
      double y = i / side;
      pixels[i] = Math.round(Math.clamp(nearest(fields, x, y).at(x, y), 0, 255));
    }
  }

  private static Field nearest(Field[] fields, double x, double y) {
    Field nearest = fields[0];
    for (Field field : fields) {
      nearest = field.distance(x, y) < nearest.distance(x, y) ? field : nearest;
    }
    return nearest;
  }
}
