package org.govsocial.mishap.response;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.govsocial.mishap.Assessor;
import org.govsocial.mishap.Facts;
import org.govsocial.mishap.record.Draft;
import org.govsocial.mishap.record.LogException;
import org.govsocial.mishap.record.LogSettings;
import org.govsocial.mishap.record.Receipt;
import org.govsocial.model.Drill;
import org.govsocial.model.Pack;
import org.govsocial.spi.Catalogue;
import org.jspecify.annotations.Nullable;

/**
 * A mishap that is played through. The team works on it as on any other incident; what it learns on the way comes by
 * time. Everything is in the log, so that the log alone gives the {@link Score}. Thread-safe; several processes may work
 * on one exercise, and each inject comes once.
 */
public final class Exercise implements AutoCloseable {
    static final String DRILL = "drill";
    static final String INJECT = "inject";
    static final String ANSWERED = "inject-answered";

    /** An exercise may run at most this many times as fast as life. */
    public static final int FASTEST = 60;

    private static final String SPEED = "speed";

    private final OngoingIncident incident;
    private final Drill drill;

    private Exercise(OngoingIncident incident, Drill drill) {
        this.incident = incident;
        this.drill = drill;
    }

    /**
     * The drills that are loaded. An agency's own take the place of ours of the same id.
     *
     * @param catalogue what is loaded
     * @return by id
     */
    public static List<Drill> drills(Catalogue catalogue) {
        var drills = new java.util.TreeMap<String, Drill>();
        catalogue.packs().stream()
                .filter(p -> p.id().equals("mishap"))
                .forEach(p -> p.drills().forEach(d -> drills.put(d.id(), d)));
        for (Pack pack : catalogue.packs()) {
            if (!pack.id().equals("mishap")) {
                pack.drills().forEach(d -> drills.put(d.id(), d));
            }
        }
        return List.copyOf(drills.values());
    }

    /**
     * Starts one.
     *
     * @param folder where its log is to be; made when it is not there
     * @param drill which
     * @param assessor settles from the drill's facts what is asked of the team
     * @param speed how many times as fast as life, from 1 to {@link #FASTEST}
     * @param who who leads it
     * @param settings clock and patience
     * @return the exercise; nothing was said to the team yet
     * @throws IOException when there is an incident in the folder already, or it cannot be written
     */
    public static Exercise start(
            Path folder, Drill drill, Assessor assessor, int speed, String who, LogSettings settings)
            throws IOException {
        if (speed < 1 || speed > FASTEST) {
            throw new IllegalArgumentException("speed " + speed);
        }
        OffsetDateTime now = OffsetDateTime.now(settings.clock());
        var opening = new OngoingIncident.Opening(
                "EXERCISE: " + drill.title(),
                now,
                now,
                who,
                assessor.assess(Facts.of(drill.facts())).faster(speed));
        return new Exercise(
                OngoingIncident.open(
                        folder, opening, Map.of(DRILL, drill.id(), SPEED, Integer.toString(speed)), settings),
                drill);
    }

    /**
     * Goes on with one.
     *
     * @param folder where its log is
     * @param drill the drill whose id the log names
     * @param settings clock and patience
     * @return the exercise
     * @throws LogException when the log is not that of this drill
     * @throws IOException when it cannot be read
     */
    public static Exercise resume(Path folder, Drill drill, LogSettings settings) throws IOException {
        OngoingIncident incident = OngoingIncident.resume(folder, settings);
        try {
            if (!incident.view().drill().equals(drill.id())) {
                throw new LogException(folder + " is not an exercise of " + drill.id() + ".");
            }
            return new Exercise(incident, drill);
        } catch (IOException | RuntimeException e) {
            incident.close();
            throw e;
        }
    }

    /**
     * Where it stands.
     *
     * @return the state
     * @throws IOException when the log cannot be read
     */
    public IncidentView view() throws IOException {
        return incident.view();
    }

