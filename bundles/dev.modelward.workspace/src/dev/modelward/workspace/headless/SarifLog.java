// SPDX-License-Identifier: EPL-2.0
package dev.modelward.workspace.headless;

import dev.modelward.cli.console.JsonText;
import dev.modelward.workspace.problem.Kind;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.runtime.Platform;

/**
 * Findings as a log of SARIF 2.1.0; files below a folder are named from there, so that a log reads
 * the same on every machine.
 *
 * @see <a href="https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html">SARIF</a>
 */
record SarifLog(Findings findings, Path root) {
  private static final String VERSION = "2.1.0";
  private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";
  private static final String ROOT = "SRCROOT";
  private static final String MARKERS = "org.eclipse.core.resources.markers";

  /** The log. */
  JsonText json() {
    JsonText driver =
        new JsonText()
            .put("name", "ModelWard")
            .put("version", findings.version())
            .put("rules", Stream.of(Kind.values()).map(SarifLog::rule).toList());
    JsonText run =
        new JsonText()
            .put("tool", new JsonText().put("driver", driver))
            .put(
                "originalUriBaseIds",
                new JsonText().put(ROOT, new JsonText().put("uri", base().toString())))
            .put("results", findings.all().stream().map(this::result).toList());
    return new JsonText().put("$schema", SCHEMA).put("version", VERSION).put("runs", List.of(run));
  }

  private static JsonText rule(Kind kind) {
    String level = kind.severity() == IMarker.SEVERITY_ERROR ? "error" : "warning";
    return new JsonText()
        .put("id", kind.word())
        .put("shortDescription", text(label(kind)))
        .put("defaultConfiguration", new JsonText().put("level", level));
  }

  private static String label(Kind kind) {
    return Optional.ofNullable(
            Platform.getExtensionRegistry().getExtension(MARKERS, kind.markerType()))
        .map(marker -> marker.getLabel())
        .orElse(kind.word());
  }

  private JsonText result(Finding finding) {
    return new JsonText()
        .put("ruleId", finding.kind().word())
        .put("ruleIndex", finding.kind().ordinal())
        .put("level", finding.level())
        .put("message", text(finding.what() + " " + finding.advice()))
        .put("locations", List.of(new JsonText().put("physicalLocation", place(finding))));
  }

  private JsonText place(Finding finding) {
    JsonText place = new JsonText().put("artifactLocation", file(finding.file()));
    return finding.line() == 0
        ? place
        : place.put("region", new JsonText().put("startLine", finding.line()));
  }

  private JsonText file(Path file) {
    URI whole = file.toUri();
    URI near = base().relativize(whole);
    JsonText json = new JsonText().put("uri", near.toString());
    return near.isAbsolute() ? json : json.put("uriBaseId", ROOT);
  }

  private URI base() {
    return root.toUri();
  }

  private static JsonText text(String text) {
    return new JsonText().put("text", text);
  }
}
