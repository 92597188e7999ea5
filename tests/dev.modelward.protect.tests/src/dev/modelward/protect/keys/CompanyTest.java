// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.keys;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rings with several writers, and with writers that die. */
class CompanyTest {
  private static final int EACH = 12;

  @TempDir Path folder = Path.of("");
  private Path file = Path.of("");
  private Protector.KeyFile key = new Protector.KeyFile(Path.of(""));

  @BeforeEach
  void createRing() throws Exception {
    file = folder.resolve("vendor.keys");
    key = Keys.file(folder.resolve("key"), 1);
    KeyRing.create(file, key).close();
  }

  private Set<String> ids() throws Exception {
    try (KeyRing ring = KeyRing.open(file, key)) {
      return ring.listing().keys().stream().map(KeyEntry::id).collect(Collectors.toSet());
    }
  }

  @Test
  void processesThatAddAtOnceLoseNothing() throws Exception {
    Set<String> added = new HashSet<>();
    try (OtherProcess one = OtherProcess.adding(file, key.file(), EACH);
        OtherProcess two = OtherProcess.adding(file, key.file(), EACH);
        KeyRing ring = KeyRing.open(file, key)) {
      assertEquals("open", one.next());
      assertEquals("open", two.next());
      for (int i = 0; i < EACH; i++) {
        added.add(ring.newSigner().id());
      }
      one.rest().forEach(added::add);
      two.rest().forEach(added::add);
      assertEquals(0, one.exit());
      assertEquals(0, two.exit());
    }

    assertEquals(3 * EACH, added.size());
    assertEquals(added, ids());
  }

  @Test
  void threadsThatAddAtOnceLoseNothing() throws Exception {
    Set<String> added = new HashSet<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(4);
        KeyRing shared = KeyRing.open(file, key)) {
      List<Future<List<String>>> results = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        boolean isAlone = i % 2 == 0;
        results.add(threads.submit(() -> isAlone ? addAlone() : add(shared)));
      }
      for (Future<List<String>> result : results) {
        added.addAll(result.get());
      }
    }

    assertEquals(4 * EACH, added.size());
    assertEquals(added, ids());
  }

  private List<String> addAlone() throws Exception {
    try (KeyRing ring = KeyRing.open(file, key)) {
      return add(ring);
    }
  }

  private static List<String> add(KeyRing ring) throws Exception {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < EACH; i++) {
      ids.add(ring.newSigner().id());
    }
    return ids;
  }

  @Test
  void aWriterThatIsKilledLosesNothingThatItSaidItDid() throws Exception {
    Set<String> added = new HashSet<>();
    for (int steps : new int[] {1, 4, 9}) {
      try (OtherProcess other = OtherProcess.adding(file, key.file(), 100_000)) {
        assertEquals("open", other.next());
        for (int i = 0; i < steps; i++) {
          added.add(other.next());
        }
        other.kill();
        other.rest().forEach(added::add);
        other.exit();
      }

      Set<String> found = ids();
      assertTrue(found.containsAll(added), "a key is lost");
      assertTrue(found.size() <= added.size() + 3, "at most one that it could not say any more");
    }
    try (KeyRing ring = KeyRing.open(file, key)) {
      ring.newSigner();
    }
  }

  @Test
  void aWriterThatDiesBeforeTheMoveLeavesTheOldRingWhole() throws Exception {
    byte[] before = Files.readAllBytes(file);
    try (Contents contents = new Contents(Wrapper.wrapAll(Secret.randomKey(), List.of(key)))) {
      Path beside = new RingFile(file).stage(SealedRing.seal(contents, Secret.randomKey()));

      assertTrue(Files.exists(beside));
      assertArrayEquals(before, Files.readAllBytes(file));
    }
    try (KeyRing ring = KeyRing.open(file, key)) {
      String id = ring.newSigner().id();

      assertEquals(Set.of(id), ids());
    }
    assertEquals(
        Set.of("vendor.keys", "vendor.keys.lock", "key"),
        Set.of(folder.toFile().list()),
        "what was left behind is gone");
  }

  @Test
  void waitsForAnotherProcessAndGivesUpInTheEnd() throws Exception {
    try (OtherProcess other = OtherProcess.holding(file)) {
      assertEquals("held", other.next());
      WriterLock impatient = new WriterLock(RingFile.lockOf(file), Duration.ofMillis(30));

      assertThrows(KeyRingException.Busy.class, () -> impatient.during(() -> "never"));
    }
    try (KeyRing ring = KeyRing.open(file, key)) {
      ring.newSigner();
    }

    assertEquals(1, ids().size());
  }

  @Test
  void theLockIsForItsOwnerAloneAndEmpty() throws Exception {
    Path lock = RingFile.lockOf(file);

    assertEquals(0, Files.size(lock));
    Privacy.check(lock);
  }
}
