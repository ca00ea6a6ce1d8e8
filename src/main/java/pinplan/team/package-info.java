/**
 * Who works where, and who may do what: Workspace, Member, Membership, Role, Right, Invitation, Session, and the pages around
 * them (sign-in, first run, team, settings). The {@link pinplan.team.Gate} stands before every route.
 *
 * <p>Must not know: pins, boards, campaigns or anything else that a workspace holds.
 */
package pinplan.team;
