/**
 * People who are no members: a GuestLink lets whoever has it see some pins, comment on them and decide, as far as it says; a
 * Guest is one such person's browser. What they do goes through the verbs of Pin and Comment, with their name and the link in
 * the history, at a pace that a team bears; what can't be taken comes back to them. They see nothing but what they are shown
 * here: no internal comment, no other pin, no member's page.
 */
package pinplan.guest;
