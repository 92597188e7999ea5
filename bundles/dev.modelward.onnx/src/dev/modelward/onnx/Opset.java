// SPDX-License-Identifier: EPL-2.0
package dev.modelward.onnx;

import dev.modelward.onnx.bytes.Bytes;
import dev.modelward.onnx.bytes.OnnxFormatException;
import dev.modelward.onnx.bytes.Trail;
import dev.modelward.onnx.wire.WireReader;
import dev.modelward.onnx.wire.WireWriter;

/** A set of operators that a model uses, by its domain and version. */
public record Opset(String domain, long version) {
  private static final int DOMAIN = 1;
  private static final int VERSION = 2;

  /** Writes the standard domain in its one canonical form, the empty text. */
  public Opset {
    domain = "ai.onnx".equals(domain) ? "" : domain;
  }

  static Opset read(Bytes message, Trail trail) throws OnnxFormatException {
    WireReader reader = new WireReader(message, trail);
    String domain = "";
    long version = 0;
    while (reader.next()) {
      switch (reader.field()) {
        case DOMAIN -> domain = reader.name();
        case VERSION -> version = reader.integer();
        default -> {}
      }
    }
    return new Opset(domain, version);
  }

  Bytes write() {
    return new WireWriter().text(DOMAIN, domain).integer(VERSION, version).message();
  }

  @Override
  public String toString() {
    return (domain.isEmpty() ? "ai.onnx" : domain) + " " + version;
  }
}
