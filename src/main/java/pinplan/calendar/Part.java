package pinplan.calendar;

/**
 * The piece of a bar that stands above some days in a row.
 *
 * @param first the column in which it begins, from 1
 * @param last the column in which it ends
 * @param lead whether these days only lead to it
 * @param before whether it began before these days
 * @param after whether it goes on after them
 * @param mute whether the piece beside it has its name
 * @param said whether it is the one of its bar's pieces that people hear of who don't see them
 */
public record Part(
        Bar bar,
        int first,
        int last,
        int lane,
        boolean lead,
        boolean before,
        boolean after,
        boolean mute,
        boolean said) {}
