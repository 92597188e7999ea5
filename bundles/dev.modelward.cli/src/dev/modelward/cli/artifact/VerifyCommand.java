// SPDX-License-Identifier: EPL-2.0
package dev.modelward.cli.artifact;

import dev.modelward.cli.console.Console;
import dev.modelward.cli.console.JsonText;
import dev.modelward.cli.console.Quantity;
import dev.modelward.cli.work.ExitCode;
import dev.modelward.cli.work.Failure;
import dev.modelward.cli.work.LongWork;
import dev.modelward.cli.work.ProtectionFailure;
import dev.modelward.cli.work.Refusal;
import dev.modelward.cli.work.Version;
import dev.modelward.runtime.ProtectionException;
import dev.modelward.runtime.artifact.Artifact;
import dev.modelward.runtime.artifact.Manifest;
import dev.modelward.runtime.sign.VendorKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says whether an artifact is what its vendor signed. */
@Command(
    name = "verify",
    description = "Says whether every file and tensor of an artifact is what its vendor signed.",
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:the artifact is what its vendor signed",
      "1:it is not",
      "2:the command line is wrong",
      "3:a file cannot be read",
      "4:ModelWard itself failed",
      "130:cancelled by Ctrl-C"
    },
    footer = "%nExample:%n  modelward verify demo.protected --vendor vendor.pub")
public final class VerifyCommand implements Callable<Integer> {
  private static final int SCHEMA = 1;

  private final Console console;

  @Parameters(paramLabel = "ARTIFACT", description = "The folder of the artifact.")
  private Path folder = Path.of("");

  @Option(
      names = "--vendor",
      required = true,
      paramLabel = "FILE",
      description = "The vendor's public key.")
  private Path vendor = Path.of("");

  @Option(names = "--threads", paramLabel = "N", description = "Threads; all if not given.")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(names = "--json", description = "Write one JSON object (docs/commands.md tells which).")
  private boolean json;

  @Option(
      names = {"-q", "--quiet"},
      description = "Write nothing but findings and errors.")
  private boolean quiet;

  /** The command with a console. */
  public VerifyCommand(Console console) {
    this.console = console;
  }

  /** What was found out, and how the command ends. */
  private record Verdict(int code, List<JsonText> findings, String line) {}

  @Override
  public Integer call() throws Exception {
    if (threads < 1) {
      return Failure.ofThreads(threads).complain(console);
    }
    return new LongWork(console, "verifying " + folder, "Start it once more.", true)
        .run(progress -> {
          VendorKey key = GivenFiles.vendor(vendor);
          Verdict verdict = verdict(key);
          return new LongWork.Report() {
            @Override
            public void print() throws IOException {
              report(verdict, key);
            }

            @Override
            public int code() {
              return verdict.code();
            }
          };
        });
  }

  private Verdict verdict(VendorKey key) throws Refusal {
    if (!Files.exists(folder)) {
      throw new Refusal(
          new Failure(
              folder.toString(),
              "There is no such folder.",
              "Check the name and the folder around it."));
    }
    try {
      Artifact artifact = GivenFiles.artifact(folder, key);
      artifact.verify(threads);
      return new Verdict(ExitCode.FINE, List.of(), fine(artifact.manifest()));
    } catch (ProtectionException e) {
      Failure finding = ProtectionFailure.of(e);
      JsonText told =
          new JsonText()
              .put("kind", ProtectionFailure.word(e))
              .put("where", finding.where())
              .put("what", finding.what())
              .put("remedy", finding.remedy());
      return new Verdict(ExitCode.FINDINGS, List.of(told), finding.line(console.screen()));
    } catch (IOException e) {
      throw new Refusal(GivenFiles.reading(folder, e));
    }
  }

  private String fine(Manifest manifest) {
    return "%s: artifact %s, generation %d, is what its vendor signed: %s tensors, %s tiers"
        .formatted(
            folder,
            manifest.artifact(),
            manifest.rings().generation(),
            Quantity.exact(manifest.tensors().size() + manifest.inside().size()),
            Quantity.exact(manifest.tiers().size()));
  }

  private void report(Verdict verdict, VendorKey key) throws IOException {
    if (json) {
      console.line(
          new JsonText()
              .put("schema", SCHEMA)
              .put("version", Version.ofBundle())
              .put("folder", folder.toString())
              .put("vendor", key.id())
              .put("holds", verdict.findings().isEmpty())
              .put("findings", verdict.findings())
              .toString());
    } else if (!quiet || !verdict.findings().isEmpty()) {
      console.line(verdict.line());
    }
  }
}
