// SPDX-License-Identifier: EPL-2.0
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Writes platform.target from roots.txt and template.xml.
 *
 * <p>{@code java releng/targetplatform/Freeze.java [MAVEN]}, from the repository's root and by
 * hand, when a root changes. It reads POMs through Maven, and so from where a build reads them.
 */
class Freeze {

  /** An artifact without its version. */
  record Artifact(String group, String name) implements Comparable<Artifact> {
    static Artifact parse(String text) {
      String[] parts = text.split(":");
      return new Artifact(parts[0], parts[1]);
    }

    @Override
    public int compareTo(Artifact other) {
      return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
      return group + ":" + name;
    }
  }

  /** An artifact and its version. */
  record Pinned(Artifact artifact, String version) {
    static Pinned parse(String text) {
      return new Pinned(Artifact.parse(text), text.split(":")[2]);
    }

    String element(String type) {
      return "<groupId>%s</groupId><artifactId>%s</artifactId><version>%s</version><type>%s</type>"
          .formatted(artifact.group(), artifact.name(), version, type);
    }

    @Override
    public String toString() {
      return artifact + ":" + version;
    }
  }

  /** What roots.txt says. */
  record Roots(
      List<Pinned> roots, List<Pinned> leaves, Map<Artifact, String> pins, Set<Artifact> dropped) {

    static Roots read(Path file) throws IOException {
      Roots roots =
          new Roots(new ArrayList<>(), new ArrayList<>(), new HashMap<>(), new HashSet<>());
      for (String line : Files.readAllLines(file)) {
        String[] words = line.strip().split("\\s+");
        if (words.length == 2 && !words[0].startsWith("#")) {
          roots.add(words[0], words[1]);
        }
      }
      return roots;
    }

    private void add(String verb, String coordinates) {
      switch (verb) {
        case "root" -> roots.add(Pinned.parse(coordinates));
        case "leaf" -> leaves.add(Pinned.parse(coordinates));
        case "pin" -> {
          Pinned pin = Pinned.parse(coordinates);
          pins.put(pin.artifact(), pin.version());
        }
        case "drop" -> dropped.add(Artifact.parse(coordinates));
        default -> throw new IllegalArgumentException("no such verb: " + verb);
      }
    }

    Pinned afterPins(Pinned wanted) {
      return new Pinned(wanted.artifact(), pins.getOrDefault(wanted.artifact(), wanted.version()));
    }
  }

  /** The POMs read so far; one that no repository has is empty and named in {@link #absent}. */
  static class Poms {
    private static final Pattern NOT_FOUND =
        Pattern.compile("Could not find artifact ([^:\\s]+):([^:\\s]+):pom:([^:\\s]+)");

    private static final String POM =
        """
        <project>
          <modelVersion>4.0.0</modelVersion>
          <groupId>dev.modelward</groupId><artifactId>freeze</artifactId><version>1</version>
          <packaging>pom</packaging>
          <build><plugins><plugin>
            <artifactId>maven-dependency-plugin</artifactId>
            <configuration>
              <outputDirectory>${project.basedir}</outputDirectory>
              <artifactItems>%s</artifactItems>
            </configuration>
          </plugin></plugins></build>
        </project>
        """;

    private final Map<Pinned, List<Pinned>> dependencies = new HashMap<>();
    private final Set<Pinned> absent = new HashSet<>();
    private final String maven;
    private final Path folder;

    Poms(String maven, Path folder) {
      this.maven = maven;
      this.folder = folder;
    }

    List<Pinned> dependenciesOf(Pinned pinned) {
      return dependencies.getOrDefault(pinned, List.of());
    }

    Pinned present(Pinned pinned) {
      if (absent.contains(pinned)) {
        throw new IllegalStateException("pin another version: no repository has " + pinned);
      }
      return pinned;
    }

    void read(List<Pinned> wanted) throws Exception {
      Set<Pinned> open = new HashSet<>(wanted);
      open.removeAll(dependencies.keySet());
      while (!open.isEmpty()) {
        String log = fetch(open);
        Matcher missing = NOT_FOUND.matcher(log);
        if (missing.find()) {
          Pinned pinned =
              new Pinned(new Artifact(missing.group(1), missing.group(2)), missing.group(3));
          absent.add(pinned);
          dependencies.put(pinned, List.of());
          open.remove(pinned);
        } else if (log.contains("BUILD SUCCESS")) {
          for (Pinned pinned : open) {
            dependencies.put(pinned, parse(folder.resolve(fileName(pinned))));
          }
          return;
        } else {
          throw new IOException(log);
        }
      }
    }

