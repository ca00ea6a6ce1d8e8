package pinplan.bench;

import pinplan.publishing.Backlog;
import pinplan.publishing.Pipeline;

/** Our claim without a call; how many pins of each account there are is how many may be claimed with one request each. */
record OurClaim(Backlog backlog, int ofEachAccount, boolean apart, int threads) implements Engine {
    @Override
    public double round() throws Exception {
        backlog.fill(backlog.accounts() * ofEachAccount);
        if (apart) backlog.apart();
        double seconds = Crew.seconds(threads, Pipeline::claims);
        return backlog.claimed().size() / seconds;
    }
}
