// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.compare;

import java.util.Arrays;

/** Why two artifacts may be cut differently, as far as their manifests tell. */
public enum Reason {
  /** The original model is another one. */
  MODEL("model", "another model"),
  /** The plan's text is another one. */
  PLAN("plan", "another plan"),
  /** Tiers should be worth, or leave sealed, something else. */
  TARGETS("targets", "other targets"),
  /** Blocks were judged by another criterion. */
  CRITERION("importance.criterion", "another criterion"),
  /** The criterion is the same, and began with another seed. */
  SEED("importance.criterion", "another seed"),
  /** The importance map was made of other data. */
  MAP_DATA("importance.data", "a map of other data"),
  /** The importance map was made at another time. */
  MAP_DATE("importance.date", "a map of another day"),
  /** Blocks were put in order in another way. */
  RANKING("ranking", "another ranking"),
  /** Views were measured on other data. */
  MEASURED("measured", "measured on other data"),
  /** Decoys are of another kind. */
  DECOYS("decoys", "other decoys"),
  /** Views were measured with another number of decoys. */
  SEEDS("seeds", "another number of seeds"),
  /** Another version of the tool, whose order of blocks may be another one. */
  TOOL("tool", "another tool"),
  /** Something that this version does not know. */
  OTHER("", "another fact");

  private static final String SEED_TEXT = " seed=\\S+";

  private final String member;
  private final String words;

  Reason(String member, String words) {
    this.member = member;
    this.words = words;
  }

  /** The reason that a difference of a member of provenance is. */
  static Reason of(String member, String before, String after) {
    Reason reason =
        Arrays.stream(values())
            .filter(each -> each.member.equals(member))
            .findFirst()
            .orElse(OTHER);
    boolean isSeed =
        reason == CRITERION
            && before.replaceFirst(SEED_TEXT, "").equals(after.replaceFirst(SEED_TEXT, ""));
    return isSeed ? SEED : reason;
  }

  /** What people read of it. */
  public String words() {
    return words;
  }
}
