package pinplan.demo;

import com.microsoft.playwright.Locator;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import pinplan.pin.Pin;
import pinplan.pin.PinStatus;
import pinplan.support.Browser;
import pinplan.support.Screen;

/**
 * What the people of the demo say about one of its pins, through the pages: changes are made and sent again, members talk about
 * them, and a guest joins in by a link.
 *
 * @param pin its number
 * @param link where the guest looks
 */
record ReviewOfTheDemo(long pin, String link) {
    static ReviewOfTheDemo held() {
        long pin = QuarkusTransaction.requiringNew()
                .call(() -> Pin.<Pin>find(
                                "status = ?1 and campaign is not null order by timing.publishAt",
                                PinStatus.CHANGES_REQUESTED)
                        .firstResult()
                        .id);
        ReviewOfTheDemo review = new ReviewOfTheDemo(pin, made());
        review.changed();
        review.talkedAbout();
        return review;
    }

    Map<String, String> paths() {
        Map<String, String> paths = new LinkedHashMap<>();
        paths.put("desk", "/review");
        paths.put("pin", "/pins/" + pin);
        paths.put("comments", "/pins/" + pin + "#comments");
        paths.put("inbox", "/inbox");
        return paths;
    }

    private static String made() {
        try (Browser approver = ViewsOfTheDemo.enter("approver", Screen.WIDE.withoutScript())) {
            approver.go("/review/guests");
            approver.fill("Who it is for", "Ana of Lemon & Thyme");
            String campaign = approver.page
                    .locator(
                            "#campaign option", new com.microsoft.playwright.Page.LocatorOptions().setHasText("baking"))
                    .textContent();
            approver.choose("Campaign", campaign);
            approver.field("May comment").check();
            approver.field("May decide").check();
            approver.press("Make the link");
            return URI.create(approver.page.locator(".copy").textContent()).getPath();
        }
    }

    private void changed() {
        try (Browser creator = enter("creator")) {
            creator.fill("Title", creator.field("Title").inputValue() + ", step by step");
            creator.fill("Description", "What you need, what it costs, and the one mistake that everybody makes once.");
            creator.press("Submit for review");
        }
    }

    private void talkedAbout() {
        try (Browser creator = enter("creator")) {
            creator.fill("Comment", "@Avery Approver I took your note in. Is the new title short enough for the feed?");
            creator.press("Post comment");
            creator.fill("Comment", "Does the picture show your own kitchen, or may we keep ours?");
            creator.page.locator("#audience-EXTERNAL").check();
            creator.press("Post comment");
        }
        try (Browser approver = enter("approver")) {
            Locator thread = approver.page.locator(".thread").first();
            thread.locator(".reply > summary").click();
            thread.locator("textarea").last().fill("It is. Look at the last word on a phone, though: it breaks.");
            thread.locator(".reply button").click();
        }
        try (Browser guest = Browser.open(Screen.PHONE.withoutScript())) {
            guest.go(link);
            Locator thread = guest.page.locator("#pin-" + pin + " .thread");
            thread.locator("summary").click();
            thread.locator("input[name=name]").fill("Ana Lind");
            thread.locator("textarea").fill("Keep yours, it is lovely. Ours would have to be tidied first.");
            thread.locator("button").click();
        }
    }

    private Browser enter(String role) {
        Browser browser = ViewsOfTheDemo.enter(role, Screen.WIDE.withoutScript());
        browser.go("/pins/" + pin);
        return browser;
    }
}
