// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.keys;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Who can open a ring: a way to a secret, which is asked for each time it is needed. */
public sealed interface Protector {
  /** A new lock of this protector, with a salt of its own where it takes one. */
  Lock newLock();

  /** Whether a lock is of this protector's kind and name. */
  boolean fits(Lock lock);

  /** A passphrase, stretched by Argon2id at a cost. */
  record Passphrase(KeyProvider source, Argon2 cost) implements Protector {
    /** A passphrase at the usual cost. */
    public static Passphrase of(KeyProvider source) {
      return new Passphrase(source, Argon2.usual());
    }

    @Override
    public Lock newLock() {
      byte[] salt = new byte[Argon2.SALT];
      new SecureRandom().nextBytes(salt);
      return new Lock.Passphrase(cost, HexFormat.of().formatHex(salt));
    }

    @Override
    public boolean fits(Lock lock) {
      return lock instanceof Lock.Passphrase;
    }
  }

  /** A file of 32 secret bytes, refused where others could read it. */
  record KeyFile(Path file) implements Protector, KeyProvider {
    private static final String FORM = "a file of 32 random bytes";

    /** A new file of random bytes that only its owner can read. */
    public static KeyFile create(Path file) throws IOException, KeyRingException {
      if (Files.exists(file)) {
        throw new KeyRingException.Taken(
            file.toString(), "no such file", "one", "choose another name");
      }
      ByteBuffer bytes = ByteBuffer.allocateDirect(Secret.KEY);
      try (Secret key = Secret.randomKey();
          FileChannel channel =
              FileChannel.open(
                  file,
                  Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                  Privacy.attributes(file))) {
        bytes.put(key.array()).flip();
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        channel.force(true);
      } finally {
        erase(bytes);
      }
      return new KeyFile(file);
    }

    @Override
    public Lock newLock() {
      return new Lock.KeyFile();
    }

    @Override
    public boolean fits(Lock lock) {
      return lock instanceof Lock.KeyFile;
    }

    @Override
    public Secret secret() throws IOException, KeyRingException {
      // heap buffers would be copied through memory that nobody erases
      ByteBuffer bytes = ByteBuffer.allocateDirect(Secret.KEY + 1);
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
        Privacy.check(file);
        int count = 0;
        while (count >= 0 && bytes.hasRemaining()) {
          count = channel.read(bytes);
        }
        if (bytes.flip().remaining() != Secret.KEY) {
          throw new KeyRingException.Malformed(
              file.toString(), FORM, "a file of another size", "name the right file");
        }
        byte[] key = new byte[Secret.KEY];
        bytes.get(key);
        return Secret.owning(key);
      } catch (NoSuchFileException e) {
        throw new KeyRingException.Missing(
            file.toString(), FORM, "no file", "name the right file, or take another protector");
      } finally {
        erase(bytes);
      }
    }

    private static void erase(ByteBuffer bytes) {
      bytes.clear();
      while (bytes.hasRemaining()) {
        bytes.put((byte) 0);
      }
    }
  }

  /**
   * An environment variable that holds 32 bytes as hexadecimal digits or Base64. What holds its
   * text is the process's, and is not erased.
   */
  record Variable(String name, Function<String, Optional<String>> environment)
      implements Protector, KeyProvider {
    private static final String FORM = "32 bytes as 64 hexadecimal digits or in Base64";
    private static final Pattern HEX = Pattern.compile("[0-9a-fA-F]{64}");
    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/]{43}=?");

    /** A variable of a name of letters, digits and underscores. */
    public Variable {
      name = new Lock.Variable(name).name();
    }

    /** A variable of this process. */
    public static Variable of(String name) {
      return new Variable(name, variable -> Optional.ofNullable(System.getenv(variable)));
    }

    @Override
    public Lock newLock() {
      return new Lock.Variable(name);
    }

    @Override
    public boolean fits(Lock lock) {
      return newLock().equals(lock);
    }

    @Override
    public Secret secret() throws KeyRingException {
      String text =
          environment
              .apply(name)
              .orElseThrow(() ->
                  new KeyRingException.Missing(
                      "environment variable " + name, FORM, "no such variable", "set it"));
      return Secret.owning(decoded(text.strip()));
    }

    private byte[] decoded(String text) throws KeyRingException {
      if (HEX.matcher(text).matches()) {
        return HexFormat.of().parseHex(text);
      }
      if (BASE64.matcher(text).matches()) {
        return Base64.getDecoder().decode(text);
      }
      throw new KeyRingException.Malformed(
          "environment variable " + name, FORM, "something else", "set it to a key");
    }
  }

  /**
   * An AES key in a key store or token. Its bytes are asked for by nobody: what is wrapped is given
   * to the provider that owns the key.
   */
  record StoredKey(KeyStoreSource store, String alias, KeyProvider password) implements Protector {
    /** A key of an alias that is neither empty nor endless. */
    public StoredKey {
      alias = new Lock.StoredKey(alias).alias();
    }

    @Override
    public Lock newLock() {
      return new Lock.StoredKey(alias);
    }

    @Override
    public boolean fits(Lock lock) {
      return newLock().equals(lock);
    }
  }
}
