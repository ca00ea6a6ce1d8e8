package pinplan.campaign;

import io.quarkus.hibernate.orm.panache.PanacheEntity;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jboss.resteasy.reactive.RestForm;
import pinplan.link.Address;
import pinplan.link.Tagging;
import pinplan.team.Member;
import pinplan.team.Membership;
import pinplan.web.Errors;
import pinplan.web.Typed;

/** What was typed about a campaign, and what is wrong with it. */
public class CampaignForm {
    static final int NAME = 100;
    static final int GOAL = 200;
    static final int BRIEF = 5000;
    private static final int MOST_PINS = 10_000;

    @RestForm
    public String name = "";

    @RestForm
    public String goal = "";

    @RestForm
    public String brief = "";

    @RestForm
    public String startsOn = "";

    @RestForm
    public String endsOn = "";

    @RestForm
    public String owner = "";

    @RestForm
    public String colour = Colour.BERRY.name();

    @RestForm
    public String target = "";

    /** Whether its links have tags of their own. */
    @RestForm
    public boolean ownTags;

    @RestForm
    public String tags = "";

    @RestForm
    public boolean replaceTags;

    /** What its new drafts begin with. */
    @RestForm
    public String startBoard = "";

    @RestForm
    public String startLink = "";

    @RestForm
    public String startTemplate = "";

    /** The version that this form began with. */
    @RestForm
    public String version = "";

    public final Errors errors = new Errors();

    static CampaignForm of(Campaign campaign) {
        CampaignForm form = new CampaignForm();
        form.name = campaign.name;
        form.goal = campaign.goal;
        form.brief = campaign.brief;
        form.startsOn = Objects.toString(campaign.startsOn, "");
        form.endsOn = Objects.toString(campaign.endsOn, "");
        form.owner = campaign.owner == null ? "" : campaign.owner.id.toString();
        form.colour = campaign.colour.name();
        form.target = Objects.toString(campaign.target, "");
        form.ownTags = campaign.ownTags;
        form.tags = campaign.tagging.text();
        form.replaceTags = campaign.tagging.replace();
        form.startBoard = chosen(campaign.start.board());
        form.startLink = campaign.start.link();
        form.startTemplate = chosen(campaign.start.template());
        form.version = String.valueOf(campaign.version);
        return form;
    }

    /** Checks all of it; what comes back is whole only while there are no errors. */
    CampaignFields read(Offered offered) {
        name = Typed.line("name", line(name), errors)
                .required("Give it a name.")
                .atMost(NAME)
                .text();
        goal = Typed.line("goal", line(goal), errors).plain().atMost(GOAL).text();
        brief = Typed.lines("brief", brief, errors).stripped().atMost(BRIEF).text();
        startsOn = text(startsOn);
        endsOn = text(endsOn);
        owner = text(owner);
        colour = text(colour);
        target = text(target);
        version = text(version);
        LocalDate starts = TypedDay.read("startsOn", startsOn, errors);
        LocalDate ends = TypedDay.read("endsOn", endsOn, errors);
        if (starts != null && ends != null && ends.isBefore(starts)) {
            errors.add("endsOn", "It ends before it starts.");
        }
        return new CampaignFields(
                name,
                goal,
                brief,
                starts,
                ends,
                member(offered.members()),
                colour(),
                number(),
                tagging(),
                start(offered));
    }

    /** Null: the workspace's. Nothing that was typed is lost where the box beside it was forgotten. */
    private Tagging tagging() {
        tags = text(tags).replace("\r\n", "\n");
        if (!ownTags && !tags.isEmpty()) {
            errors.add("tags", "Tick the box above to use these, or take them away.");
        }
        return ownTags ? Tagging.read("tags", tags, replaceTags, errors) : null;
    }

    private Start start(Offered offered) {
        startBoard = text(startBoard);
        startLink = Typed.line("startLink", startLink, errors)
                .atMost(Address.LONGEST)
                .text();
        startTemplate = text(startTemplate);
        if (!startLink.isEmpty()) {
            Address.check("startLink", startLink, errors);
        }
        return Start.with(
                chosen("startBoard", startBoard, offered.boards(), "This board"),
                startLink,
                chosen("startTemplate", startTemplate, offered.templates(), "This template"));
    }

    private <T extends PanacheEntity> T chosen(String field, String id, List<T> offered, String what) {
        if (id.isEmpty()) {
            return null;
        }
        return offered.stream()
                .filter(one -> one.id.toString().equals(id))
                .findFirst()
                .orElseGet(() -> {
                    errors.add(field, what + " is not there any more. Choose another.");
                    return null;
                });
    }

    private static String chosen(PanacheEntity one) {
        return one == null ? "" : one.id.toString();
    }

    public boolean beginsOn(Long board) {
        return board.toString().equals(startBoard);
    }

    public boolean beginsWith(Long template) {
        return template.toString().equals(startTemplate);
    }

    public boolean ownedBy(Long member) {
        return member.toString().equals(owner);
    }

    String tagsTold() {
        return ownTags ? Tagging.told(tags, replaceTags) : "as in the workspace";
    }

    private Member member(List<Membership> members) {
        if (owner.isEmpty()) {
            return null;
        }
        return members.stream()
                .map(membership -> membership.member)
                .filter(member -> member.id.toString().equals(owner))
                .findFirst()
                .orElseGet(() -> {
                    errors.add("owner", "Choose a member of this workspace.");
                    return null;
                });
    }

    private Colour colour() {
        return Arrays.stream(Colour.values())
                .filter(one -> one.name().equals(colour))
                .findFirst()
                .orElseGet(() -> {
                    errors.add("colour", "Choose one of these colours.");
                    return null;
                });
    }

    private Integer number() {
        if (target.isEmpty()) {
            return null;
        }
        if (target.matches("[0-9]{1,5}")) {
            int number = Integer.parseInt(target);
            if (number >= 1 && number <= MOST_PINS) {
                return number;
            }
        }
        errors.add("target", "A number from 1 to 10000, or nothing.");
        return null;
    }

    private static String line(String typed) {
        return text(typed).replaceAll("\\s+", " ");
    }

    private static String text(String typed) {
        return typed == null ? "" : typed.strip();
    }
}
