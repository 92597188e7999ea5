// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.plan.form;

import dev.modelward.learn.yaml.YamlException;
import dev.modelward.ui.plan.sheet.PlanForm;
import dev.modelward.ui.plan.sheet.Row;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** How a person changes what a column shows. */
sealed interface Input {

  /** The text of a plan in which a row has another value. */
  interface Setter {
    String of(PlanForm form, Row row, String value) throws YamlException;
  }

  /** What is wrong with a value of a row, if anything is. */
  interface Check {
    Optional<String> complaint(Row row, String value);
  }

  /** Not at all. */
  record None() implements Input {}

  /** By typing; where there is no text to begin with, not at all. */
  record Typed(Function<Row, Optional<String>> start, Check check, Setter setter)
      implements Input {}

  /** By choosing one of some words, of which one may stand there already. */
  record Chosen(Function<Row, List<String>> words, Function<Row, String> start, Setter setter)
      implements Input {}
}
