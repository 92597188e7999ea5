// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.keys;

import java.util.Arrays;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * What it costs to try a passphrase by Argon2id (RFC 9106): KiB of memory, passes over it, and
 * lanes. A file cannot ask for more than the bounds.
 */
public record Argon2(int memory, int passes, int lanes) {
  /** Bytes of a salt. */
  static final int SALT = 16;

  private static final int LEAST_MEMORY = 8 * 1024;
  private static final int MOST_MEMORY = 256 * 1024;
  private static final int MOST_PASSES = 10;
  private static final int MOST_LANES = 4;

  /** A cost within the bounds. */
  public Argon2 {
    if (memory < LEAST_MEMORY
        || memory > MOST_MEMORY
        || passes < 1
        || passes > MOST_PASSES
        || lanes < 1
        || lanes > MOST_LANES) {
      throw new IllegalArgumentException(
          "Argon2id with %d to %d KiB of memory, 1 to %d passes and 1 to %d lanes"
              .formatted(LEAST_MEMORY, MOST_MEMORY, MOST_PASSES, MOST_LANES));
    }
  }

  /** The cost for a passphrase that people type: 64 MiB, three passes, one lane. */
  public static Argon2 usual() {
    return new Argon2(64 * 1024, 3, 1);
  }

  /** The key that a passphrase becomes with a salt. */
  Secret derive(Secret passphrase, byte[] salt) {
    Argon2BytesGenerator generator = new Argon2BytesGenerator();
    generator.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(memory)
            .withIterations(passes)
            .withParallelism(lanes)
            .withSalt(salt)
            .build());
    byte[] typed = passphrase.bytes();
    byte[] key = new byte[Secret.KEY];
    generator.generateBytes(typed, key);
    Arrays.fill(typed, (byte) 0);
    return Secret.owning(key);
  }
}
