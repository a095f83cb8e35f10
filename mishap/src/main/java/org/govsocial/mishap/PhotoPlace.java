package org.govsocial.mishap;

import java.util.List;
import org.govsocial.model.Citation;
import org.govsocial.model.Media;
import org.govsocial.model.Place;
import org.govsocial.model.Seen;
import org.govsocial.model.Severity;
import org.govsocial.spi.Findings;
import org.govsocial.spi.PostFeatures;
import org.govsocial.spi.PostRule;
import org.govsocial.spi.RuleInfo;
import org.govsocial.spi.Trait;

/** A picture whose metadata says where it was taken. A person has to decide: the place may be meant to be known. */
final class PhotoPlace implements PostRule {
    private static final RuleInfo INFO = RuleInfo.of(
                    "mishap/photo-place",
                    new Citation("mishap", "MH-PREVENT-PLACE"),
                    "Do not give away where a picture was taken.")
            .withMessage(
                    "place",
                    Severity.WARNING,
                    "The camera wrote into this picture where it was taken. May everybody know?")
            .withNeeds(Trait.MEDIA_SEEN);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public boolean applies(PostFeatures features) {
        List<Media> media = features.post().media();
        for (int i = 0; i < media.size(); i++) {
            if (media.get(i).seen().location() instanceof Seen.Known<Boolean>) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void check(PostFeatures features, Findings out) {
        List<Media> media = features.post().media();
        for (int i = 0; i < media.size(); i++) {
            if (media.get(i).seen().location() instanceof Seen.Known<Boolean> known && known.value()) {
                out.review("place").at(Place.media(i));
            }
        }
    }
}
