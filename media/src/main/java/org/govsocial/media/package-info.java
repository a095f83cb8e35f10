/** Probes of media files: captions, pictures, animations, videos. */
@NullMarked
package org.govsocial.media;

import org.jspecify.annotations.NullMarked;
