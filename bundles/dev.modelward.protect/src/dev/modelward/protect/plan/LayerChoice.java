// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.plan;

import dev.modelward.protect.blocks.BlockKind;
import dev.modelward.protect.blocks.LayerBlocks;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which layers are looked at: those with certain kinds of blocks, whose names fit one pattern that
 * includes and none that excludes; of kinds and including patterns, none stands for all. In a
 * pattern a star stands for any letters and a question mark for one.
 */
public record LayerChoice(Set<BlockKind> kinds, List<String> include, List<String> exclude)
    implements Predicate<LayerBlocks> {

  /** Keeps its own copies. */
  public LayerChoice {
    kinds = Set.copyOf(kinds);
    include = List.copyOf(include);
    exclude = List.copyOf(exclude);
  }

  /** All layers. */
  public static LayerChoice all() {
    return new LayerChoice(Set.of(), List.of(), List.of());
  }

  @Override
  public boolean test(LayerBlocks layer) {
    return (kinds.isEmpty() || kinds.contains(layer.kind())) && names(layer.layer().name());
  }

  /** Whether the patterns choose a name. */
  boolean names(String name) {
    return (include.isEmpty() || include.stream().anyMatch(each -> fits(each, name)))
        && exclude.stream().noneMatch(each -> fits(each, name));
  }

  /** Goes back to the last star only, which is enough and takes no longer than the product. */
  private static boolean fits(String pattern, String name) {
    int at = 0;
    int star = -1;
    int tried = 0;
    int i = 0;
    while (i < name.length()) {
      if (at < pattern.length() && pattern.charAt(at) == '*') {
        star = at++;
        tried = i;
      } else if (at < pattern.length() && one(pattern.charAt(at), name.charAt(i))) {
        at++;
        i++;
      } else if (star >= 0) {
        at = star + 1;
        i = ++tried;
      } else {
        return false;
      }
    }
    return pattern.substring(at).chars().allMatch(left -> left == '*');
  }

  private static boolean one(char pattern, char letter) {
    return pattern == '?' || pattern == letter;
  }
}
