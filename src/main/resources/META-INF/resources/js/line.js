// The one line on which the server says that something of the workspace changed. A tab that nobody sees has none: browsers have
// few lines to one server. What was missed meanwhile nobody says, so whoever listens is told to look when it is back.
const AGAIN = 15_000; // after the line was refused

let line;
let over = false; // signed out: nothing more is asked
const ears = [];

function tell() {
  for (const ear of ears) ear();
}

function hangUp() {
  line?.close();
  line = undefined;
}

function open() {
  if (over || line || document.hidden) return;
  let again = false;
  line = new EventSource(`/live?age=${Math.ceil(performance.now())}`);
  line.addEventListener("changed", tell);
  line.addEventListener("open", () => {
    if (again) tell();
    again = true;
  });
  line.addEventListener("error", () => {
    if (line?.readyState !== EventSource.CLOSED) return;
    line = undefined;
    setTimeout(resume, AGAIN);
  });
}

function resume() {
  if (over || line || document.hidden) return;
  open();
  tell();
}

export function listen(ear) {
  ears.push(ear);
  if (ears.length > 1) return;
  document.addEventListener("visibilitychange", () => (document.hidden ? hangUp() : resume()));
  addEventListener("pagehide", hangUp);
  addEventListener("pageshow", (event) => event.persisted && resume());
  open();
}

export function leave() {
  over = true;
  hangUp();
}
