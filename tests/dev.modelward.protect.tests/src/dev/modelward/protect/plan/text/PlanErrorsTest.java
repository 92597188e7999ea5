// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.plan.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.modelward.learn.yaml.YamlException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every complaint about a plan names its line and column. */
class PlanErrorsTest {
  private static final String START =
      """
      model: net.onnx
      data: {measure: test.data}
      """;
  private static final String TIERS =
      """
      tiers:
      - {name: public, quality: 20 %}
      - {name: full}
      """;

  private static YamlException failure(String text) {
    return assertThrows(YamlException.class, () -> PlanFile.of(Path.of("some.ward"), text));
  }

  private static void expect(String text, String place, String says) {
    YamlException failure = failure(text);
    assertEquals(place, failure.line() + ":" + failure.column(), failure.problem());
    assertTrue(failure.problem().startsWith(says), failure.problem());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          modle: x                      | 6:1  | there is no key 'modle' here; is 'model' meant?
          model: x                      | 6:1  | the key 'model' is there twice
          recipient: []                 | 6:1  | there is no key 'recipient' here; is 'recipients' meant?
          lock: {}                      | 6:1  | the section 'lock' comes later
          oblivious:                    | 6:1  | the section 'oblivious' comes later
          mix: [1]                      | 6:1  | the section 'mix' comes later
          importance: []                | 6:13 | importance should be a text
          criterion: fisher             | 6:12 | criterion should be keys and values
          criterion: {nam: fisher}      | 6:13 | there is no key 'nam' here; is 'name' meant?
          criterion: {name: fischer}    | 6:19 | name cannot be 'fischer'; is 'fisher' meant?
          criterion: {samples: 0}       | 6:22 | samples should be an integer of at least 1
          criterion: {loss: none}       | 6:19 | loss cannot be 'none'; known are truth, output
          criterion: {name: magnitude, seed: 1}  | 6:36 | seed does not belong to the criterion magnitude
          criterion: {name: random, samples: 9}  | 6:36 | samples does not belong to the criterion random
          criterion: {name: random, loss: truth} | 6:33 | loss does not belong to the criterion random
          ranking: {over: all}          | 6:17 | over cannot be 'all'; known are global, per-layer
          ranking: {cap: 0 %}           | 6:16 | cap cannot be: expected a part above 0
          ranking: {cap: 0.25}          | 6:16 | cap should be a percentage, as in 5 %, not '0.25'
          ranking: {over: per-layer, cap: 5 %} | 6:33 | each layer gives the same part of itself
          layers: {kinds: [kernel]}     | 6:18 | kinds cannot be 'kernel'; known are kernel-slice
          layers: {include: conv*}      | 6:19 | include should be a list
          layers: {include: [[a]]}      | 6:20 | include should be a text
          decoys: blend                 | 6:9  | decoys cannot be 'blend'; known are blending, dprm
          decoys: blendin               | 6:9  | decoys cannot be 'blendin'; is 'blending' meant?
          seeds: 0                      | 6:8  | seeds should be an integer of at least 1
          seeds: 1001                   | 6:8  | seeds cannot be: expected 1 to 1000 seeds, found 1001
          recipients: {}                | 6:13 | recipients should be a list
          recipients: [{name: a}]       | 6:14 | the key 'key' is missing
          recipients: [{name: A, key: k, tier: full}] | 6:21 | name cannot be: expected a name of small letters
          recipients: [{name: a, key: k, tier: ful}]  | 6:38 | there is no tier 'ful' here; is 'full' meant?
          recipients: [{name: a, key: k, tier: public}]  | 6:38 | everybody sees the tier 'public' without a grant
          recipients: [{name: a, key: k, tier: full, from: 2026-02-30}] | 6:50 | from should be a day of the calendar
          recipients: [{name: a, key: k, tier: full, from: today}]      | 6:50 | from should be a day, as in 2026-12-31
          recipients: [{name: a, key: k, tier: full, from: 2026-02-02, until: 2026-02-01}] | 6:69 | until cannot be: expected a last day
          recipients: [{name: a, key: k, tier: full}, {name: a, key: k, tier: full}] | 6:52 | there are two recipients named 'a'
          limits: [{view: public}]      | 6:10 | the key 'quality' is missing
          limits: [{view: publik, quality: <= 5 %}] | 6:17 | there is no tier 'publik' here; is 'public' meant?
          limits: [{view: public, quality: 5 %}]    | 6:34 | quality should be a bound in quotes
          limits: [{view: public, quality: <= 5 dB}] | 6:34 | expected a quality in % like the first
          limits: [{view: public, quality: <= 5 %}, {view: public, quality: <= 5 %}] | 6:43 | this limit is there twice
          """)
  void whereItStands(String line, String place, String says) {
    expect(START + TIERS + line + "\n", place, says);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          [{name: a}]                                    | 3:8  | expected 2 to 64 tiers
          {name: a}                                      | 3:8  | tiers should be a list
          [a, b]                                         | 3:9  | tiers should be keys and values
          [{name: a, quality: 5 %, share: 5 %}, {name: b}] | 3:40 | a tier has a quality or a share
          [{name: a, quality: 5}, {name: b}]             | 3:28 | quality should be a percentage or decibels
          [{name: a, quality: 5 db}, {name: b}]          | 3:28 | quality should be a percentage or decibels
          [{name: a, quality: 101 %}, {name: b}]         | 3:28 | quality cannot be: expected a quality from 0 %
          [{name: a, quality: -1 dB}, {name: b}]         | 3:28 | quality cannot be: expected a quality from 0 dB
          [{name: a, share: 100 %}, {name: b}]           | 3:26 | share cannot be: expected a share above 0 %
          [{name: a, share: 5 dB}, {name: b}]            | 3:26 | share should be a percentage
          [{name: a b, share: 5 %}, {name: b}]           | 3:16 | name cannot be: expected a name
          [{quality: 5 %}, {name: b}]                    | 3:9  | the key 'name' is missing
          [{name: a}, {name: b}]                         | 3:9  | the tier 'a' needs a quality or a share
          [{name: a, share: 5 %}, {name: a}]             | 3:39 | there are two tiers named 'a'
          [{name: a, share: 5 %}, {name: b, share: 4 %}] | 3:49 | nothing stays sealed in the last tier
          [{name: a, share: 5 %}, {name: b, share: 5 %}, {name: c}] | 3:49 | expected less than the 5 %
          [{name: a, quality: 5 %}, {name: b, quality: 4 %}, {name: c}] | 3:53 | expected more than the 5 %
          [{name: a, quality: 5 %}, {name: b, quality: 9 dB}, {name: c}] | 3:53 | expected a quality in %
          """)
  void tiersThatContradictEachOther(String tiers, String place, String says) {
    expect(START + "tiers: " + tiers + "\n", place, says);
  }

  @Test
  void whatMustBeThere() {
    expect("data: {}\n", "1:1", "the key 'model' is missing");
    expect("model: a\n" + TIERS, "1:1", "the key 'data' is missing");
    expect("model: a\ndata: {}\n" + TIERS, "2:7", "the key 'calibrate' is missing");
    expect(START, "1:1", "the key 'tiers' is missing");
    expect("", "1:1", "this plan is empty");
    expect("text", "1:1", "the plan should be keys and values");
  }

  @Test
  void whatIsNoYaml() {
    expect(START + "tiers: [\n", "4:1", "this is no YAML");
    expect(START + "limits: [{view: a, quality: >= 5 %}]\n", "3:29", "this is no YAML");
    expect("model: &a x\n", "1:8", "anchors, aliases and tags");
    expect("- ".repeat(70) + "\n", "1:129", "a plan nests at most 64 deep");
    expect("\u00e4\uD83D\uDE00: 1\n", "1:1", "there is no key '\u00e4\uD83D\uDE00' here");
  }
}
