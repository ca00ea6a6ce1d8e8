package pinplan.guest;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import pinplan.campaign.Campaign;
import pinplan.pin.Pin;
import pinplan.team.Member;
import pinplan.team.Passwords;
import pinplan.team.Workspace;
import pinplan.web.Errors;
import pinplan.web.Formats;
import pinplan.web.Ids;
import pinplan.web.Typed;

/** A guest link as somebody wants it. */
public class GuestLinkForm {
    static final int LONGEST_DAYS = 365;
    private static final int SHORTEST_PASSCODE = 4;
    private static final int LONGEST_PASSCODE = 64;

    public String name = "";
    public String campaign = "";
    public List<Long> pins = List.of();
    public boolean comments = true;

    /** Only where somebody chooses so: it gives a decision out of the house. */
    public boolean approves;

    public String passcode = "";
    public String days = "30";

    /** To whom it is mailed at once; empty: to nobody. */
    public String mail = "";

    private final Workspace workspace;
    private Campaign readCampaign;
    private List<Pin> readPins = List.of();
    private Instant readExpiry;
    private Passwords passwords;

    GuestLinkForm(Workspace workspace) {
        this.workspace = workspace;
    }

    static GuestLinkForm read(Map<String, List<String>> typed, Workspace workspace) {
        GuestLinkForm form = new GuestLinkForm(workspace);
        form.name = text(typed, "name");
        form.campaign = text(typed, "campaign");
        form.pins = typed.getOrDefault("pin", List.of()).stream()
                .map(Ids::read)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        form.comments = typed.containsKey("comments");
        form.approves = typed.containsKey("approves");
        form.passcode = text(typed, "passcode");
        form.days = text(typed, "days");
        form.mail = text(typed, "mail");
        return form;
    }

    private static String text(Map<String, List<String>> typed, String name) {
        return typed.getOrDefault(name, List.of("")).get(0).strip();
    }

    /** Within the transaction that makes the link. */
    void check(List<Campaign> campaigns, Passwords passwords, Instant now, Errors errors) {
        this.passwords = passwords;
        name = Typed.line("name", name, errors)
                .required("Say who it is for.")
                .atMost(100)
                .text();
        readCampaign = campaigns.stream()
                .filter(one -> one.id.toString().equals(campaign))
                .findFirst()
                .orElse(null);
        readPins = pins.isEmpty() ? List.of() : Pin.in(workspace, pins);
        int gone = pins.size() - readPins.size();
        if (gone > 0) {
            pins = readPins.stream().map(pin -> pin.id).toList();
            errors.add(
                    "campaign",
                    "%s of the pins that you chose %s deleted meanwhile. Look at what is left below, then make the link."
                            .formatted(gone, gone == 1 ? "was" : "were"));
        }
        if (!campaign.isEmpty() && readCampaign == null) {
            errors.add("campaign", "Choose a campaign from the list.");
        } else if (readCampaign == null && readPins.isEmpty()) {
            errors.add("campaign", "Choose a campaign, or some pins below.");
        } else if (readCampaign != null && !readPins.isEmpty()) {
            errors.add("campaign", "Choose either a campaign or pins, not both.");
        }
        if (!passcode.isEmpty() && passcode.length() < SHORTEST_PASSCODE || passcode.length() > LONGEST_PASSCODE) {
            errors.add("passcode", "Use %d to %d characters, or none.".formatted(SHORTEST_PASSCODE, LONGEST_PASSCODE));
        }
        if (!mail.isEmpty()) {
            Typed.line("mail", mail, errors).email();
        }
        readExpiry = now.plus(Duration.ofDays(Typed.line("days", days, errors).number(1, LONGEST_DAYS)));
    }

    void apply(GuestLink link) {
        link.workspace = workspace;
        link.campaign = readCampaign;
        link.shows(readPins);
        link.name = name;
        link.comments = comments;
        link.approves = approves;
        link.expiresAt = readExpiry;
        if (!passcode.isEmpty()) {
            link.asks(passcode, passwords);
        }
    }

    GuestMail.Letter letter(String link, Member by) {
        String pins = readCampaign != null
                ? "the pins of “" + readCampaign.name + "”"
                : readPins.size() == 1 ? "1 pin" : readPins.size() + " pins";
        String asks = approves ? "asks you to decide on " + pins : "shares " + pins + " with you";
        String until = Formats.date(LocalDate.ofInstant(readExpiry, workspace.zone));
        return new GuestMail.Letter(by.name, asks, workspace.name, link, approves, until);
    }

    /** A tag that is told "false" takes it for something. */
    public Boolean ifComments() {
        return comments ? Boolean.TRUE : null;
    }

    public Boolean ifApproves() {
        return approves ? Boolean.TRUE : null;
    }

    public boolean chose(Campaign one) {
        return one.id.toString().equals(campaign);
    }

    public boolean chose(Pin one) {
        return pins.contains(one.id);
    }
}
