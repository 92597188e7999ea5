// SPDX-License-Identifier: EPL-2.0
package dev.modelward.cli.demo;

import dev.modelward.cli.keys.NewFile;
import dev.modelward.cli.work.Version;
import dev.modelward.learn.card.DataCard;
import dev.modelward.learn.data.Dataset;
import dev.modelward.learn.evaluate.Evaluation;
import dev.modelward.learn.evaluate.EvaluationSettings;
import dev.modelward.learn.lesson.Lesson;
import dev.modelward.learn.progress.Progress;
import dev.modelward.learn.recipe.RecipeCard;
import dev.modelward.learn.recipe.Start;
import dev.modelward.learn.train.Trainer;
import dev.modelward.protect.build.Draft;
import dev.modelward.protect.build.Drafter;
import dev.modelward.protect.build.Granting;
import dev.modelward.protect.build.Sealing;
import dev.modelward.protect.build.ViewMeter;
import dev.modelward.protect.keys.KeyRing;
import dev.modelward.protect.keys.Protector;
import dev.modelward.protect.keys.SigningKey;
import dev.modelward.protect.plan.text.PlanFile;
import dev.modelward.protect.provenance.AttestingKey;
import dev.modelward.protect.seal.Sealer;
import dev.modelward.runtime.artifact.Artifact;
import dev.modelward.runtime.artifact.TierKey;
import dev.modelward.runtime.artifact.TierView;
import dev.modelward.runtime.artifact.Workers;
import dev.modelward.runtime.grant.Grant;
import dev.modelward.runtime.grant.Subject;
import dev.modelward.runtime.grant.Term;
import dev.modelward.runtime.grant.Terms;
import dev.modelward.runtime.wrap.Identity;
import dev.modelward.runtime.wrap.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A folder in which a vendor's and a customer's work is done, one step after the other. */
record Studio(Path folder, int threads) {
  /** Puts the texts into the folder that a vendor would write: data cards, recipe and plan. */
  void write() throws IOException {
    Files.createDirectories(folder);
    for (String name : List.of("glyphs.data", "glyphs-test.data", "glyphs.recipe", "glyphs.ward")) {
      try (InputStream text = Studio.class.getResourceAsStream(name)) {
        Files.write(folder.resolve(name), text.readAllBytes());
      }
    }
  }

  /** Trains the model. */
  void train(Progress progress) throws Exception {
    RecipeCard card = RecipeCard.read(folder.resolve("glyphs.recipe"));
    if (!(card.start() instanceof Start.Described described)) {
      throw new IllegalStateException("the recipe describes no network");
    }
    Lesson lesson = Lesson.of(described.model(), data("glyphs.data"), card.recipe());
    Trainer.on(threads).train(lesson, progress).model().write(folder.resolve("glyphs.onnx"));
  }

  private Dataset data(String name) throws Exception {
    return DataCard.read(folder.resolve(name)).dataset();
  }

  /** Seals the model as the plan says, and grants each tier above the public one to somebody. */
  Artifact seal(Progress progress) throws Exception {
    PlanFile plan = PlanFile.read(folder.resolve("glyphs.ward"));
    Drafter drafter = new Drafter(threads, "modelward " + Version.ofBundle());
    Draft draft = drafter.draft(plan, progress.part("plan", 0.9));
    Protector protector = Protector.KeyFile.create(folder.resolve("vendor.key"));
    try (KeyRing ring = KeyRing.create(folder.resolve("vendor.keys"), protector);
        SigningKey signer = ring.signer(ring.newSigner().id());
        AttestingKey attestor = AttestingKey.of(ring)) {
      Artifact sealed =
          new Sealing(ring, new Sealer(signer, attestor, new Workers(threads)))
              .seal(draft, folder.resolve("glyphs.protected"), progress.part("seal", 0.1));
      Files.writeString(folder.resolve("vendor.pub"), signer.key() + "\n");
      grant(sealed, new Granting(ring, signer));
      return sealed;
    }
  }

  private void grant(Artifact artifact, Granting granting) throws Exception {
    for (int tier = 1; tier <= artifact.manifest().highest(); tier++) {
      String name = artifact.manifest().tiers().get(tier).name();
      Terms terms = Terms.of(Subject.of(artifact, tier), name + " customer", Term.ALWAYS, false);
      try (Identity identity = Identity.generate(Kind.CLASSIC)) {
        byte[] line = identity.line();
        NewFile.forOwner(folder.resolve(name + ".identity")).write(line);
        Arrays.fill(line, (byte) 0);
        Grant grant = granting.grant(artifact, terms, Map.of(), identity.recipient()::wrap);
        granting.write(grant, folder.resolve(name + ".grant"));
      }
    }
  }

  /** Opens the artifact as everybody, and as each customer, and measures what they have. */
  List<Seen> open(Artifact artifact, Progress progress) throws Exception {
    ViewMeter meter =
        new ViewMeter(artifact, data("glyphs-test.data"), EvaluationSettings.cpu(threads));
    List<TierView> tiers = artifact.manifest().tiers();
    List<Seen> seen = new ArrayList<>();
    double share = 1.0 / tiers.size();
    Evaluation open = meter.ofPublic(progress.part(tiers.getFirst().name(), share));
    seen.add(seen(tiers.getFirst(), "no grant", open));
    for (TierView tier : tiers.subList(1, tiers.size())) {
      String file = tier.name() + ".grant";
      Grant grant = Grant.read(Files.readAllBytes(folder.resolve(file)), artifact.vendor());
      byte[] line = Files.readAllBytes(folder.resolve(tier.name() + ".identity"));
      try (Identity identity = Identity.read(line);
          TierKey key = grant.open(artifact, identity, Map.of(), Instant.now())) {
        seen.add(seen(tier, file, meter.of(key, progress.part(tier.name(), share))));
      } finally {
        Arrays.fill(line, (byte) 0);
      }
    }
    return seen;
  }

  private static Seen seen(TierView tier, String grant, Evaluation evaluation) {
    return new Seen(tier.name(), grant, evaluation.figures().getFirst(), tier.sealed());
  }
}
