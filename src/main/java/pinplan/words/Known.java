package pinplan.words;

/** What is known of the pin that a template is used for, as people say it; empty where it is not known yet. */
public record Known(String campaign, String board, String account, String linkHost, String date) {}
