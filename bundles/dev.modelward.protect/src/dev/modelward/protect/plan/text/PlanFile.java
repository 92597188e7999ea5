// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.plan.text;

import dev.modelward.learn.digest.Fingerprint;
import dev.modelward.learn.yaml.Route;
import dev.modelward.learn.yaml.YamlException;
import dev.modelward.learn.yaml.YamlText;
import dev.modelward.onnx.bytes.Bytes;
import dev.modelward.onnx.bytes.WholeFile;
import dev.modelward.protect.plan.ExposurePlan;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The text of a plan, where it stands, and what it says; its form is in exposure-plans.md. */
public final class PlanFile {
  /** The ending of a plan's name. */
  public static final String ENDING = ".ward";

  private final YamlText text;
  private final ExposurePlan plan;

  private PlanFile(YamlText text) throws YamlException {
    this.text = text;
    this.plan = new PlanText(text).plan();
  }

  /** Reads a plan; the paths in it are relative to the folder in which it lies. */
  public static PlanFile read(Path file) throws YamlException {
    return new PlanFile(YamlText.read(file, "plan"));
  }

  /** Reads a plan that is not in its file yet. */
  public static PlanFile of(Path file, String text) throws YamlException {
    return new PlanFile(YamlText.of(file, "plan", text));
  }

  /** Where it stands. */
  public Path file() {
    return text.file();
  }

  /** All its letters. */
  public String text() {
    return text.text();
  }

  /** What it says. */
  public ExposurePlan plan() {
    return plan;
  }

  /** What is wrong at a place of the plan, as in {@code limits[0].quality}, or nearest to it. */
  public YamlException says(String place, String problem) throws YamlException {
    return Route.of(place).nearest(text.root()).says(problem);
  }

  /** The SHA-256 of the text's bytes, in hexadecimal digits. */
  public String digest() {
    Fingerprint fingerprint = new Fingerprint();
    fingerprint.add(ByteBuffer.wrap(bytes()));
    return fingerprint.hex();
  }

  /** Writes the text to its place; an older file stays until the new one is whole. */
  public void write() throws IOException {
    WholeFile.write(file(), Bytes.of(text())::writeTo);
  }

  private byte[] bytes() {
    return text().getBytes(StandardCharsets.UTF_8);
  }
}
