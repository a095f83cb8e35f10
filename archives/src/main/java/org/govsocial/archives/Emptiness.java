package org.govsocial.archives;

import org.govsocial.spi.InputException;

/** An input without anything in it, which must never pass for one without faults. */
final class Emptiness {
    private Emptiness() {}

    static InputException of(String name) {
        return new InputException(
                name, "There is nothing in it, so nothing was checked.", "Check that it is the right file.");
    }
}
