package pinplan.endurance;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import pinplan.endurance.Pins.Standing;
import pinplan.endurance.Posts.Post;

/** What came of some pins, by the other end's own log. */
record Figures(int pins, int published, int held, int duplicates, int lost, List<String> remarks) {
    static Figures of(Collection<Standing> pins, OtherEnd publer) {
        int published = 0;
        int held = 0;
        int duplicates = 0;
        int lost = 0;
        List<String> remarks = new ArrayList<>();
        for (Standing pin : pins) {
            List<Post> made = publer.posts().of(pin.link());
            boolean out =
                    made.stream().anyMatch(post -> post.out() && !publer.posts().deleted(post));
            if (made.size() > 1) {
                duplicates++;
                remarks.add("%s was made %d times: %s".formatted(pin, made.size(), made));
            }
            if (pin.published() && out) {
                published++;
            } else if (pin.held()) {
                held++;
                remarks.add("%s is held; at the other end: %s".formatted(pin, made));
            } else {
                lost++;
                remarks.add("%s is lost; at the other end: %s".formatted(pin, made));
            }
        }
        return new Figures(pins.size(), published, held, duplicates, lost, remarks);
    }
}
