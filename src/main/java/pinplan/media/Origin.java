package pinplan.media;

/** UPLOAD: we hold the bytes and send them to Publer. URL: Publer fetches them itself, we only looked once. */
public enum Origin {
    UPLOAD,
    URL
}
