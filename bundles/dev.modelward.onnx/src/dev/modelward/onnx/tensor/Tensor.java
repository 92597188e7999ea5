// SPDX-License-Identifier: EPL-2.0
package dev.modelward.onnx.tensor;

import dev.modelward.onnx.bytes.Bytes;
import dev.modelward.onnx.bytes.OnnxFormatException;
import dev.modelward.onnx.bytes.Source;
import dev.modelward.onnx.bytes.Trail;
import dev.modelward.onnx.wire.Span;
import dev.modelward.onnx.wire.Splice;
import dev.modelward.onnx.wire.WireReader;
import dev.modelward.onnx.wire.WireWriter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/** A tensor of a model: its name, type and shape at once, its numbers when somebody asks. */
public final class Tensor {
  private final Bytes message;
  private final Trail trail;
  private final TensorStructure structure;

  private Tensor(Bytes message, Trail trail, TensorStructure structure) {
    this.message = message;
    this.trail = trail;
    this.structure = structure;
  }

  /** Reads the structure of a tensor message and checks that its data has the size of its shape. */
  public static Tensor read(Bytes message, Trail trail) throws OnnxFormatException {
    return new Tensor(message, trail, TensorStructure.read(message, trail));
  }

  /** A tensor that keeps its elements as raw little-endian bytes. */
  public static Tensor of(String name, ElementType type, List<Long> dims, Bytes raw) {
    WireWriter writer = new WireWriter();
    dims.forEach(dim -> writer.integer(TensorFields.DIMS, dim));
    writer.integer(TensorFields.DATA_TYPE, type.code()).text(TensorFields.NAME, name);
    return made(writer.bytes(TensorFields.RAW_DATA, raw).message(), new Source.OfMemory(name));
  }

  /** A tensor of 32-bit floats. */
  public static Tensor ofFloats(String name, List<Long> dims, float... values) {
    ByteBuffer raw = littleEndian(values.length * Float.BYTES);
    raw.asFloatBuffer().put(values);
    return of(name, ElementType.FLOAT32, dims, Bytes.wrap(raw));
  }

  /** A tensor of 64-bit integers. */
  public static Tensor ofLongs(String name, List<Long> dims, long... values) {
    ByteBuffer raw = littleEndian(values.length * Long.BYTES);
    raw.asLongBuffer().put(values);
    return of(name, ElementType.INT64, dims, Bytes.wrap(raw));
  }

  private static ByteBuffer littleEndian(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** The name; empty in an attribute. */
  public String name() {
    return structure.name();
  }

  /** What the elements are. */
  public ElementType type() {
    return structure.type();
  }

  /** The size in each direction; none for a single number. */
  public List<Long> dims() {
    return structure.dims();
  }

  /** The number of elements. */
  public long elements() {
    return structure.elements();
  }

  /** How the elements are kept. */
  public Storage storage() {
    return structure.storage();
  }

  /** The bytes that the elements take, in the model file or outside. */
  public long byteSize() throws OnnxFormatException {
    if (type() == ElementType.STRING) {
      return texts().stream().mapToLong(Bytes::size).sum();
    }
    return type().bytes(elements());
  }

  /**
   * The elements as little-endian bytes; mapped, unless they are kept in typed fields.
   *
   * @throws IllegalArgumentException for texts, which have no fixed size
   */
  public Bytes raw() throws IOException {
    if (type() == ElementType.STRING) {
      throw new IllegalArgumentException("expected elements of a fixed size, found " + this);
    }
    return switch (storage()) {
      case Storage.Raw raw -> raw.bytes();
      case Storage.External external -> external.data().map(trail, message.offsetOf(0));
      case Storage.Fields fields -> TypedFields.raw(new WireReader(message, trail), type());
    };
  }

  /**
   * The elements as numbers.
   *
   * @throws IllegalArgumentException for texts and complex numbers
   */
  public Numbers numbers() throws IOException {
    return new Numbers(type(), elements(), raw());
  }

  /** The elements of a tensor of strings, each in its own bytes. */
  public List<Bytes> texts() throws OnnxFormatException {
    return TypedFields.texts(new WireReader(message, trail));
  }

  /** This tensor with other elements of the same type and shape, kept as raw bytes. */
  public Tensor withRaw(Bytes raw) {
    if (type().bits() == 0 || raw.size() != type().bytes(elements())) {
      throw new IllegalArgumentException(
          "expected the %d bytes of %s %s, found %d"
              .formatted(type().bytes(elements()), type(), dims(), raw.size()));
    }
    Splice splice = new Splice(message);
    boolean placed = false;
    for (TensorStructure.DataField field : structure.data()) {
      if (!placed && field.number() == TensorFields.RAW_DATA) {
        splice.replace(TensorFields.RAW_DATA, field.span(), raw);
        placed = true;
      } else {
        splice.remove(field.span());
      }
    }
    if (!placed) {
      splice.append(new WireWriter().bytes(TensorFields.RAW_DATA, raw).message());
    }
    return made(splice.apply(), trail.source());
  }

  /** This tensor with its elements kept outside the model file. */
  public Tensor withExternal(ExternalBytes data) {
    Splice splice = new Splice(message);
    for (TensorStructure.DataField field : structure.data()) {
      splice.remove(field.span());
    }
    return made(splice.append(ExternalEntries.write(data)).apply(), trail.source());
  }

  /** This tensor under another name. */
  public Tensor withName(String name) {
    Splice splice = new Splice(message);
    for (Span span : structure.names()) {
      splice.remove(span);
    }
    Bytes field = new WireWriter().text(TensorFields.NAME, name).message();
    return made(splice.append(field).apply(), trail.source());
  }

  /** The message as it stands in a file. */
  public Bytes message() {
    return message;
  }

  /** Where this tensor was read. */
  public Trail trail() {
    return trail;
  }

  @Override
  public String toString() {
    return name() + " " + type() + " " + dims();
  }

  private static Tensor made(Bytes message, Source source) {
    try {
      return read(message, Trail.of(source));
    } catch (OnnxFormatException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }
}
