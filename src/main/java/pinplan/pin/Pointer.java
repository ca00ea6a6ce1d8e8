package pinplan.pin;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestForm;
import pinplan.media.Media;

/** What somebody means who asks for changes or comments: a field, a picture, or a spot on it. */
@Embeddable
public class Pointer {
    /** What can be pointed at besides pictures, by label. */
    private static final List<String> FIELDS =
            List.of("Title", "Description", "Destination link", "Alt text", "Account", "Board", "Media", "Time");

    /** Only a film has one. */
    private static final String COVER = "Cover";

    /** In thousandths of a picture. */
    private static final int WHOLE = 1000;

    /** The label of a field; empty for none. */
    public String about = "";

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "picture_id")
    public Media picture;

    @Column(name = "spot_x")
    private Integer x;

    @Column(name = "spot_y")
    private Integer y;

    /** As a form says it: a label, or the id of a picture, and where on it. */
    public static class Typed {
        @RestForm
        public String about;

        @RestForm
        public String picture;

        @RestForm
        public String spotX;

        @RestForm
        public String spotY;
    }

    public static Pointer none() {
        return new Pointer();
    }

    /** What can't be meant is as good as nothing: the note says it in words. */
    public static Pointer read(Typed typed, Pin pin) {
        Pointer pointer = new Pointer();
        if (typed.about != null && fields(pin).contains(typed.about)) {
            pointer.about = typed.about;
        }
        pointer.picture = pin.shots().stream()
                .map(shot -> shot.media)
                .filter(media -> media.id.toString().equals(typed.picture))
                .findFirst()
                .orElse(null);
        Integer x = thousandths(typed.spotX);
        Integer y = thousandths(typed.spotY);
        if (pointer.picture != null && x != null && y != null) {
            pointer.x = x;
            pointer.y = y;
        }
        return pointer;
    }

    private static Integer thousandths(String typed) {
        return typed != null && typed.matches("[0-9]{1,4}") && Integer.parseInt(typed) <= WHOLE
                ? Integer.valueOf(typed)
                : null;
    }

    /** What of this one can be pointed at by name. */
    public static List<String> fields(Pin pin) {
        return pin.shots().stream().anyMatch(shot -> shot.media.video())
                ? Stream.concat(FIELDS.stream(), Stream.of(COVER)).toList()
                : FIELDS;
    }

    public boolean spot() {
        return x != null;
    }

    public boolean isAbout(String field) {
        return about.equals(field);
    }

    /** Whether it points anywhere. */
    public boolean any() {
        return !about.isEmpty() || picture != null;
    }

    /** Whether the spot is on this one. */
    public boolean on(Media shown) {
        return spot() && picture.id.equals(shown.id);
    }

    /** In thousandths of the picture, as it is typed. */
    public Integer x() {
        return x;
    }

    public Integer y() {
        return y;
    }

    /** Where the spot is, as the script says it that chooses one. */
    public String words() {
        return "The spot is %d %% from the left and %d %% from the top.".formatted(percent(x), percent(y));
    }

    private static int percent(int thousandths) {
        return (thousandths + 5) / 10;
    }

    /** Where it is on the picture, in its pixels. */
    public int left() {
        return (int) ((long) x * picture.width / WHOLE);
    }

    public int top() {
        return (int) ((long) y * picture.height / WHOLE);
    }

    /** Of a ring around it that is seen and hides little. */
    public int radius() {
        return Math.max(4, Math.min(picture.width, picture.height) / 18);
    }
}
