// SPDX-License-Identifier: EPL-2.0
package dev.modelward.cli.artifact;

import dev.modelward.cli.console.Column;
import dev.modelward.cli.console.Console;
import dev.modelward.cli.console.JsonText;
import dev.modelward.cli.console.Printable;
import dev.modelward.cli.console.Table;
import dev.modelward.protect.build.Issued;
import dev.modelward.runtime.grant.Grant;
import dev.modelward.runtime.grant.Subject;
import dev.modelward.runtime.grant.Term;
import dev.modelward.runtime.wrap.Wrap;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A grant and the file that it is in. */
public record GivenGrant(Path file, Grant grant) {
  /** One that was issued just now. */
  public static GivenGrant of(Issued issued) {
    return new GivenGrant(issued.file(), issued.grant());
  }

  /** Shows some in a table, with what is so at a time. */
  public static void print(List<GivenGrant> grants, Instant now, Console console) {
    Table table =
        new Table(
            List.of(
                Column.ofNames("Grant"),
                Column.ofNumbers("Tier"),
                Column.ofText("Name"),
                Column.ofText("For"),
                Column.ofText("By"),
                Column.ofText("Opens"),
                Column.ofText("Now"),
                Column.ofText("Artifact").extra(),
                Column.ofNumbers("Generation").extra()));
    grants.forEach(grant -> table.row(grant.cells(now)));
    table.print(console);
  }

  private String[] cells(Instant now) {
    Subject subject = grant.terms().subject();
    return new String[] {
      Printable.of(file.toString()),
      Integer.toString(subject.tier()),
      Printable.of(subject.name()),
      Printable.of(grant.terms().recipient()),
      kind() + (grant.terms().device() ? " on one device" : ""),
      grant.terms().term().toString(),
      state(now),
      subject.artifact(),
      Integer.toString(subject.generation())
    };
  }

  private String kind() {
    return switch (grant.wrap()) {
      case Wrap.ByKey key -> key.kind().label();
      case Wrap.ByPassphrase passphrase -> "passphrase";
    };
  }

  private String state(Instant now) {
    Term term = grant.terms().term();
    if (term.from().filter(now::isBefore).isPresent()) {
      return "not yet";
    }
    return term.until().filter(end -> !now.isBefore(end)).isPresent() ? "over" : "open";
  }

  JsonText json(Instant now) {
    Subject subject = grant.terms().subject();
    JsonText json =
        new JsonText()
            .put("file", file.toString())
            .put("grant", grant.terms().id())
            .put("artifact", subject.artifact())
            .put("core", subject.core())
            .put("generation", subject.generation())
            .put("tier", subject.tier())
            .put("name", subject.name())
            .put("recipient", grant.terms().recipient());
    put(json, "from", grant.terms().term().from());
    put(json, "until", grant.terms().term().until());
    json.put("device", grant.terms().device()).put("kind", kind());
    return switch (grant.wrap()) {
      case Wrap.ByKey key -> json.put("to", key.to()).put("now", state(now));
      case Wrap.ByPassphrase passphrase -> json.putNull("to").put("now", state(now));
    };
  }

  private static void put(JsonText json, String key, Optional<Instant> instant) {
    if (instant.isPresent()) {
      json.put(key, instant.get().toString());
    } else {
      json.putNull(key);
    }
  }
}
