package pinplan.publer;

/** What a request is for. The less urgent it is, the more of the lane's burst it must leave to the others. */
public enum Reserve {
    /** A person waits for the answer. */
    PERSON(0),
    /** Following a job, looking for what is in doubt, watching what goes out now. */
    RECONCILE(0),
    /** A pin within ten minutes of its time. */
    DUE(2),
    /** Handing over ahead of time: later is as good. */
    AHEAD(8),
    /** Audits and the mirror of boards. */
    AUDIT(12),
    /** What is good to know, and nothing waits for. */
    SURVEY(16);

    private final int leaves;

    Reserve(int leaves) {
        this.leaves = leaves;
    }

    int leaves() {
        return leaves;
    }
}
