package org.govsocial.accessibility;

import java.util.List;
import org.govsocial.model.Country;
import org.govsocial.model.Edit;
import org.govsocial.model.Severity;
import org.govsocial.spi.Findings;
import org.govsocial.spi.PostFeatures;
import org.govsocial.spi.PostRule;
import org.govsocial.spi.RuleInfo;
import org.govsocial.spi.Trait;

/** An official name of a place without its macrons. */
final class PlaceNameOfficial implements PostRule {
    private static final RuleInfo INFO = Accessibility.rule(
                    "place-name-official", "A11Y-NAMES-PLACES", "Use the official name of a place, with its macrons.")
            .withMessage("macron", Severity.WARNING, "The official name of the place is “{better}”.")
            .withCountries(Country.NZ)
            .withNeeds(Trait.TERMS);

    /** Official names by other spellings. */
    static final WordTable NAMES = WordTable.read("place-names.tsv");

    private static final List<String> TERMS = NAMES.words();

    /** Words after a name that make it the name of a street or of somebody's organisation, who choose its spelling. */
    private static final WordTable OWNERS = WordTable.of(
            "street",
            "st",
            "road",
            "rd",
            "avenue",
            "ave",
            "lane",
            "drive",
            "terrace",
            "crescent",
            "highway",
            "school",
            "college",
            "council",
            "club",
            "hotel",
            "motel",
            "hospital",
            "times",
            "herald",
            "airport",
            "bridge",
            "limited",
            "ltd",
            "trust",
            "rotary",
            "library",
            "museum",
            "primary",
            "intermediate",
            "high",
            "area",
            "golf",
            "rsa");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public List<String> terms() {
        return TERMS;
    }

    @Override
    public void check(PostFeatures post, Findings out) {
        String text = post.post().text();
        for (int found = 0; found < post.termCount(); found++) {
            int token = post.termStart(found);
            int last = post.termEnd(found) - 1;
            String right = NAMES.valueOf(TERMS.get(post.term(found)));
            if (post.hasCapital(token) && !Tokens.in(OWNERS, post, last + 1)) {
                Findings.Draft draft = out.fail("macron").at(post.start(token), post.end(last));
                if (out.wantsWords()) {
                    String better = Spelling.like(text.substring(post.start(token), post.end(last)), right);
                    draft.with("better", better).suggest(Edit.text(post.start(token), post.end(last), better));
                }
            }
        }
    }
}
