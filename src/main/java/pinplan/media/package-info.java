/**
 * What pins show: pictures and videos that people upload, and pictures elsewhere that Publer fetches itself.
 *
 * <p>Nouns: {@link pinplan.media.Media} (the row), {@link pinplan.media.MediaStore} (the bytes), {@link
 * pinplan.media.Intake} (the only way in), {@link pinplan.media.Refusal} (why not), {@link pinplan.media.SafeFetcher} (the
 * only way out to other people's servers).
 *
 * <p>Must not know pins: where a media is used is told by a template extension of {@code pin}.
 */
package pinplan.media;
