/**
 * Where a pin leads: the page behind a link, whichever way it is written, the tags that a team puts on its links, and how far
 * apart two pins to one page should be. Whether a page is there is found out by {@link pinplan.link.PageChecks} and kept as its
 * {@link pinplan.link.Health}; what it says of itself is a {@link pinplan.link.PageFacts}. It knows no pin: whoever has one asks,
 * and says when a page is needed.
 */
package pinplan.link;
