package pinplan.demo;

import pinplan.campaign.Campaign;
import pinplan.campaign.Start;
import pinplan.team.Workspace;
import pinplan.words.Snippet;
import pinplan.words.Template;
import pinplan.words.Texts;

/** What the demo's team says again and again. */
final class Phrases {
    private Phrases() {}

    static void add(Workspace workspace, Campaign baking) {
        Snippet.begin(workspace, "Hashtags for baking", "#lemon #spring #homebaking");
        Snippet.begin(workspace, "Call to action", "Save it for the weekend.");
        Template recipe = Template.begin(
                workspace,
                "A new recipe",
                new Texts("", "The whole recipe is at {link host}.\nMore of it on “{board}”.", "A picture of it"));
        baking.start = Start.with(null, "", recipe);
    }
}
