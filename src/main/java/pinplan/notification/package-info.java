/**
 * What members are told: the {@link pinplan.notification.Notifier} hears what happens to pins and what is said about them,
 * in the same transaction, and writes a {@link pinplan.notification.Notification} for each who should know. They stand in
 * the inbox; {@link pinplan.notification.Mails} gathers them into mails as each member likes.
 *
 * <p>Must not know: publishing. Why a pin failed is asked through {@link pinplan.pin.Diagnosis}. Nobody names this package:
 * templates meet it.
 */
package pinplan.notification;
