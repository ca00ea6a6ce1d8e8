/** A named effort with goal, brief, dates, owner and colour. Knows nothing of the pins that are planned for it. */
package pinplan.campaign;
