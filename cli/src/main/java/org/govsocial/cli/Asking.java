package org.govsocial.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Asks questions of a person at the terminal. Questions go to the messages, so that results can be piped on. */
final class Asking {
    private final Terminal terminal;
    private final BufferedReader in;

    Asking(Terminal terminal) {
        this.terminal = terminal;
        this.in = new BufferedReader(new InputStreamReader(terminal.in(), StandardCharsets.UTF_8));
    }

    /** Whether somebody can answer: a person at the screen, or a pipe with something in it. */
    boolean isAnswered() throws IOException {
        if (terminal.inputIsScreen()) {
            return true;
        }
        in.mark(1);
        boolean answered = in.read() >= 0;
        in.reset();
        return answered;
    }

    /** A line in the person's own words; empty when there is none. */
    String text(String question) throws IOException {
        terminal.say("");
        terminal.say(question);
        String line = in.readLine();
        return line == null ? "" : line.strip();
    }

    /** The positions of the chosen answers; empty for "not known". */
    List<Integer> choose(String question, List<String> answers, boolean several) throws IOException {
        terminal.say("");
        terminal.say(question);
        for (int i = 0; i < answers.size(); i++) {
            terminal.say("  " + (i + 1) + "  " + answers.get(i));
        }
        String how = several ? "Numbers, with commas between them" : "A number";
        while (true) {
            terminal.say(how + ", or Enter when you do not know:");
            String line = in.readLine();
            if (line == null || line.isBlank()) {
                return List.of();
            }
            List<Integer> chosen = numbers(line, answers.size());
            if (!chosen.isEmpty() && (several || chosen.size() == 1)) {
                return chosen;
            }
            terminal.say("\"" + line.strip() + "\" is none of 1 to " + answers.size() + ".");
        }
    }

    private static List<Integer> numbers(String line, int most) {
        var chosen = new ArrayList<Integer>();
        for (String part : line.strip().split("[,\\s]+", -1)) {
            try {
                int number = Integer.parseInt(part);
                if (number < 1 || number > most) {
                    return List.of();
                }
                chosen.add(number - 1);
            } catch (NumberFormatException e) {
                return List.of();
            }
        }
        return chosen;
    }
}
