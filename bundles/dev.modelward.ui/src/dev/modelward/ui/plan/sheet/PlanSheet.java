// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.plan.sheet;

import dev.modelward.learn.yaml.YamlException;
import dev.modelward.protect.plan.ExposurePlan;
import dev.modelward.protect.plan.text.PlanFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A plan's text and all that is read from it once. */
public final class PlanSheet {
  private final Path file;
  private final String text;
  private final Listing listing;
  private final Verdict verdict;

  private PlanSheet(Path file, String text, Listing listing, Verdict verdict) {
    this.file = file;
    this.text = text;
    this.listing = listing;
    this.verdict = verdict;
  }

  /** Reads a text that stands, or will stand, in a file. */
  public static PlanSheet of(Path file, String text) {
    Listing listing;
    try {
      listing = Listing.of(file, text);
    } catch (YamlException broken) {
      return new PlanSheet(file, text, Listing.NOTHING, new Verdict.Broken(flaw(broken)));
    }
    return new PlanSheet(file, text, listing, verdict(file, text));
  }

  private static Verdict verdict(Path file, String text) {
    try {
      PlanFile plan = PlanFile.of(file, text);
      return new Verdict.Sound(plan.plan(), plan.digest());
    } catch (YamlException flawed) {
      return new Verdict.Flawed(flaw(flawed));
    }
  }

  /** Where a reader or a change of a text stumbled. */
  static Flaw flaw(YamlException failure) {
    return new Flaw(failure.line(), failure.column(), failure.problem());
  }

  /** Where the text stands. */
  public Path file() {
    return file;
  }

  /** All its letters. */
  public String text() {
    return text;
  }

  /** What its reader thinks of it. */
  public Verdict verdict() {
    return verdict;
  }

  /** What is wrong with it, if anything is. */
  public Optional<Flaw> flaw() {
    return switch (verdict) {
      case Verdict.Sound sound -> Optional.empty();
      case Verdict.Flawed flawed -> Optional.of(flawed.flaw());
      case Verdict.Broken broken -> Optional.of(broken.flaw());
    };
  }

  /** What it says, if nothing is wrong with it. */
  public Optional<ExposurePlan> plan() {
    return verdict instanceof Verdict.Sound sound ? Optional.of(sound.plan()) : Optional.empty();
  }

  /** Whether its lists can be read, and so be changed. */
  public boolean isReadable() {
    return !(verdict instanceof Verdict.Broken);
  }

  /** The keys of the whole text in its order, with their lines, counted from 1. */
  public Map<String, Integer> sections() {
    return listing.sections();
  }

  /** The items of a list; none if the list is not there. */
  public List<Row> rows(PlanList list) {
    return listing.rows(list);
  }

  /** The limits of a view. */
  public List<Row> limits(String view) {
    return rows(PlanList.LIMITS).stream().filter(row -> row.text("view").equals(view)).toList();
  }

  /** The item at a place, if it is one and there. */
  public Optional<Row> row(Place place) {
    return switch (place) {
      case Place.Heading heading -> Optional.empty();
      case Place.Item item ->
          rows(item.list()).stream().filter(row -> row.index() == item.index()).findFirst();
    };
  }

  /** The line in which a place begins, counted from 1, if it is there. */
  public Optional<Integer> line(Place place) {
    return switch (place) {
      case Place.Heading heading -> listing.line(heading.list().key());
      case Place.Item item -> row(item).map(Row::line);
    };
  }

  /** The place that a line, counted from 1, belongs to, if it belongs to a list. */
  public Optional<Place> place(int line) {
    return listing.place(line);
  }
}
