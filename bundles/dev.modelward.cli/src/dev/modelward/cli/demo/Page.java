// SPDX-License-Identifier: EPL-2.0
package dev.modelward.cli.demo;

import dev.modelward.runtime.artifact.Artifact;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What a person reads of an artifact: its views, and where it comes from. */
record Page(Artifact artifact, List<Seen> views) {
  private static final String HEAD =
      """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="color-scheme" content="light dark">
      <title>%1$s</title>
      <style>
      body { font: 16px/1.5 system-ui, sans-serif; max-width: 50em; margin: 2em auto; padding: 0 1em; }
      table { border-collapse: collapse; width: 100%%; margin: 1em 0; }
      th, td { text-align: left; padding: .3em .6em; border-bottom: 1px solid #8884; }
      th { vertical-align: top; }
      th + td { overflow-wrap: anywhere; }
      td.n, th.n { text-align: right; font-variant-numeric: tabular-nums; }
      .bar { background: #8883; height: .6em; min-width: 4em; }
      .bar div { background: #2a78c2; height: 100%%; }
      </style>
      </head>
      <body>
      <h1>%1$s</h1>
      <p>Each view was opened and measured with the very weights that its holders get.</p>
      """;

  /** Writes the page. */
  void write(Path file) throws IOException {
    StringBuilder text = new StringBuilder();
    text.append(HEAD.formatted(escaped(String.valueOf(artifact.folder().getFileName()))));
    text.append(
        "<table>\n<tr><th>View</th><th>Opens with</th><th class=\"n\">Quality</th><th></th>"
            + "<th class=\"n\">Weights sealed</th></tr>\n");
    views.forEach(view -> text.append(row(view)));
    text.append("</table>\n<h2>Where it comes from</h2>\n<table>\n");
    Map<String, String> facts = new TreeMap<>(artifact.manifest().provenance());
    facts.put("artifact", artifact.manifest().artifact());
    facts.put("signed by", artifact.vendor().id());
    facts.forEach((name, value) ->
        text.append("<tr><th>%s</th><td>%s</td></tr>%n".formatted(escaped(name), escaped(value))));
    text.append("</table>\n</body>\n</html>\n");
    Files.writeString(file, text, StandardCharsets.UTF_8);
  }

  private static String row(Seen view) {
    double percent = 100 * view.quality().value();
    return String.format(
        Locale.ROOT,
        "<tr><td>%s</td><td>%s</td><td class=\"n\">%.1f %%</td><td><div class=\"bar\">"
            + "<div style=\"width:%.1f%%\"></div></div></td><td class=\"n\">%,d</td></tr>%n",
        escaped(view.tier()),
        escaped(view.grant()),
        percent,
        percent,
        view.sealed());
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
