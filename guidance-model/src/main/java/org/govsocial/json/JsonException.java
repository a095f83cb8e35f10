package org.govsocial.json;

import java.io.IOException;
import org.govsocial.model.Problem;
import org.govsocial.spi.InputException;
import org.govsocial.spi.Location;

/**
 * JSON that cannot be read, or that is not what was expected, in plain words. It is an {@link IOException} so that one
 * clause covers it and failures of the stream; catch it first to tell the two apart.
 */
public final class JsonException extends IOException {
    private static final long serialVersionUID = 1;
    private static final int LONGEST_SHOWN = 120;

    private final transient Location where;
    private final int column;
    private final String what;
    private final String advice;

    JsonException(Location where, int column, String what, String advice) {
        super(new Problem(brief(where), what, advice).toString());
        this.where = where;
        this.column = column;
        this.what = what;
        this.advice = advice;
    }

    /**
     * Where it is.
     *
     * @return input, line from 1, JSON Pointer
     */
    public Location where() {
        return where;
    }

    /**
     * Where in its line the reader stood.
     *
     * @return from 1, in UTF-16 code units; at or shortly behind the fault
     */
    public int column() {
        return column;
    }

    /**
     * What was wrong.
     *
     * @return a sentence
     */
    public String what() {
        return what;
    }

    /**
     * The same as a problem, for reports.
     *
     * @return where, what, and what to do next
     */
    public Problem problem() {
        return new Problem(brief(where), what, advice);
    }

    /** A pointer can be as long as a stranger likes; people need its start. */
    private static String brief(Location where) {
        String pointer = where.pointer();
        return pointer.length() <= LONGEST_SHOWN
                ? where.toString()
                : new Location(where.input(), where.line(), pointer.substring(0, LONGEST_SHOWN) + "…").toString();
    }

    /**
     * The same for an input that cannot be used as a whole.
     *
     * @return the exception to throw
     */
    public InputException toInputException() {
        return new InputException(problem());
    }
}
