// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.build;

import dev.modelward.protect.plan.ExposurePlan;
import dev.modelward.protect.plan.Recipient;
import dev.modelward.runtime.ProtectionException;
import dev.modelward.runtime.grant.Grant;
import dev.modelward.runtime.grant.Term;
import dev.modelward.runtime.wrap.Wrap;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A recipient of a plan whose public key has been read: a name, a tier, a term, and the key. */
public record Addressee(
    String name, String tier, Term term, dev.modelward.runtime.wrap.Recipient key)
    implements Grant.Wrapping {
  private static final int LONGEST = 1 << 16;
  private static final String ENDING = ".grant";

  /** All recipients of a plan; none of them is passed over. */
  public static List<Addressee> of(ExposurePlan plan) throws RecipientException {
    List<Addressee> all = new ArrayList<>();
    for (Recipient recipient : plan.recipients()) {
      all.add(
          new Addressee(
              recipient.name(), recipient.tier(), instants(recipient.term()), key(recipient)));
    }
    return all;
  }

  private static dev.modelward.runtime.wrap.Recipient key(Recipient recipient)
      throws RecipientException {
    Path file = recipient.key();
    try (var in = Files.newInputStream(file)) {
      String line = new String(in.readNBytes(LONGEST), StandardCharsets.UTF_8);
      return dev.modelward.runtime.wrap.Recipient.parse(line);
    } catch (NoSuchFileException e) {
      throw new RecipientException(recipient, "no such file", e);
    } catch (IOException e) {
      throw new RecipientException(recipient, "a file that cannot be read", e);
    } catch (ProtectionException.Malformed e) {
      throw new RecipientException(recipient, e.found(), e);
    }
  }

  /** Days as instants: a plan means the same everywhere, so its days are those of UTC. */
  private static Term instants(dev.modelward.protect.plan.Term term) {
    Optional<LocalDate> from = Optional.of(term.from()).filter(day -> term.begins());
    Optional<LocalDate> until = Optional.of(term.until()).filter(day -> term.ends());
    return new Term(from.map(Addressee::start), until.map(day -> start(day.plusDays(1))));
  }

  private static Instant start(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  /** The file of the grant in a folder. */
  public Path file(Path folder) {
    return folder.resolve(name + ENDING);
  }

  @Override
  public Wrap wrap(byte[] secret, byte[] binding) throws ProtectionException {
    return key.wrap(secret, binding);
  }
}
