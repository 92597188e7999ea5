// SPDX-License-Identifier: EPL-2.0
package dev.modelward.cli.importance;

import dev.modelward.protect.curve.Curve;

/** The curve of a map. */
record MeasuredCurve(GivenMap given, Curve curve) {}
