package pinplan.review;

/** One field that is not as it was. */
public record Change(String field, String before, String after) {}
