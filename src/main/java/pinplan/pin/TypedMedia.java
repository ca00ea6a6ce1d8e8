package pinplan.pin;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** The media of a form in their order, and what each says, by its place from 1 on. */
public final class TypedMedia {
    public final List<Long> shots = new ArrayList<>();
    final Map<Integer, String> altTexts = new HashMap<>();

    public String altText(int place) {
        return altTexts.getOrDefault(place, "");
    }

    /** What each says by itself, wherever it stands: {@code 77-1} is the first of the media 77. */
    String key(int place) {
        Long shot = shots.get(place - 1);
        return shot + "-" + Collections.frequency(shots.subList(0, place), shot);
    }

    List<String> keys() {
        return IntStream.rangeClosed(1, shots.size()).mapToObj(this::key).toList();
    }

    /** Null where it is not shown. */
    String said(String key) {
        int at = keys().indexOf(key);
        return at < 0 ? null : altText(at + 1);
    }

    /** Whether both show the same in the same order and say the same of it. */
    boolean same(TypedMedia other) {
        return shots.equals(other.shots)
                && IntStream.rangeClosed(1, Math.max(1, shots.size()))
                        .allMatch(place -> altText(place).equals(other.altText(place)));
    }

    void add(Long shot, String altText) {
        shots.add(shot);
        altTexts.put(shots.size(), altText);
    }

    void addAll(TypedMedia others) {
        shots.addAll(others.shots);
        altTexts.putAll(others.altTexts);
    }

    /** Other media, or the same in another order, with what each says. */
    void show(List<Long> others, UnaryOperator<String> said) {
        List<Long> shown = List.copyOf(others);
        shots.clear();
        shots.addAll(shown);
        if (!shown.isEmpty()) {
            altTexts.clear();
        }
        for (int place = 1; place <= shown.size(); place++) {
            altTexts.put(place, said.apply(key(place)));
        }
    }

    /** An image goes to the place of another, and those between make room. False: there is no such place. */
    boolean move(int from, int to) {
        if (!isPlace(from) || !isPlace(to)) {
            return false;
        }
        for (int at = from; at != to; at += Integer.signum(to - from)) {
            swap(at, at + Integer.signum(to - from));
        }
        return true;
    }

    /** False: there is no such place. */
    boolean remove(int place) {
        if (!move(place, shots.size())) {
            return false;
        }
        altTexts.remove(shots.size());
        shots.remove(shots.size() - 1);
        return true;
    }

    private boolean isPlace(int place) {
        return place >= 1 && place <= shots.size();
    }

    private void swap(int place, int other) {
        Collections.swap(shots, place - 1, other - 1);
        String altText = altText(place);
        altTexts.put(place, altText(other));
        altTexts.put(other, altText);
    }
}
