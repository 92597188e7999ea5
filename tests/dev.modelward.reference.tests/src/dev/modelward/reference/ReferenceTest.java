// SPDX-License-Identifier: EPL-2.0
package dev.modelward.reference;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;

/** A class of tests that need the reference data and add to the report. */
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@EnabledIf(value = "dev.modelward.reference.Shared#isThere", disabledReason = Shared.ABSENT)
@ExtendWith(Reporting.class)
@interface ReferenceTest {}
