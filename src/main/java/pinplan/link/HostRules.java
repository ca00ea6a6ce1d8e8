package pinplan.link;

import java.util.LinkedHashMap;
import java.util.Map;
import pinplan.web.Errors;

/** How far apart pins to a host are to be, where that is another rule than the workspace's; one per line: example.org 14. */
record HostRules(Map<String, Integer> days) {
    private static final int MOST = 200;
    static final int LONGEST = 365;

    static HostRules of(String text) {
        return read("", text, new Errors());
    }

    static HostRules read(String field, String text, Errors errors) {
        Map<String, Integer> days = new LinkedHashMap<>();
        for (String line :
                text.lines().map(String::strip).filter(one -> !one.isEmpty()).toList()) {
            String[] words = line.split("\\s+");
            Canonical place = words.length == 2 && words[0].matches("[^/?#@\\x00]+")
                    ? Canonical.of("https://" + words[0] + "/")
                    : null;
            boolean number = words.length == 2 && words[1].matches("[0-9]{1,3}");
            if (place == null || !number || Integer.parseInt(words[1]) > LONGEST) {
                errors.add(
                        field,
                        "“%s”: write a domain and a number of days from 0 to %d, such as example.org 14."
                                .formatted(line, LONGEST));
            } else if (days.put(place.host(), Integer.valueOf(words[1])) != null) {
                errors.add(field, "“%s”: there is a rule for this domain already. Leave one.".formatted(line));
            }
        }
        if (days.size() > MOST) {
            errors.add(field, "At most %d domains.".formatted(MOST));
        }
        return new HostRules(days);
    }

    /** By the rule that names it, or names most of what it is a part of. */
    int of(String host, int otherwise) {
        String name = host;
        while (!days.containsKey(name) && name.contains(".")) {
            name = name.substring(name.indexOf('.') + 1);
        }
        return days.getOrDefault(name, otherwise);
    }
}
