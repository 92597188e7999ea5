// SPDX-License-Identifier: EPL-2.0
package dev.modelward.install;

import java.util.List;
import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.wiring.FrameworkWiring;

/** An application that prints every bundle that the framework can resolve. */
public class BundleStates implements IApplication {
  @Override
  public Object start(IApplicationContext context) {
    BundleContext bundles = FrameworkUtil.getBundle(BundleStates.class).getBundleContext();
    Bundle framework = bundles.getBundle(Constants.SYSTEM_BUNDLE_LOCATION);
    framework.adapt(FrameworkWiring.class).resolveBundles(List.of(bundles.getBundles()));
    for (Bundle bundle : bundles.getBundles()) {
      if (bundle.getState() != Bundle.INSTALLED) {
        System.out.println("resolved " + bundle.getSymbolicName());
      }
    }
    return EXIT_OK;
  }

  @Override
  public void stop() {
    // ends by itself
  }
}
