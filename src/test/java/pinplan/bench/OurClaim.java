package pinplan.bench;

import pinplan.publishing.Backlog;
import pinplan.publishing.Pipeline;

/** Our claim alone, without a call. */
record OurClaim(Backlog backlog, int threads) implements Engine {
    @Override
    public double round() throws Exception {
        backlog.fill(backlog.accounts());
        double seconds = Crew.seconds(threads, Pipeline::claims);
        return backlog.claimed().size() / seconds;
    }
}
