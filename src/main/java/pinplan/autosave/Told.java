package pinplan.autosave;

/** What an open page tells of its form. */
public record Told(String form, String sitting, Filled filled, String files) {}
