package pinplan.pin;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import pinplan.board.Account;
import pinplan.board.Board;
import pinplan.campaign.Campaign;
import pinplan.team.Workspace;

/**
 * What the composer offers to choose from. What was chosen and has gone since stays on offer, and says so.
 *
 * @param begins whether one of the campaigns gives anything to a new draft
 */
public record Choices(List<Choice> accounts, List<Group> boards, List<Choice> campaigns, boolean begins) {
    private static final String GONE = " (no longer there)";

    public record Choice(String id, String words, boolean chosen) {}

    /** The boards of one account. */
    public record Group(String account, String name, List<Choice> boards) {}

    static Choices of(Workspace workspace, PinForm form) {
        return new Choices(
                accounts(workspace, form),
                boards(workspace, form),
                campaigns(workspace, form),
                Campaign.live(workspace).stream().anyMatch(one -> one.start.any()));
    }

    /** The chosen one's name, or that of the account to which the chosen board brings it; empty where there is none. */
    String account() {
        return accounts.stream()
                .filter(Choice::chosen)
                .map(Choice::words)
                .findFirst()
                .orElseGet(() -> boards.stream()
                        .filter(group -> group.boards.stream().anyMatch(Choice::chosen))
                        .map(Group::name)
                        .findFirst()
                        .orElse(""));
    }

    private static List<Choice> accounts(Workspace workspace, PinForm form) {
        List<Account> live = Account.live(workspace);
        List<Choice> all = new ArrayList<>();
        live.forEach(account -> all.add(choice(account.id, account.name, form.account)));
        Account chosen = Names.found(form.account, id -> Account.in(workspace, id));
        if (chosen != null && !chosen.live()) {
            all.add(choice(chosen.id, chosen.name + GONE, form.account));
        }
        return all;
    }

    private static List<Group> boards(Workspace workspace, PinForm form) {
        Map<Long, Group> groups = new LinkedHashMap<>();
        Board.live(workspace).forEach(board -> add(groups, board, form));
        Board chosen = Names.found(form.board, id -> Board.in(workspace, id));
        if (chosen != null && !chosen.live()) {
            add(groups, chosen, form);
        }
        return List.copyOf(groups.values());
    }

    private static void add(Map<Long, Group> groups, Board board, PinForm form) {
        groups.computeIfAbsent(board.account.id, id -> new Group(id.toString(), board.account.name, new ArrayList<>()))
                .boards()
                .add(choice(board.id, board.live() ? board.name : board.name + GONE, form.board));
    }

    private static List<Choice> campaigns(Workspace workspace, PinForm form) {
        List<Choice> all = new ArrayList<>();
        Campaign.live(workspace).forEach(campaign -> all.add(choice(campaign.id, campaign.name, form.campaign)));
        Campaign chosen = Names.found(form.campaign, id -> Campaign.in(workspace, id));
        if (chosen != null && chosen.archived()) {
            all.add(choice(chosen.id, chosen.name + " (archived)", form.campaign));
        }
        return all;
    }

    private static Choice choice(Long id, String words, String chosen) {
        return new Choice(id.toString(), words, id.toString().equals(chosen));
    }
}
