package pinplan.pin;

import java.time.Instant;

/**
 * The page that a pin of the next days leads to is not as it should be, since now. Told in the transaction that writes it down.
 *
 * @param words what is wrong with it
 */
public record PageTurned(Pin pin, String words, Instant at) {}
