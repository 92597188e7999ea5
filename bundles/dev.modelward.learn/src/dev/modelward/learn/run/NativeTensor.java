// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.run;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import dev.modelward.onnx.tensor.ElementType;
import dev.modelward.onnx.tensor.Tensor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.List;

/** Numbers in native memory, which ONNX Runtime reads and writes where they lie. */
public final class NativeTensor implements AutoCloseable {
  private final ElementType type;
  private final List<Long> dims;
  private final ByteBuffer memory;
  private final OnnxTensor handle;

  private NativeTensor(ElementType type, List<Long> dims, ByteBuffer memory) throws RunException {
    this.type = type;
    this.dims = List.copyOf(dims);
    this.memory = memory;
    try {
      long[] shape = dims.stream().mapToLong(Long::longValue).toArray();
      this.handle =
          OnnxTensor.createTensor(
              OrtEnvironment.getEnvironment(),
              memory.duplicate().order(memory.order()),
              shape,
              javaType(type));
    } catch (OrtException e) {
      throw new RunException("a tensor of " + type + " " + dims, e);
    }
  }

  /** Zeros. */
  public static NativeTensor zeros(ElementType type, List<Long> dims) throws RunException {
    long elements = dims.stream().reduce(1L, Math::multiplyExact);
    int size = Math.toIntExact(type.bytes(elements));
    return new NativeTensor(
        type, dims, ByteBuffer.allocateDirect(size).order(ByteOrder.nativeOrder()));
  }

  /** A copy of floats. */
  public static NativeTensor of(List<Long> dims, float... values) throws RunException {
    NativeTensor tensor = zeros(ElementType.FLOAT32, dims);
    tensor.floats().put(values);
    return tensor;
  }

  /** A copy of integers. */
  public static NativeTensor ofLongs(List<Long> dims, long... values) throws RunException {
    NativeTensor tensor = zeros(ElementType.INT64, dims);
    tensor.memory().asLongBuffer().put(values);
    return tensor;
  }

  /** A copy of a model's tensor. */
  public static NativeTensor copyOf(Tensor tensor) throws RunException, IOException {
    NativeTensor copy = zeros(tensor.type(), tensor.dims());
    ByteBuffer target = copy.memory();
    tensor.raw().pieces().forEach(target::put);
    return copy;
  }

  /** Memory that the caller keeps and may change between runs. */
  public static NativeTensor over(ElementType type, List<Long> dims, ByteBuffer direct)
      throws RunException {
    return new NativeTensor(type, dims, direct.slice().order(ByteOrder.nativeOrder()));
  }

  /** What the numbers are. */
  public ElementType type() {
    return type;
  }

  /** The size in each direction. */
  public List<Long> dims() {
    return dims;
  }

  /** The numbers' own memory. */
  public ByteBuffer memory() {
    return memory.duplicate().order(ByteOrder.nativeOrder());
  }

  /** The numbers' own memory, as floats. */
  public FloatBuffer floats() {
    return memory().asFloatBuffer();
  }

  OnnxTensor handle() {
    return handle;
  }

  @Override
  public void close() {
    handle.close();
  }

  private static OnnxJavaType javaType(ElementType type) {
    return switch (type) {
      case FLOAT32 -> OnnxJavaType.FLOAT;
      case FLOAT64 -> OnnxJavaType.DOUBLE;
      case FLOAT16 -> OnnxJavaType.FLOAT16;
      case BFLOAT16 -> OnnxJavaType.BFLOAT16;
      case INT8 -> OnnxJavaType.INT8;
      case INT16 -> OnnxJavaType.INT16;
      case INT32 -> OnnxJavaType.INT32;
      case INT64 -> OnnxJavaType.INT64;
      case UINT8 -> OnnxJavaType.UINT8;
      case BOOL -> OnnxJavaType.BOOL;
      default ->
          throw new IllegalArgumentException(
              "expected a type that ONNX Runtime exchanges with Java, found " + type);
    };
  }
}
