// SPDX-License-Identifier: EPL-2.0
package dev.modelward.reference;

import dev.modelward.learn.data.Dataset;
import dev.modelward.learn.records.CifarForm;
import dev.modelward.learn.records.Origin;
import dev.modelward.learn.transform.Transform;
import java.util.List;

/** The data sets of the reference data, as the models beside them want their inputs. */
final class DataSets {
  private DataSets() {}

  /** Fashion-MNIST: {@code train} or {@code t10k}. */
  static Dataset fashion(String part) {
    String prefix = "fashion-mnist/" + part;
    return Dataset.of(
            new Origin.Idx(
                Shared.file(prefix + "-images-idx3-ubyte.gz"),
                Shared.file(prefix + "-labels-idx1-ubyte.gz")))
        .ofClasses(10)
        .with(new Transform.Scale(255));
  }

  /** Records of CIFAR-10: {@code train-8068} or {@code test-1017}, with pixels from 0 to 1. */
  static Dataset cifar(String part) {
    return Dataset.of(
            new Origin.Cifar(
                List.of(Shared.file("cifar10/cifar10-" + part + ".bin")), CifarForm.TEN))
        .ofClasses(10)
        .with(new Transform.Scale(255));
  }

  /** The records that the VGG19 models are judged by. */
  static Dataset vgg19() {
    return cifar("test-1017")
        .with(
            new Transform.Normalize(
                List.of(0.4914, 0.4822, 0.4465), List.of(0.2470, 0.2435, 0.2616)));
  }

  /** The records that ResNet-20 is judged by. */
  static Dataset resnet20() {
    return cifar("test-1017")
        .with(new Transform.Normalize(List.of(0.485, 0.456, 0.406), List.of(0.229, 0.224, 0.225)));
  }

  /** A folder of grey images with noise of sigma 25. */
  static Dataset noisy(String folder) {
    return noisy(folder, 25, 0);
  }

  /** A folder of grey images with noise of a sigma, drawn from a seed. */
  static Dataset noisy(String folder, int sigma, long seed) {
    return Dataset.of(new Origin.Folder(Shared.file("images/" + folder)))
        .with(new Transform.Grey())
        .with(new Transform.Scale(255))
        .with(new Transform.GaussianNoise(sigma / 255.0, seed));
  }
}