    /**
     * Records what the team learns by now. What came is not said again.
     *
     * @param now the moment
     * @return what is new, in order
     * @throws IOException when it was not recorded
     */
    public List<IncidentView.InjectState> deliver(OffsetDateTime now) throws IOException {
        var said = new ArrayList<String>();
        for (Drill.Inject inject : drill.injects()) {
            IncidentView view = view();
            if (view.closed() != null
                    || isSaid(view, inject)
                    || at(view, inject).isAfter(now)) {
                continue;
            }
            try {
                incident.unlessChanged(draft(view, inject), seen -> {
                    if (isSaid(seen, inject)) {
                        throw new LogException("said");
                    }
                });
                said.add(inject.id());
            } catch (LogException e) {
                if (!isSaid(view(), inject)) {
                    throw e;
                }
            }
        }
        return view().injects().stream().filter(i -> said.contains(i.id())).toList();
    }

    private Draft draft(IncidentView view, Drill.Inject inject) throws IOException {
        var fields = new LinkedHashMap<String, String>();
        fields.put("inject", inject.id());
        fields.put("from", inject.from());
        if (inject.within() != null) {
            fields.put("within", inject.within().dividedBy(speed(view)).toString());
        }
        fields.put("good", inject.good());
        fields.put("document", inject.cites().document());
        fields.put("statement", inject.cites().statement());
        return new Draft(INJECT, drill.id(), at(view, inject), inject.text(), fields);
    }

    /**
     * When the team learns something next.
     *
     * @return empty when nothing more comes
     * @throws IOException when the log cannot be read
     */
    public Optional<OffsetDateTime> next() throws IOException {
        IncidentView view = view();
        return view.closed() != null
                ? Optional.empty()
                : drill.injects().stream()
                        .filter(i -> !isSaid(view, i))
                        .map(i -> at(view, i))
                        .findFirst();
    }

    /**
     * Records the team's answer.
     *
     * @param inject the id of what is answered
     * @param who who answers
     * @param at when; null for now
     * @param text the words, or what was done
     * @return the acknowledgement
     * @throws LogException when nobody said that yet, or it was answered
     * @throws IOException when it was not recorded
     */
    public Receipt answer(String inject, String who, @Nullable OffsetDateTime at, String text) throws IOException {
        return incident.unlessChanged(new Draft(ANSWERED, who, at, text, Map.of("inject", inject)), view -> {
            IncidentView.InjectState said = view.injects().stream()
                    .filter(i -> i.id().equals(inject))
                    .findFirst()
                    .orElseThrow(() -> new LogException("Nothing called \"" + inject + "\" has come yet. So far: "
                            + String.join(
                                    ", ",
                                    view.injects().stream()
                                            .map(IncidentView.InjectState::id)
                                            .toList())
                            + ". Nothing was recorded."));
            if (said.answered() != null) {
                throw new LogException("\"" + inject + "\" was answered by " + said.by() + " at " + said.answered()
                        + " already. Nothing was recorded.");
            }
        });
    }

    private static boolean isSaid(IncidentView view, Drill.Inject inject) {
        return view.injects().stream().anyMatch(i -> i.id().equals(inject.id()));
    }

    private static OffsetDateTime at(IncidentView view, Drill.Inject inject) {
        return view.noticed().plus(inject.after().dividedBy(speed(view)));
    }

    private static int speed(IncidentView view) {
        return view.entries().stream()
                .filter(e -> e.kind().equals(OngoingIncident.INCIDENT) && e.content() != null)
                .map(e -> java.util.Objects.requireNonNull(e.content()).fields().getOrDefault(SPEED, "1"))
                .map(Integer::parseInt)
                .findFirst()
                .orElse(1);
    }

    /**
     * How long the whole of a drill takes.
     *
     * @param drill which
     * @return until the time for the last answer is over, at the speed of life
     */
    public static Duration length(Drill drill) {
        return drill.injects().stream()
                .map(i -> i.within() == null ? i.after() : i.after().plus(i.within()))
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    @Override
    public void close() throws IOException {
        incident.close();
    }
}
