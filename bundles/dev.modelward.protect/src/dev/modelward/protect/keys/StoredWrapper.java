// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.keys;

import dev.modelward.protect.keys.Header.Slot;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.Provider;
import java.security.ProviderException;
import java.security.SecureRandom;
import java.security.UnrecoverableKeyException;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.BadPaddingException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.security.auth.login.LoginException;

/** A wrapper whose AES key stays where a key store keeps it. */
final class StoredWrapper implements Wrapper {
  private static final String CIPHER = "AES/GCM/NoPadding";
  private static final int NONCE = 12;
  private static final int TAG = 16;

  private final Protector.StoredKey protector;
  private final SecretKey key;
  private final Provider provider;

  private StoredWrapper(Protector.StoredKey protector, SecretKey key, Provider provider) {
    this.protector = protector;
    this.key = key;
    this.provider = provider;
  }

  /** A wrapper of a stored key, for which its store's password is asked. */
  static StoredWrapper of(Protector.StoredKey protector) throws IOException, KeyRingException {
    try (Secret password = protector.password().secret()) {
      char[] characters = password.characters();
      try {
        KeyStore store = protector.store().open(characters);
        return new StoredWrapper(
            protector, key(store, protector.alias(), characters), store.getProvider());
      } finally {
        Arrays.fill(characters, '\0');
      }
    } catch (UnrecoverableKeyException e) {
      throw wrongPassword();
    } catch (GeneralSecurityException | ProviderException | IllegalArgumentException e) {
      throw unusable(protector, e);
    } catch (IOException e) {
      if (e.getCause() instanceof UnrecoverableKeyException
          || e.getCause() instanceof LoginException) {
        throw wrongPassword();
      }
      throw e;
    }
  }

  private static SecretKey key(KeyStore store, String alias, char[] password)
      throws GeneralSecurityException, KeyRingException {
    Optional<Key> found = Optional.ofNullable(store.getKey(alias, password));
    if (found.isPresent() && found.get() instanceof SecretKey secret) {
      return secret;
    }
    throw new KeyRingException.Missing(
        place(alias), "an AES key", "none", "name an alias that the key store has");
  }

  @Override
  public Slot wrap(Secret dataKey) throws KeyRingException {
    Lock lock = protector.newLock();
    byte[] nonce = new byte[NONCE];
    new SecureRandom().nextBytes(nonce);
    byte[] plain = dataKey.bytes();
    try {
      Cipher cipher = cipher(Cipher.ENCRYPT_MODE, nonce, lock);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      out.writeBytes(nonce);
      out.writeBytes(cipher.doFinal(plain));
      return Slot.of(lock, out.toByteArray());
    } catch (GeneralSecurityException | ProviderException e) {
      throw unusable(protector, e);
    } finally {
      Arrays.fill(plain, (byte) 0);
    }
  }

  @Override
  public Optional<Secret> unwrap(Slot slot) throws KeyRingException {
    byte[] wrapped = slot.bytes();
    if (wrapped.length != NONCE + Secret.KEY + TAG) {
      return Optional.empty();
    }
    try {
      Cipher cipher = cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(wrapped, NONCE), slot.lock());
      return Optional.of(Secret.owning(cipher.doFinal(wrapped, NONCE, wrapped.length - NONCE)));
    } catch (BadPaddingException e) {
      return Optional.empty();
    } catch (GeneralSecurityException | ProviderException e) {
      throw unusable(protector, e);
    }
  }

  private Cipher cipher(int mode, byte[] nonce, Lock lock) throws GeneralSecurityException {
    // a token's key is of use to its own provider only, the keys of files to any
    boolean isOwn = Optional.ofNullable(provider.getService("Cipher", CIPHER)).isPresent();
    Cipher cipher = isOwn ? Cipher.getInstance(CIPHER, provider) : Cipher.getInstance(CIPHER);
    cipher.init(mode, key, new GCMParameterSpec(8 * TAG, nonce));
    cipher.updateAAD(Header.wrapContext(lock));
    return cipher;
  }

  private static KeyRingException wrongPassword() {
    return new KeyRingException.WrongSecret("key store", "its password", "try again");
  }

  private static KeyRingException unusable(Protector.StoredKey protector, Exception cause) {
    return new KeyRingException.Unusable(
        place(protector.alias()), "a key store with an AES key", cause);
  }

  private static String place(String alias) {
    return "key " + alias + " in the key store";
  }

  /** Leaves the key to its key store, which is the only one that can erase it. */
  @Override
  public void close() {}
}
