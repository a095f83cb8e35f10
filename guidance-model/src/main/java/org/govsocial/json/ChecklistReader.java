package org.govsocial.json;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.govsocial.model.Checklist;
import org.govsocial.model.Citation;

/** Reads the checklists of a pack. */
final class ChecklistReader {
    private final PackReader pack;
    private final JsonInput in;
    private final Set<String> lists = new HashSet<>();
    private final Set<String> items = new HashSet<>();

    ChecklistReader(PackReader pack, JsonInput in) {
        this.pack = pack;
        this.in = in;
    }

    Checklist read() throws IOException {
        var c = new Object() {
            String id = "";
            String title = "";
            String use = "";
            List<Checklist.Item> items = List.of();
        };
        pack.members("a checklist", List.of("id", "title", "use", "items"), List.of(), key -> {
            switch (key) {
                case "id" -> c.id = unique(pack.kebab("a checklist's id"), lists);
                case "title" -> c.title = pack.text();
                case "use" -> c.use = pack.text();
                default -> c.items = pack.list(this::item);
            }
        });
        return new Checklist(c.id, c.title, c.use, c.items);
    }

    private Checklist.Item item() throws IOException {
        var i = new Object() {
            String id = "";
            Checklist.Phase phase = Checklist.Phase.RUNNING;
            String text = "";
            String owner = "";
            List<Citation> cites = List.of();
        };
        pack.members("an item", List.of("id", "phase", "text", "owner", "cites"), List.of(), key -> {
            switch (key) {
                case "id" -> i.id = unique(pack.kebab("an item's id"), items);
                case "phase" -> i.phase = pack.oneOf(Checklist.Phase.class);
                case "text" -> i.text = pack.text();
                case "owner" -> i.owner = pack.kebab("a role");
                default -> i.cites = cites();
            }
        });
        return new Checklist.Item(i.id, i.phase, i.text, i.owner, i.cites);
    }

    private List<Citation> cites() throws IOException {
        List<Citation> cites = pack.list(pack::citation);
        if (cites.isEmpty()) {
            throw in.error("An item cites nothing.", "Name the statement that asks for it.");
        }
        return cites;
    }

    private String unique(String id, Set<String> ids) throws IOException {
        if (!ids.add(id)) {
            throw in.error("\"" + id + "\" stands here twice.", "Give each its own id.");
        }
        return id;
    }
}
