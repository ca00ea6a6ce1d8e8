package pinplan.review;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import pinplan.team.Member;
import pinplan.team.Membership;
import pinplan.team.Workspace;

/**
 * Members who are named in a text: an @, and then their name as the team page has it, in upper or lower case; the first name alone where one member only has it. The longest name
 * that fits is meant. Where two members have one name, both are: rather one too many hears of it than not the one who is asked.
 */
public final class Mentions {
    private static final char AT = '@';
    private static final Pattern CALLED = Pattern.compile("(?<![\\p{L}\\p{N}])@\\p{L}[\\p{L}\\p{N}'-]*");

    private Mentions() {}

    /** @param name whether it is somebody's, with its @ */
    public record Part(String text, boolean name) {}

    /**
     * Brings those who are mentioned up to date with a text: only who still has a place in the workspace can be.
     *
     * @return the new ones
     */
    static Set<Long> follow(String text, Workspace workspace, Set<Member> mentioned) {
        Set<Long> before = ids(mentioned);
        Set<Member> named = text.indexOf(AT) < 0 ? Set.of() : in(text, members(workspace));
        Set<Long> now = ids(named);
        mentioned.removeIf(member -> !now.contains(member.id));
        named.stream().filter(member -> !before.contains(member.id)).forEach(mentioned::add);
        now.removeAll(before);
        return now;
    }

    private static List<Member> members(Workspace workspace) {
        return Membership.of(workspace).stream().map(place -> place.member).toList();
    }

    private static Set<Long> ids(Set<Member> members) {
        return members.stream().map(member -> member.id).collect(Collectors.toCollection(HashSet::new));
    }

    static Set<Member> in(String text, Collection<Member> members) {
        Map<String, Set<Member>> called = called(members);
        Set<Member> named = new HashSet<>();
        for (Part part : parts(text, called.keySet())) {
            if (part.name()) {
                named.addAll(called.get(part.text().substring(1)));
            }
        }
        return named;
    }

    /** Who is meant by what: by a whole name all who have it, by a first name whoever alone has it. */
    private static Map<String, Set<Member>> called(Collection<Member> members) {
        Map<String, Set<Member>> whole = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        Map<String, Set<Member>> first = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (Member member : members) {
            whole.computeIfAbsent(member.name, name -> new HashSet<>()).add(member);
            first.computeIfAbsent(member.name.split(" ", 2)[0], name -> new HashSet<>())
                    .add(member);
        }
        first.forEach((name, those) -> {
            if (those.size() == 1) {
                whole.putIfAbsent(name, those);
            }
        });
        return whole;
    }

    /** The first word after an @ by which nobody is meant, with it; empty where there is none. */
    static String nobody(String text, Workspace workspace) {
        if (text.indexOf(AT) < 0) {
            return "";
        }
        return parts(text, members(workspace)).stream()
                .filter(part -> !part.name())
                .flatMap(part -> CALLED.matcher(part.text()).results())
                .map(MatchResult::group)
                .findFirst()
                .orElse("");
    }

    static List<Part> parts(String text, Collection<Member> members) {
        return parts(text, called(members).keySet());
    }

    private static List<Part> parts(String text, Set<String> called) {
        List<String> names = called.stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
        List<Part> parts = new ArrayList<>();
        int plain = 0;
        for (int at = text.indexOf(AT); at >= 0; at = text.indexOf(AT, at + 1)) {
            int end = end(text, at, names);
            if (end > at) {
                add(parts, text.substring(plain, at), false);
                add(parts, text.substring(at, end), true);
                plain = end;
                at = end - 1;
            }
        }
        add(parts, text.substring(plain), false);
        return parts;
    }

    /** Where the name ends that begins after this @; the @ itself where none does, as in an address. */
    private static int end(String text, int at, List<String> longestFirst) {
        if (at > 0 && Character.isLetterOrDigit(text.charAt(at - 1))) {
            return at;
        }
        for (String name : longestFirst) {
            int end = at + 1 + name.length();
            if (text.regionMatches(true, at + 1, name, 0, name.length())
                    && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)))) {
                return end;
            }
        }
        return at;
    }

    private static void add(List<Part> parts, String text, boolean name) {
        if (!text.isEmpty()) {
            parts.add(new Part(text, name));
        }
    }
}
