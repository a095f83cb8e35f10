package org.govsocial.mishap;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.govsocial.model.Citation;
import org.govsocial.model.Severity;
import org.govsocial.spi.Findings;
import org.govsocial.spi.PostFeatures;
import org.govsocial.spi.PostRule;
import org.govsocial.spi.RuleInfo;
import org.govsocial.spi.Trait;

/** A post that says that no more updates come. A person has to decide: the rule cannot know whether an emergency goes on. */
final class NoMoreUpdates implements PostRule {
    private static final RuleInfo INFO = RuleInfo.of(
                    "mishap/no-more-updates",
                    new Citation("mishap", "MH-PREVENT-UPDATES"),
                    "Do not stop giving updates while an emergency goes on.")
            .withMessage(
                    "emergency",
                    Severity.WARNING,
                    "“{text}” stops updates in a post about “{emergency}”. Keep them coming, or say who goes on and when the"
                            + " next comes.")
            .withMessage(
                    "stop",
                    Severity.WARNING,
                    "“{text}” tells people that updates stop. Is there an emergency in which they rely on this account?")
            .withNeeds(Trait.TERMS);

    private static final List<String> EMERGENCY = List.of(
            "flood",
            "floods",
            "flooding",
            "flooded",
            "storm",
            "cyclone",
            "tornado",
            "earthquake",
            "quake",
            "aftershock",
            "aftershocks",
            "tsunami",
            "eruption",
            "ash fall",
            "ashfall",
            "wildfire",
            "bushfire",
            "scrub fire",
            "fire",
            "landslide",
            "landslip",
            "slip",
            "slips",
            "evacuate",
            "evacuated",
            "evacuation",
            "evacuations",
            "emergency",
            "state of emergency",
            "civil defence",
            "heavy rain",
            "red warning",
            "orange warning",
            "road closed",
            "roads closed",
            "closures",
            "outage",
            "outages",
            "power cut",
            "boil water",
            "lockdown",
            "outbreak",
            "stay safe",
            "take care out there");

    private static final List<String> STOP = stop();

    private static final TermLists TERMS = new TermLists(STOP, EMERGENCY);

    private static List<String> stop() {
        var stop = new ArrayList<String>();
        for (String none : List.of("no more", "no further", "no other", "not be any more", "not be any further")) {
            for (String what : List.of("updates", "update", "posts", "tweets", "news", "information", "messages")) {
                stop.add(none + " " + what);
            }
        }
        for (String last : List.of("last", "final", "all our", "end of")) {
            for (String when : List.of(
                    "update tonight",
                    "update for tonight",
                    "update of the night",
                    "update for the night",
                    "update of the day",
                    "update for today",
                    "update today",
                    "updates tonight",
                    "updates for tonight",
                    "updates for today",
                    "updates for the night",
                    "post tonight",
                    "post for tonight",
                    "tweet tonight",
                    "tweet for tonight")) {
                stop.add(last + " " + when);
            }
        }
        for (String we : List.of("we're", "we are", "i'm", "now", "team is", "desk is")) {
            stop.add(we + " signing off");
            stop.add(we + " logging off");
            stop.add(we + " going offline");
            stop.add(we + " heading home");
            stop.add(we + " heading to bed");
            stop.add(we + " off for the night");
        }
        for (String not : List.of(
                "won't be",
                "will not be",
                "not be",
                "stop",
                "stopping",
                "stopped",
                "finish",
                "finished",
                "done",
                "done with")) {
            for (String doing : List.of(
                    "updating",
                    "posting",
                    "tweeting",
                    "monitoring",
                    "monitoring this page",
                    "answering",
                    "replying",
                    "giving updates",
                    "providing updates",
                    "posting updates",
                    "updates")) {
                stop.add(not + " " + doing);
            }
        }
        for (String back : List.of(
                "back",
                "back here",
                "back online",
                "update you",
                "updates",
                "update",
                "next update",
                "more updates",
                "updates resume",
                "resume updates",
                "resume")) {
            for (String when : List.of("in the morning", "tomorrow", "tomorrow morning", "first thing tomorrow")) {
                stop.add(back + " " + when);
            }
        }
        stop.addAll(List.of(
                "that's it from us",
                "that is it from us",
                "that's all from us",
                "that is all from us",
                "that's us for",
                "that's a wrap",
                "that's it for tonight",
                "that's all for tonight",
                "that's it for the night",
                "that's all for now",
                "that's it for today",
                "that's all for today",
                "signing off for",
                "signing off now",
                "logging off for",
                "logging off now",
                "good night everyone",
                "goodnight everyone",
                "until morning",
                "until the morning",
                "until tomorrow morning",
                "office is closed now",
                "account is not monitored overnight",
                "not monitored overnight",
                "nothing more from us",
                "we're calling it a night",
                "calling it a night",
                "clocking off",
                "knocking off",
                "our shift is over",
                "shift ends"));
        return List.copyOf(new LinkedHashSet<>(stop));
    }

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public List<String> terms() {
        return TERMS.all();
    }

    @Override
    public void check(PostFeatures post, Findings out) {
        int stop = TERMS.inFirst(post);
        if (stop < 0) {
            return;
        }
        int emergency = TERMS.inSecond(post);
        Findings.Draft draft = out.review(emergency < 0 ? "stop" : "emergency")
                .at(post.start(post.termStart(stop)), post.end(post.termEnd(stop) - 1));
        if (out.wantsWords()) {
            draft.with("text", TermLists.text(post, stop));
            if (emergency >= 0) {
                draft.with("emergency", TermLists.text(post, emergency));
            }
        }
    }
}
