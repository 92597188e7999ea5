// SPDX-License-Identifier: EPL-2.0
package dev.modelward.onnx.tensor;

import java.util.OptionalDouble;

/**
 * A floating-point format of at most eight bits.
 *
 * @see <a href="https://onnx.ai/onnx/technical/float8.html">ONNX, Float stored in 8 bits</a>
 */
enum SmallFloat {
  E4M3FN(4, 3, 7) {
    @Override
    OptionalDouble special(int bits) {
      return nanIf((bits & 0x7f) == 0x7f);
    }
  },
  E4M3FNUZ(4, 3, 8) {
    @Override
    OptionalDouble special(int bits) {
      return nanIf(bits == 0x80);
    }
  },
  E5M2(5, 2, 15) {
    @Override
    OptionalDouble special(int bits) {
      if ((bits & 0x7f) == 0x7c) {
        return OptionalDouble.of(
            bits == 0x7c ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY);
      }
      return nanIf((bits & 0x7f) > 0x7c);
    }
  },
  E5M2FNUZ(5, 2, 16) {
    @Override
    OptionalDouble special(int bits) {
      return nanIf(bits == 0x80);
    }
  },
  E2M1(2, 1, 1) {
    @Override
    OptionalDouble special(int bits) {
      return OptionalDouble.empty();
    }
  };

  private final int exponentBits;
  private final int mantissaBits;
  private final int bias;

  SmallFloat(int exponentBits, int mantissaBits, int bias) {
    this.exponentBits = exponentBits;
    this.mantissaBits = mantissaBits;
    this.bias = bias;
  }

  /** What bits stand for that follow no rule: infinities, and what is not a number. */
  abstract OptionalDouble special(int bits);

  private static OptionalDouble nanIf(boolean isNan) {
    return isNan ? OptionalDouble.of(Double.NaN) : OptionalDouble.empty();
  }

  /** The number that some bits stand for. */
  double decode(int bits) {
    return special(bits).orElseGet(() -> regular(bits));
  }

  private double regular(int bits) {
    int mantissa = bits & (1 << mantissaBits) - 1;
    int exponent = bits >>> mantissaBits & (1 << exponentBits) - 1;
    boolean subnormal = exponent == 0;
    int significand = subnormal ? mantissa : mantissa | 1 << mantissaBits;
    double size =
        Math.scalb((double) significand, (subnormal ? 1 : exponent) - bias - mantissaBits);
    return bits >>> exponentBits + mantissaBits == 0 ? size : -size;
  }

  /** The power of two that an E8M0 scale stands for. */
  static double decodeScale(int bits) {
    return bits == 0xff ? Double.NaN : Math.scalb(1.0, bits - 127);
  }
}
