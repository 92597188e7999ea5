// SPDX-License-Identifier: EPL-2.0
package dev.modelward.onnx.tensor;

import dev.modelward.onnx.bytes.Bytes;
import dev.modelward.onnx.bytes.OnnxFormatException;
import dev.modelward.onnx.bytes.Trail;
import dev.modelward.onnx.wire.Packed;
import dev.modelward.onnx.wire.Span;
import dev.modelward.onnx.wire.WireReader;
import java.util.ArrayList;
import java.util.List;

/** What a tensor message says of itself without its elements, and where these stand. */
record TensorStructure(
    String name,
    ElementType type,
    List<Long> dims,
    long elements,
    Storage storage,
    List<DataField> data,
    List<Span> names) {

  /** A field that holds elements, or says where they lie. */
  record DataField(int number, Span span) {}

  TensorStructure {
    dims = List.copyOf(dims);
    data = List.copyOf(data);
    names = List.copyOf(names);
  }

  static TensorStructure read(Bytes message, Trail trail) throws OnnxFormatException {
    Reading reading = new Reading(new WireReader(message, trail));
    while (reading.reader.next()) {
      reading.field();
    }
    return reading.structure();
  }

  /** One pass over the fields. */
  private static final class Reading {
    private final WireReader reader;
    private final List<Long> dims = new ArrayList<>();
    private final List<DataField> data = new ArrayList<>();
    private final List<Span> names = new ArrayList<>();
    private final ExternalEntries external = new ExternalEntries();
    private String name = "";
    private long code;
    private boolean isExternal;
    private boolean isRaw;
    private Bytes raw = Bytes.EMPTY;

    Reading(WireReader reader) {
      this.reader = reader;
    }

    void field() throws OnnxFormatException {
      int field = reader.field();
      switch (field) {
        case TensorFields.DIMS -> Packed.integers(reader, dims::add);
        case TensorFields.DATA_TYPE -> code = reader.integer();
        case TensorFields.NAME -> {
          name = reader.name();
          names.add(reader.span());
        }
        case TensorFields.RAW_DATA -> {
          raw = reader.bytes();
          isRaw = true;
        }
        case TensorFields.DATA_LOCATION -> isExternal = reader.integer() == 1;
        case TensorFields.EXTERNAL_DATA -> external.add(reader.bytes(), reader.trail());
        default -> {}
      }
      if (TensorFields.isData(field)) {
        data.add(new DataField(field, reader.span()));
      }
    }

    TensorStructure structure() throws OnnxFormatException {
      ElementType type =
          ElementType.of(code)
              .orElseThrow(() -> reader.wrong("a known element type", "data type " + code));
      long elements = elements(type);
      return new TensorStructure(name, type, dims, elements, storage(type, elements), data, names);
    }

    private long elements(ElementType type) throws OnnxFormatException {
      long product = 1;
      try {
        for (long dim : dims) {
          if (dim < 0) {
            throw reader.wrong("sizes of at least 0", dims.toString());
          }
          product = Math.multiplyExact(product, dim);
        }
        type.bytes(Math.addExact(product, product));
        return product;
      } catch (ArithmeticException e) {
        throw reader.wrong("a shape whose size can be counted", dims + " of " + type);
      }
    }

    private Storage storage(ElementType type, long elements) throws OnnxFormatException {
      if (isExternal && type == ElementType.STRING) {
        throw reader.wrong("texts inside the model file", "external data");
      }
      if (isExternal) {
        return new Storage.External(external.data(type.bytes(elements), reader));
      }
      if (isRaw && type != ElementType.STRING) {
        expect(type.bytes(elements), raw.size(), "bytes of " + type + " " + dims);
        return new Storage.Raw(raw);
      }
      long count = 0;
      WireReader again = reader.restarted();
      while (again.next()) {
        count += again.field() == TensorFields.dataOf(type) ? TypedFields.count(again, type) : 0;
      }
      expect(TypedFields.expected(type, elements), count, "elements of " + type + " " + dims);
      return new Storage.Fields();
    }

    private void expect(long expected, long found, String what) throws OnnxFormatException {
      if (expected != found) {
        throw reader.wrong(expected + " " + what, String.valueOf(found));
      }
    }
  }
}
