package org.govsocial.model;

import java.time.Duration;
import java.util.List;

/**
 * The table of types of mishap against their impacts: which response, and how far it goes. Data of a pack, so that an
 * agency can put its own in place of ours.
 *
 * @param provenance where the values come from
 * @param cites the statement that says so
 * @param impacts the dimensions of impact
 * @param extents how far a response goes, from the least to the most
 * @param responses the kinds of response
 * @param cells at most one for each type and impact
 * @param branches circumstances that ask for more than the cells do
 */
public record Matrix(
        Provenance provenance,
        Citation cites,
        List<Impact> impacts,
        List<Extent> extents,
        List<Response> responses,
        List<Cell> cells,
        List<Branch> branches) {
    /** The type of cells that hold whatever the type. */
    public static final String ANY = "any";

    /** How many levels each impact has beside none: low, medium, high. */
    public static final int LEVELS = 3;

    /** Copies the lists. */
    public Matrix {
        impacts = List.copyOf(impacts);
        extents = List.copyOf(extents);
        responses = List.copyOf(responses);
        cells = List.copyOf(cells);
        branches = List.copyOf(branches);
    }

    /**
     * A dimension of impact.
     *
     * @param id kebab case
     * @param title what people call it
     */
    public record Impact(String id, String title) {}

    /**
     * How far a response goes.
     *
     * @param id kebab case
     * @param title what people call it
     * @param lead the role that leads
     * @param firstResponse within which time, from when the mishap was noticed, the first response goes out
     */
    public record Extent(String id, String title, String lead, Duration firstResponse) {}

    /**
     * A kind of response.
     *
     * @param id kebab case
     * @param title what is done
     */
    public record Response(String id, String title) {}

    /**
     * The response to one impact of one type.
     *
     * @param type id of the type, or {@link #ANY}
     * @param impact id of the impact
     * @param response id of the response
     * @param extents ids of the extent for low, medium and high; never falling
     */
    public record Cell(String type, String impact, String response, List<String> extents) {
        /** Copies the list. */
        public Cell {
            extents = List.copyOf(extents);
        }
    }

    /**
     * A circumstance that asks for more.
     *
     * @param id kebab case
     * @param title what people call it
     * @param least id of the least extent in this circumstance
     * @param cites the statement that it rests on
     */
    public record Branch(String id, String title, String least, Citation cites) {}
}
