/**
 * What people and programs do with guidance that is loaded: look an entry up ({@link org.govsocial.catalogue.Entries}),
 * search ({@link org.govsocial.catalogue.GuidanceSearch}), see what is checked ({@link
 * org.govsocial.catalogue.Coverage}), compare packs ({@link org.govsocial.catalogue.PackDiff}), and export ({@link
 * org.govsocial.catalogue.CatalogueExport}, {@link org.govsocial.catalogue.OscalProfile}).
 *
 * <p>Everything here is immutable and safe to share between threads, unless it says otherwise.
 */
@NullMarked
package org.govsocial.catalogue;

import org.jspecify.annotations.NullMarked;
