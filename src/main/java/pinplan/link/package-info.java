/**
 * Where a pin leads: the page behind a link, whichever way it is written, the tags that a team puts on its links, and how far
 * apart two pins to one page should be. It knows no pin: whoever has one asks.
 */
package pinplan.link;
