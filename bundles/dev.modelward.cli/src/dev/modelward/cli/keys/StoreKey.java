// SPDX-License-Identifier: EPL-2.0
package dev.modelward.cli.keys;

import dev.modelward.protect.keys.KeyProvider;
import dev.modelward.protect.keys.KeyStoreSource;
import dev.modelward.protect.keys.Lock;
import dev.modelward.protect.keys.Protector;
import java.nio.file.Path;
import org.eclipse.jdt.annotation.NonNull;
import org.eclipse.jdt.annotation.NonNullByDefault;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The AES key of an alias, in a key store or token that a file is or describes. */
record StoreKey(String alias, Path file) {
  static final String LABEL = "ALIAS@FILE";

  /** Reads an alias, which may have an at sign in it if the file's path has none. */
  static final class Converter implements ITypeConverter<StoreKey> {
    @Override
    @NonNullByDefault({})
    public @NonNull StoreKey convert(String text) {
      int at = text.lastIndexOf('@');
      if (at < 0 || at == text.length() - 1) {
        throw new TypeConversionException("expected " + LABEL + ", found '" + text + "'");
      }
      try {
        return new StoreKey(new Lock.StoredKey(text.substring(0, at)).alias(), path(text, at));
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException("expected " + e.getMessage() + " in '" + text + "'");
      }
    }

    private static Path path(String text, int at) {
      return Path.of(text.substring(at + 1));
    }
  }

  Protector inFile(KeyProvider password) {
    return new Protector.StoredKey(KeyStoreSource.file(file), alias, password);
  }

  Protector onToken(KeyProvider pin) {
    return new Protector.StoredKey(KeyStoreSource.token(file), alias, pin);
  }
}
