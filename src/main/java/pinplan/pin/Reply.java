package pinplan.pin;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What whoever sent a form is told: that nothing is saved yet, or what came with what is. */
public final class Reply {
    /** Nothing is saved, since the person has to look at what others did meanwhile. */
    private boolean asks;
    /** What others changed meanwhile and what is saved with it, in a sentence; empty where that is nothing. */
    private String kept = "";

    private String left = "";
    /** Files of the form that it had already. */
    private final List<String> doubled = new ArrayList<>();

    void ask() {
        asks = true;
    }

    boolean asks() {
        return asks;
    }

    void keeps(String others) {
        kept = others;
    }

    /** Who only saves may not know that nobody is asked any more. */
    void left(PinStatus was, PinStatus now) {
        if (now == PinStatus.DRAFT && was != now) {
            left = "It was “%s” and is a draft again: submit it for review once it is ready.".formatted(was.word());
        }
    }

    /** @param name what the person calls it */
    void has(String name) {
        doubled.add(name);
    }

    /** What became of files that are in the pin already; empty where there are none. */
    public String twice() {
        return doubled.stream()
                .distinct()
                .map("“%s” is in this pin already: it is kept once."::formatted)
                .collect(Collectors.joining(" "));
    }

    /** What is said of it once it is saved. */
    String news() {
        return Stream.of(kept, left, twice()).filter(words -> !words.isEmpty()).collect(Collectors.joining(" "));
    }
}
