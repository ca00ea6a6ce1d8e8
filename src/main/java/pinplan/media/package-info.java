/**
 * What pins show: pictures and videos that people upload, and pictures elsewhere that Publer fetches itself.
 *
 * <p>Nouns: {@link pinplan.media.Media} (the row), {@link pinplan.media.MediaStore} (the bytes), {@link
 * pinplan.media.Intake} (the only way in), {@link pinplan.media.Refusal} (why not), {@link pinplan.media.Shelf} (where each is
 * kept once), {@link pinplan.media.Bin} (the way out for media), {@link pinplan.media.Likeness} (which look alike).
 *
 * <p>Must not know pins: where a media is used is told by template extensions of {@code pin}; who needs
 * one says so as a {@link pinplan.media.Keeper}, and drafts are made by a {@link pinplan.media.Drafting}.
 */
package pinplan.media;
