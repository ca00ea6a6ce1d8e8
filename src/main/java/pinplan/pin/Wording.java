package pinplan.pin;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import pinplan.board.Account;
import pinplan.board.Board;
import pinplan.campaign.Campaign;
import pinplan.team.Workspace;
import pinplan.web.Errors;
import pinplan.web.Formats;
import pinplan.words.Known;
import pinplan.words.Snippet;
import pinplan.words.Template;
import pinplan.words.Texts;
import pinplan.words.Token;

/** Puts kept words into a form: from there on they are what somebody typed. */
record Wording(PinForm form, Workspace workspace) {
    /** What a template says for the form as it is. */
    Texts of(Template template) {
        return template.texts().about(known());
    }

    /** @param replaces what stands in a field already; else that stays */
    void fill(Template template, boolean replaces) {
        Texts texts = of(template);
        form.title = put(form.title, texts.title(), replaces);
        form.description = put(form.description, texts.description(), replaces);
        for (int place = 1; place <= form.media.shots.size(); place++) {
            form.media.altTexts.put(place, put(form.media.altText(place), texts.altText(), replaces));
        }
    }

    private static String put(String there, String words, boolean replaces) {
        return words.isEmpty() || !replaces && !there.isBlank() ? there : words;
    }

    /** Says beside each field what is still to be done about it. */
    void look(Errors errors) {
        look(errors, "title", form.title, PinLimits.TITLE);
        look(errors, "description", form.description, workspace.descriptionLimit);
        for (int place = 1; place <= form.media.shots.size(); place++) {
            look(errors, "altText" + place, form.media.altText(place), PinLimits.ALT_TEXT);
        }
    }

    private static void look(Errors errors, String field, String text, int most) {
        String sentence = sentence(text, most);
        if (!sentence.isEmpty()) {
            errors.add(field, sentence);
        }
    }

    /** What is still to be done about a text; empty: nothing. */
    static String sentence(String text, int most) {
        int count = PinLimits.count(text);
        if (count > most) {
            return "With these words it has %,d characters; at most %,d fit.".formatted(count, most);
        }
        List<String> open = Token.open(text);
        return open.isEmpty()
                ? ""
                : "Nothing is known yet for %s: write it here yourself, or choose it and use the template again."
                        .formatted(String.join(", ", open));
    }

    /** At its end. Only a title has one line. */
    void add(Snippet snippet, String field) {
        switch (field) {
            case "title" ->
                form.title = after(form.title, " ", snippet.text.strip().replaceAll("\\s*\\n\\s*", " "));
            case "description" -> form.description = after(form.description, "\n", snippet.text);
            default -> {
                int place = Integer.parseInt(field.substring("altText".length()));
                form.media.altTexts.put(place, after(form.media.altText(place), " ", snippet.text));
            }
        }
    }

    private static String after(String there, String between, String words) {
        boolean apart = there.isEmpty() || Character.isWhitespace(there.charAt(there.length() - 1));
        return there + (apart ? "" : between) + words;
    }

    private Known known() {
        Board board = Names.found(form.board, id -> Board.in(workspace, id));
        Account account = Names.found(form.account, id -> Account.in(workspace, id));
        Campaign campaign = Names.found(form.campaign, id -> Campaign.in(workspace, id));
        return new Known(
                campaign == null ? "" : campaign.name,
                board == null ? "" : board.name,
                account != null ? account.name : board == null ? "" : board.account.name,
                Preview.host(form.link),
                date());
    }

    private String date() {
        try {
            return form.publishDate.isBlank() ? "" : Formats.plain(LocalDate.parse(form.publishDate));
        } catch (DateTimeException e) {
            return "";
        }
    }
}