    private String fetch(Set<Pinned> wanted) throws IOException, InterruptedException {
      String items =
          wanted.stream()
              .map(pinned ->
                  "<artifactItem>%s<destFileName>%s</destFileName></artifactItem>\n"
                      .formatted(pinned.element("pom"), fileName(pinned)))
              .collect(Collectors.joining());
      Files.writeString(folder.resolve("pom.xml"), POM.formatted(items));
      Process process =
          new ProcessBuilder(maven, "-B", "dependency:copy")
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .start();
      try (InputStream output = process.getInputStream()) {
        return new String(output.readAllBytes(), StandardCharsets.UTF_8);
      }
    }

    private static String fileName(Pinned pinned) {
      return pinned.toString().replace(':', '_') + ".pom.xml";
    }

    private static List<Pinned> parse(Path pom) throws Exception {
      Document document =
          DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(pom.toFile());
      return children(document.getDocumentElement(), "dependencies")
          .flatMap(list -> children(list, "dependency"))
          .filter(Poms::isNeededAtRunTime)
          .map(Poms::pinned)
          .filter(pinned -> !pinned.version().isEmpty() && !pinned.toString().contains("$"))
          .toList();
    }

    private static boolean isNeededAtRunTime(Element dependency) {
      return !text(dependency, "optional").equals("true")
          && !Set.of("test", "provided", "system").contains(text(dependency, "scope"));
    }

    private static Pinned pinned(Element dependency) {
      // of a range the lowest version counts
      String version = text(dependency, "version").replaceAll("^[\\[(]", "").split(",")[0];
      return new Pinned(
          new Artifact(text(dependency, "groupId"), text(dependency, "artifactId")), version);
    }

    private static String text(Element parent, String name) {
      return children(parent, name).map(Element::getTextContent).findFirst().orElse("").strip();
    }

    private static Stream<Element> children(Element parent, String name) {
      List<Element> found = new ArrayList<>();
      for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
        if (node instanceof Element element && element.getTagName().equals(name)) {
          found.add(element);
        }
      }
      return found.stream();
    }
  }

  private final Roots roots;
  private final Poms poms;

  Freeze(Roots roots, Poms poms) {
    this.roots = roots;
    this.poms = poms;
  }

  public static void main(String... arguments) throws Exception {
    Path folder = Path.of("releng/targetplatform");
    String maven =
        arguments.length > 0 ? arguments[0] : Path.of("mvnw").toAbsolutePath().toString();
    Poms poms = new Poms(maven, Files.createTempDirectory("freeze"));
    Map<Artifact, String> pinned =
        new Freeze(Roots.read(folder.resolve("roots.txt")), poms).pinAll();
    String list =
        pinned.entrySet().stream()
            .map(entry -> new Pinned(entry.getKey(), entry.getValue()))
            .map(each ->
                "        <dependency>" + poms.present(each).element("jar") + "</dependency>\n")
            .collect(Collectors.joining());
    Files.writeString(
        folder.resolve("platform.target"),
        Files.readString(folder.resolve("template.xml"))
            .replace("        <!-- the pinned artifacts -->\n", list));
    System.out.println(pinned.size() + " artifacts pinned");
  }

  /**
   * Repeats the walk until the highest versions found in one are those that the next starts with.
   */
  private Map<Artifact, String> pinAll() throws Exception {
    Map<Artifact, String> highest = Map.of();
    while (true) {
      Map<Artifact, String> next = walk(highest);
      if (next.equals(highest)) {
        roots.leaves().forEach(leaf -> next.put(leaf.artifact(), leaf.version()));
        return next;
      }
      highest = next;
    }
  }

  private Map<Artifact, String> walk(Map<Artifact, String> known) throws Exception {
    Map<Artifact, String> highest = new HashMap<>(known);
    Map<Artifact, String> reached = new TreeMap<>();
    List<Pinned> level = roots.roots();
    while (!level.isEmpty()) {
      List<Pinned> fresh = new ArrayList<>();
      for (Pinned wanted : level) {
        Pinned chosen = choose(wanted, highest);
        if (!roots.dropped().contains(chosen.artifact())
            && !chosen.version().equals(reached.put(chosen.artifact(), chosen.version()))) {
          fresh.add(chosen);
        }
      }
      poms.read(fresh);
      level = fresh.stream().flatMap(each -> poms.dependenciesOf(each).stream()).toList();
    }
    return reached;
  }

  private Pinned choose(Pinned wanted, Map<Artifact, String> highest) {
    Pinned pinned = roots.afterPins(wanted);
    if (!pinned.equals(wanted) || roots.pins().containsKey(wanted.artifact())) {
      return pinned;
    }
    String version =
        highest.merge(wanted.artifact(), wanted.version(), (a, b) -> compare(a, b) >= 0 ? a : b);
    return new Pinned(wanted.artifact(), version);
  }

  private static int compare(String a, String b) {
    return Arrays.compare(numbers(a), numbers(b));
  }

  private static int[] numbers(String version) {
    return Stream.of(version.split("[.-]"))
        .mapToInt(part -> part.matches("\\d{1,9}") ? Integer.parseInt(part) : -1)
        .toArray();
  }
}
