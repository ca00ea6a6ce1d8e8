package pinplan.calendar;

/** A way out of an empty view: what there would be without one filter. */
public record Way(ActiveFilter filter, long pins) {
    public String words() {
        return pins + (pins == 1 ? " pin" : " pins") + " without " + filter.words();
    }
}
