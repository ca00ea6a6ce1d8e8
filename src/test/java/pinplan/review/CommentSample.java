package pinplan.review;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.time.Instant;
import java.time.LocalDateTime;
import pinplan.pin.Actor;
import pinplan.pin.Pin;
import pinplan.support.People;
import pinplan.support.Sample;
import pinplan.support.Things;
import pinplan.team.Role;

class CommentSample implements Sample {
    @Override
    public String path() {
        return "/pins/{id}/comments/{comment}";
    }

    @Override
    public String in(People people) {
        return QuarkusTransaction.joiningExisting().call(() -> {
            Pin pin = Things.in(people).draft(LocalDateTime.now().plusDays(30));
            Actor creator = new Actor(people.member(Role.CREATOR), Role.CREATOR);
            Comment comment = Comment.begin(pin, Audience.INTERNAL, "Is this the right board?", creator, Instant.now());
            return pin.id + "/comments/" + comment.id;
        });
    }
}
