package pinplan.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.RestForm;
import pinplan.team.Difference;
import pinplan.team.Workspace;
import pinplan.web.Errors;
import pinplan.web.Typed;

/** What the forms of all that has a name have in common. */
public abstract class NamedForm<T extends Named> {
    static final int NAME = 100;

    @RestForm
    public String name = "";

    /** The version that this form began with; empty for a new one. */
    @RestForm
    public String version = "";

    public final Errors errors = new Errors();

    void readName() {
        name = Typed.line("name", name, errors)
                .required("Give it a name.")
                .atMost(NAME)
                .text();
    }

    /** Many lines, as they were typed. */
    String lines(String field, String raw, int most) {
        return Typed.lines(field, raw, errors).atMost(most).text();
    }

    boolean stale(int saved) {
        return !version.equals(String.valueOf(saved));
    }

    /** What it says, by the labels of its fields. */
    abstract Map<String, String> said();

    abstract void read(Workspace workspace);

    abstract T begin(Workspace workspace);

    abstract void into(T saved);

    void show(T saved) {
        name = saved.name;
        version = String.valueOf(saved.version);
    }

    List<Difference> since(T before) {
        List<Difference> all = new ArrayList<>();
        Difference.add(all, "Name", before.name, name);
        said().forEach((label, text) -> Difference.add(all, label, before.said().get(label), text));
        return all;
    }

    /** In words what is saved by now, where that is not what was typed. */
    static List<String> now(List<Difference> typed) {
        return typed.stream()
                .map(one -> "%s: it is now %s."
                        .formatted(one.field(), one.before().isEmpty() ? "empty" : "“" + one.before() + "”"))
                .toList();
    }
}
