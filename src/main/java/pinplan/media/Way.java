package pinplan.media;

/** A link: what it says and where it leads. */
public record Way(String words, String href) {}
