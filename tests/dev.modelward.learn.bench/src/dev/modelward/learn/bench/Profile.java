// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.bench;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtSession;
import dev.modelward.learn.run.NativeTensor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where the time of our gradients goes, by ONNX Runtime's own account; milliseconds of a batch. */
record Profile(Map<String, Double> operators, Map<String, Double> rules) {
  private static final int RUNS = 10;
  private static final String GRADIENT = "gradient of ";
  private static final Pattern EVENT =
      Pattern.compile(
          "\"dur\" ?: ?(\\d+).*\"name\" ?: ?\"(.*?)_kernel_time\".*\"op_name\" ?: ?\"(.*?)\"");
  private static final Pattern RULE = Pattern.compile("modelward\\.gradient/(\\w+)/.*");

  static Profile of(OnnxContender contender, Path folder) throws Exception {
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    Map<String, OnnxTensor> inputs = new LinkedHashMap<>();
    for (Map.Entry<String, NativeTensor> input : contender.inputs().entrySet()) {
      long[] dims = input.getValue().dims().stream().mapToLong(Long::longValue).toArray();
      inputs.put(
          input.getKey(), OnnxTensor.createTensor(environment, input.getValue().floats(), dims));
    }
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(1);
      options.enableProfiling(folder.resolve("profile").toString());
      byte[] model = contender.model().message().toArray();
      try (OrtSession session = environment.createSession(model, options)) {
        for (int i = 0; i < RUNS; i++) {
          session.run(inputs).close();
        }
        return read(Path.of(session.endProfiling()));
      }
    }
  }

  /** The operator whose gradient takes longest. */
  String slowestRule() {
    return rules.keySet().stream().filter(rule -> rule.startsWith(GRADIENT)).findFirst().orElse("");
  }

  private static Profile read(Path file) throws Exception {
    String text = Files.readString(file);
    Files.delete(file);
    return new Profile(
        sums(text, (name, operator) -> operator), sums(text, (name, operator) -> rule(name)));
  }

  /** A node behind another rule's is named for the operator whose gradient it helps to compute. */
  private static String rule(String node) {
    Matcher matcher = RULE.matcher(node);
    return matcher.matches()
        ? GRADIENT + matcher.group(1)
        : node.startsWith("Transpose_token") ? "moved by ONNX Runtime" : "forward and loss";
  }

  private static Map<String, Double> sums(String text, BiFunction<String, String, String> key) {
    Map<String, Double> sums = new LinkedHashMap<>();
    text.lines()
        .map(EVENT::matcher)
        .filter(Matcher::find)
        .forEach(event ->
            sums.merge(
                key.apply(event.group(2), event.group(3)),
                Double.parseDouble(event.group(1)) / 1000 / RUNS,
                Double::sum));
    Map<String, Double> sorted = new LinkedHashMap<>();
    sums.entrySet().stream()
        .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
        .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
    return sorted;
  }
}
