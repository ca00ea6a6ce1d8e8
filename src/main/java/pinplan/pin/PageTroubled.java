package pinplan.pin;

import java.time.Instant;

/**
 * The page that a pin of the next days leads to is not as it should be. Told in the transaction that writes it down, at each
 * look: the pin may have come near, or to this page, since the last one.
 *
 * @param words what is wrong with it
 * @param since when it began, whatever was wrong in its course
 */
public record PageTroubled(Pin pin, String words, Instant since, Instant at) {}
