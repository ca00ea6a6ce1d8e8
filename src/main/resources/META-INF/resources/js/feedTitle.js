// What Pinterest's feed shows of a title, and what it leaves out: cut as the server does, in FeedTitle.
const WIDE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\p{Script=Hangul}\p{Script=Arabic}]/u;
const JOINER = "\u200d";
const JOINS = /[\p{M}\u{1f3fb}-\u{1f3ff}\u200d]/u;

function fitting(points, most, mostWide) {
  let room = most * mostWide;
  let fits = 0;
  while (fits < points.length) {
    room -= WIDE.test(points[fits]) ? most : mostWide;
    if (room < 0) break;
    fits++;
  }
  return fits;
}

// Two that people see as one sign, an accent or a family, stay together.
const joined = (before, after) => before === JOINER || JOINS.test(after);

export default function feedTitle(title, most, mostWide) {
  const points = [...title];
  const fits = fitting(points, most, mostWide);
  let cut = fits;
  while (cut > 0 && cut < points.length && joined(points[cut - 1], points[cut])) cut--;
  const end = cut || fits;
  return { kept: points.slice(0, end), rest: points.slice(end) };
}
