package pinplan.media;

import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import pinplan.support.People;
import pinplan.support.Pictures;
import pinplan.support.Sample;
import pinplan.team.Role;

final class MediaSamples {
    private MediaSamples() {}

    static class Id implements Sample {
        @Override
        public String path() {
            return "/media/{id}";
        }

        @Override
        public String in(People people) {
            return uploaded(people).id.toString();
        }
    }

    static class Thumbnail implements Sample {
        @Override
        public String path() {
            return "/media/{id}/{digest}-{width}.jpg";
        }

        @Override
        public String in(People people) {
            Media media = uploaded(people);
            return media.id + "/" + Thumbnails.digest(media) + "-" + Thumbnails.WIDTHS[0] + ".jpg";
        }
    }

    private static Media uploaded(People people) {
        try {
            Path file = Files.write(Files.createTempFile("sample", ".jpg"), Pictures.jpeg(400, 600));
            Intake intake = Arc.container().instance(Intake.class).get();
            try {
                return QuarkusTransaction.requiringNew()
                        .call(() -> intake.upload(people.workspace, people.member(Role.CREATOR), file, "sample.jpg"));
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
