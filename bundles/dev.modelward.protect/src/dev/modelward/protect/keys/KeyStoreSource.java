// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.keys;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.NoSuchProviderException;
import java.security.Provider;
import java.security.Security;
import java.util.Optional;

/** Where a key store of the Java Cryptography Architecture comes from. */
@FunctionalInterface
public interface KeyStoreSource {
  /** The key store, opened with its password or PIN. */
  KeyStore open(char[] password) throws GeneralSecurityException, IOException;

  /** A file in the form of PKCS #12. */
  static KeyStoreSource file(Path file) {
    return password -> {
      KeyStore store = KeyStore.getInstance("PKCS12");
      try (InputStream in = Files.newInputStream(file)) {
        store.load(in, password);
      }
      return store;
    };
  }

  /** A token that the JDK's provider for PKCS #11 reaches as its configuration file says. */
  static KeyStoreSource token(Path configuration) {
    return password -> {
      Provider provider =
          Optional.ofNullable(Security.getProvider("SunPKCS11"))
              .orElseThrow(() -> new NoSuchProviderException("this Java has no SunPKCS11"))
              .configure(configuration.toString());
      KeyStore store = KeyStore.getInstance("PKCS11", provider);
      store.load(null, password);
      return store;
    };
  }
}
