/**
 * Getting it out, once. A Publication is the order to publish one approved revision; each request made for it is an
 * Attempt. Orders follows what happens to pins; the Dispatcher claims and sends, with the intent committed before the
 * call; the Reconciler looks, since what happened is never assumed. Nothing here decides what may be published.
 */
package pinplan.publishing;
