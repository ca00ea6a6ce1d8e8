package pinplan.guest;

import jakarta.ws.rs.BeanParam;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jboss.resteasy.reactive.RestForm;
import pinplan.pin.Pointer;
import pinplan.pin.Unsaved;
import pinplan.review.Comment;
import pinplan.web.Errors;
import pinplan.web.Paging;
import pinplan.web.Typed;

/** What a guest typed in one of their forms, kept when it is refused: about one pin, or about those that they ticked. */
public class GuestForm {
    static final String APPROVE = "approve";
    static final String CHANGE = "change";
    static final String COMMENT = "comment";

    /** Many pins at once. */
    static final String SEVERAL = "several";

    @RestForm
    public String name;

    /** Of the list in which the pin stood. */
    @RestForm
    public Integer page;

    /** What they looked at. */
    @RestForm
    public String seen;

    /** The ticked ones, each as 12:what they looked at. */
    @RestForm
    public List<String> pin;

    @RestForm
    public String note;

    @BeanParam
    public Pointer.Typed pointer;

    @RestForm
    public String comment;

    /** What it answers; null to begin one. */
    @RestForm
    public Long thread;

    private String which = "";

    /** In the form for this. */
    GuestForm in(String form) {
        which = form.equals(COMMENT) && thread != null ? Comment.answerField(thread) : form;
        return this;
    }

    String which() {
        return which;
    }

    boolean speaks() {
        return !which.equals(APPROVE) && !which.equals(CHANGE);
    }

    /** The field beside which a refusal stands; one that is about no field stands where the form does. */
    String field(String refused) {
        return switch (which) {
            case APPROVE -> "decision";
            case CHANGE -> refused.equals("note") ? "note" : "decision";
            default -> which;
        };
    }

    List<String> ticked() {
        return pin == null ? List.of() : pin.stream().distinct().toList();
    }

    String name() {
        return line(name);
    }

    String seen() {
        return Objects.toString(seen, "");
    }

    String note() {
        return text(note);
    }

    String comment() {
        return text(comment);
    }

    /** Who was not asked for their name yet is asked with whatever they send. */
    Errors checked(Visit visit) {
        Errors errors = new Errors();
        if (!visit.named()) {
            Typed.line("name", name(), errors)
                    .required("Type your name. You are asked only once.")
                    .atMost(100);
        }
        return errors;
    }

    /** Where it was typed, behind the link's own address. */
    String back() {
        String list = Paging.asked(page) > 1 ? "page=" + Paging.asked(page) : "";
        String talk = thread == null ? "" : "comment=" + thread;
        return list.isEmpty() && talk.isEmpty()
                ? ""
                : "?" + list + (list.isEmpty() || talk.isEmpty() ? "" : "&") + talk;
    }

    /** For where no form takes it any more; null: nothing was typed. */
    Unsaved unsaved(boolean named) {
        List<Unsaved.Line> lines = new ArrayList<>();
        add(lines, "name", "Your name", named ? "" : name());
        if (which.equals(CHANGE)) {
            add(lines, "about", "It is about", pointer == null ? "" : line(pointer.about));
            add(lines, "note", "What should change", note());
        }
        add(lines, "comment", thread == null ? "Comment" : "Answer", comment());
        return lines.isEmpty() ? null : new Unsaved(lines);
    }

    private static void add(List<Unsaved.Line> lines, String key, String label, String told) {
        if (!told.isEmpty()) {
            lines.add(new Unsaved.Line(key, label, told));
        }
    }

    private static String line(String typed) {
        return Objects.toString(typed, "").replace("\0", "").strip();
    }

    private static String text(String typed) {
        return line(typed).replace("\r\n", "\n");
    }
}
