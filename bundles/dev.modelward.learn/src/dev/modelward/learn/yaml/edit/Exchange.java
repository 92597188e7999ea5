// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.yaml.edit;

import dev.modelward.learn.yaml.Field;
import dev.modelward.learn.yaml.YamlException;
import dev.modelward.learn.yaml.YamlText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The items of a list that change places, while all between them stays where it is. */
record Exchange(YamlText source, Field list) {

  String moved(int from, int to) throws YamlException {
    List<Span> places = places();
    List<Integer> order = new ArrayList<>(IntStream.range(0, places.size()).boxed().toList());
    order.add(to, order.remove(from));
    String text = source.text();
    StringBuilder moved = new StringBuilder();
    int done = 0;
    for (int i = 0; i < places.size(); i++) {
      Span item = places.get(order.get(i));
      moved.append(text, done, places.get(i).from()).append(text, item.from(), item.to());
      done = places.get(i).to();
    }
    return moved.append(text.substring(done)).toString();
  }

  /** Where the items stand, in a block with the comments right above them and behind them. */
  private List<Span> places() throws YamlException {
    Sheet sheet = Sheet.of(source);
    List<Span> parts = sheet.parts(list);
    if (sheet.isFlow(list)) {
      return parts;
    }
    Lines lines = new Lines(source.text());
    List<Span> places = new ArrayList<>();
    int above = 0;
    for (Span part : parts) {
      int end = lines.end(part.to());
      places.add(new Span(lines.withComments(part.from(), above), end));
      above = end;
    }
    return places;
  }
}
