// SPDX-License-Identifier: EPL-2.0
package dev.modelward.runtime.artifact;

/** How the files of an artifact are called. */
public final class Names {
  /** The public model. */
  public static final String MODEL = "model.onnx";

  /** The data of the public model's tensors. */
  public static final String DATA = "model.onnx.data";

  /** The sealed rings. */
  public static final String RINGS = "rings.sealed";

  /** The signed manifest. */
  public static final String MANIFEST = "manifest.json";

  /** The digests in the form of the OpenSSF. */
  public static final String SIGNATURE = "model.sig";

  /** What ends the name of an artifact's folder. */
  public static final String FOLDER = ".protected";

  /** What ends the name of a folder that waits to be replaced. */
  public static final String OLD = ".old";

  private Names() {}
}
