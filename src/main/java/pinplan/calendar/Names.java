package pinplan.calendar;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pinplan.team.Workspace;

/** What chips call boards, accounts, campaigns and people: by what is read anyway to choose from; the others are asked for. */
final class Names {
    private final Workspace workspace;
    private final Map<Long, CampaignRow> campaigns = new HashMap<>();
    private final Map<Long, Choice> accounts = new HashMap<>();
    private final Map<Long, Choice> boards = new HashMap<>();
    private final Map<Long, Choice> people = new HashMap<>();

    Names(Workspace workspace, Choices known) {
        this.workspace = workspace;
        add(known);
    }

    private void add(Choices known) {
        known.campaigns().forEach(campaign -> campaigns.put(campaign.id(), campaign));
        known.accounts().forEach(account -> accounts.put(account.id(), account));
        known.boards().forEach(board -> boards.put(board.id(), board));
        known.authors().forEach(author -> people.put(author.id(), author));
    }

    /** Of all that these rows name. */
    List<ChipRow> in(List<Object[]> rows) {
        Set<Long> otherCampaigns = unknown(rows, ChipRow.CAMPAIGN, campaigns);
        Set<Long> otherAccounts = unknown(rows, ChipRow.ACCOUNT, accounts);
        Set<Long> otherBoards = unknown(rows, ChipRow.BOARD, boards);
        Set<Long> others = unknown(rows, ChipRow.AUTHOR, people);
        if (Stream.of(otherCampaigns, otherAccounts, otherBoards, others).anyMatch(ids -> !ids.isEmpty())) {
            add(Around.named(workspace, otherCampaigns, otherAccounts, otherBoards, others));
        }
        return rows.stream().map(row -> ChipRow.of(row, this)).toList();
    }

    private static Set<Long> unknown(List<Object[]> rows, int column, Map<Long, ?> known) {
        return rows.stream()
                .map(row -> (Long) row[column])
                .filter(id -> id != null && !known.containsKey(id))
                .collect(Collectors.toSet());
    }

    /** Null for null, as the others. */
    CampaignRow campaign(Object id) {
        return campaigns.get(id);
    }

    Choice account(Object id) {
        return accounts.get(id);
    }

    Choice board(Object id) {
        return boards.get(id);
    }

    Choice author(Object id) {
        return people.get(id);
    }
}
