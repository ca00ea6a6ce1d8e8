/**
 * A believable month for a first look, made through the model: members, two accounts with their boards, two campaigns, two
 * moments and a note, forty pins in every status, with painted pictures. May know everything; nothing knows it. Serves the
 * set-up page's demo door and adds its note to the sign-in page by a template extension.
 */
package pinplan.demo;
