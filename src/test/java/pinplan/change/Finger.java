package pinplan.change;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import pinplan.support.Browser;

/** A finger on the glass, as the browser's own input hears it: with it come scrolling and what cancels a gesture. */
final class Finger {
    private final CDPSession glass;

    Finger(Page page) {
        glass = page.context().newCDPSession(page);
    }

    void down(Locator place) {
        BoundingBox box = Browser.box(place);
        touch("touchStart", box.x + 20, box.y + 12);
    }

    void over(Locator place) {
        BoundingBox box = Browser.box(place);
        touch("touchMove", box.x + box.width / 2, box.y + box.height - 20);
        touch("touchMove", box.x + box.width / 2, box.y + box.height - 10);
    }

    void up() {
        send("touchEnd", new JsonArray());
    }

    private void touch(String type, double x, double y) {
        JsonObject point = new JsonObject();
        point.addProperty("x", x);
        point.addProperty("y", y);
        JsonArray points = new JsonArray();
        points.add(point);
        send(type, points);
    }

    private void send(String type, JsonArray points) {
        JsonObject event = new JsonObject();
        event.addProperty("type", type);
        event.add("touchPoints", points);
        glass.send("Input.dispatchTouchEvent", event);
    }
}
