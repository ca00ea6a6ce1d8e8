package pinplan.pin;

/** How far people have agreed on a pin. */
public enum Editorial {
    DRAFT,
    IN_REVIEW,
    CHANGES_REQUESTED,
    APPROVED,
    ON_HOLD
}
