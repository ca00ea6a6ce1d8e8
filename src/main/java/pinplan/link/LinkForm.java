package pinplan.link;

import org.jboss.resteasy.reactive.RestForm;
import pinplan.web.Errors;
import pinplan.web.Typed;

/** The rules for links as typed. */
public class LinkForm {
    @RestForm
    public String tags = "";

    @RestForm
    public boolean replace;

    @RestForm
    public String days = "";

    @RestForm
    public String hostDays = "";

    @RestForm
    public int version;

    private Tagging tagging;
    private int readDays;

    static LinkForm of(LinkRules rules) {
        LinkForm form = new LinkForm();
        form.tags = rules.tagging().text();
        form.replace = rules.tagging().replace();
        form.days = String.valueOf(rules.spacingDays());
        form.hostDays = rules.hostDays();
        form.version = rules.version();
        return form;
    }

    void read(Errors errors) {
        tagging = Tagging.read("tags", tags, replace, errors);
        readDays = Typed.line("days", days, errors).number(0, HostRules.LONGEST);
        hostDays = hostDays == null ? "" : hostDays.replace("\r\n", "\n").strip();
        HostRules.read("hostDays", hostDays, errors);
    }

    Tagging tagging() {
        return tagging;
    }

    int days() {
        return readDays;
    }
}
