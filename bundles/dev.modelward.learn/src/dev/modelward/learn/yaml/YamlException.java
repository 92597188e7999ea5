// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.yaml;

import java.io.IOException;

/** Says where in a text something is wrong, and what. */
public final class YamlException extends IOException {
  private static final long serialVersionUID = 1L;

  private final String file;
  private final int line;
  private final int column;
  private final String problem;

  /** Names the place by its line and column, both counted from 1. */
  public YamlException(String file, int line, int column, String problem) {
    super("%s:%d:%d: %s".formatted(file, line, column, problem));
    this.file = file;
    this.line = line;
    this.column = column;
    this.problem = problem;
  }

  /** The text. */
  public String file() {
    return file;
  }

  /** The line, counted from 1. */
  public int line() {
    return line;
  }

  /** The column, counted from 1. */
  public int column() {
    return column;
  }

  /** What is wrong there. */
  public String problem() {
    return problem;
  }
}
