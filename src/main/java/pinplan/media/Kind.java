package pinplan.media;

public enum Kind {
    PHOTO,
    VIDEO
}
