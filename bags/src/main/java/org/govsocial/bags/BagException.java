package org.govsocial.bags;

import java.io.IOException;

/** What was asked cannot be done with this folder or these payloads. The message is a sentence for a person. */
public final class BagException extends IOException {
    private static final long serialVersionUID = 1;

    BagException(String message) {
        super(message);
    }
}
