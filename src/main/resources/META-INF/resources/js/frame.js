// A picture of what a film shows now, and its moment as the server writes it.
const MOMENT = /^(?:(\d{1,3}):)?(\d{1,5}(?:[.,]\d{1,3})?)$/;

export function clock(seconds) {
  const millis = Math.floor(seconds * 1000 + 0.001); // 2.3 × 1000 is a little less than 2300
  const rest = (millis % 60_000) / 1000;
  return `${Math.floor(millis / 60_000)}:${rest < 10 ? "0" : ""}${rest}`;
}

// Undefined for what is no moment.
export function seconds(typed) {
  const [, minutes = 0, rest] = MOMENT.exec(typed.trim()) ?? [];
  return rest && minutes * 60 + Number(rest.replace(",", "."));
}

export function frame(film, name) {
  const canvas = Object.assign(document.createElement("canvas"), { width: film.videoWidth, height: film.videoHeight });
  canvas.getContext("2d").drawImage(film, 0, 0);
  return new Promise((done) => canvas.toBlob((picture) => done(new File([picture], name, { type: "image/jpeg" })), "image/jpeg", 0.92));
}
