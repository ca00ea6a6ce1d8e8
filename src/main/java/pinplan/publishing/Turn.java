package pinplan.publishing;

/** Who looked when: a publication, and which of its looks this is. */
record Turn(long id, long number) {
    /** Whether nobody has looked since: else what is found now came too late. */
    boolean isOf(Publication publication) {
        return publication.looks.turn == number;
    }
}
