package pinplan.campaign;

import jakarta.persistence.Embeddable;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pinplan.board.Board;
import pinplan.words.Template;

/** What a new draft of a campaign begins with, where nobody says anything else. Pins that are there already are touched only where somebody asks for that. */
@Embeddable
public class Start {
    @ManyToOne(fetch = FetchType.LAZY)
    private Board startBoard;

    private String startLink = "";

    @ManyToOne(fetch = FetchType.LAZY)
    private Template startTemplate;

    protected Start() {}

    public static Start none() {
        return new Start();
    }

    /** @param board null: none; template: the same */
    public static Start with(Board board, String link, Template template) {
        Start start = new Start();
        start.startBoard = board;
        start.startLink = link;
        start.startTemplate = template;
        return start;
    }

    /** Null: none. */
    public Board board() {
        return startBoard;
    }

    public String link() {
        return startLink;
    }

    /** Null: none. */
    public Template template() {
        return startTemplate;
    }

    public boolean any() {
        return startBoard != null || !startLink.isEmpty() || startTemplate != null;
    }

    String boardName() {
        return startBoard == null ? "" : startBoard.name;
    }

    String templateName() {
        return startTemplate == null ? "" : startTemplate.name;
    }

    /** In a few words, for who is about to begin with it; empty where it is nothing. */
    public String told() {
        return Stream.of(
                        startBoard == null || !startBoard.live() ? "" : "board “" + startBoard.name + "”",
                        startLink.isEmpty() ? "" : "link " + startLink,
                        startTemplate == null ? "" : "template “" + startTemplate.name + "”")
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }
}
