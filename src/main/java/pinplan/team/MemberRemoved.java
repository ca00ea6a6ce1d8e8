package pinplan.team;

import java.time.Instant;

/** Within the transaction: what they may do by their place has ended, and what they gave away by it ends too. */
public record MemberRemoved(Membership place, Member by, Instant at) {}
