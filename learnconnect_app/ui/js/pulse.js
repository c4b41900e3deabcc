// Whether the page's socket still carries anything. A phone that changed its network, or a laptop that
// slept, holds a socket that looks open and is dead: what is sent into it is gone, and Reflex notices
// up to half a minute later. So each event is followed by a question of Reflex's own ("ping"), whose
// answer says that all before it arrived. Without one the socket is closed, which makes Reflex open
// another and read the page anew; and `boundary.jsx` says that the last press may not have arrived.
//
// Events that carry a ticket are sent again until it comes back: they are not counted.

const QUESTION = '42/_event,["ping"]';
const ANSWER = '42/_event,["ping","pong"]';
const OF_A_PAGE = "learnconnect_app___";
const TICKET = '"ticket":';
const PATIENCE = 5000; // milliseconds without an answer after which a socket is given up
const DOUBT = 2500; // and after which the page says that it waits
const GIVEN_UP = 4001;

const original = WebSocket.prototype.send;
let socket = null;
let sent = 0; // presses into this socket
let arrived = 0; // how many of them are known to have arrived
let asked = []; // {at, sent} of each question that is not answered
let isAsking = false;
let timer = 0;

const tell = (detail) => dispatchEvent(new CustomEvent("pulse", { detail }));

function look() {
  clearTimeout(timer);
  if (!asked.length) return tell({ isDoubtful: false });
  const age = Date.now() - asked[0].at;
  if (age >= PATIENCE) return giveUp();
  if (age >= DOUBT) tell({ isDoubtful: true });
  timer = setTimeout(look, (age < DOUBT ? DOUBT : PATIENCE) - age);
}

function ask() {
  if (socket?.readyState !== WebSocket.OPEN) return;
  asked.push({ at: Date.now(), sent });
  original.call(socket, QUESTION);
  if (asked.length === 1) look();
}

// The close of a dead socket takes its time, so Reflex is told at once.
function giveUp() {
  const dead = socket;
  dead.close(GIVEN_UP);
  dead.dispatchEvent(new CloseEvent("close", { code: GIVEN_UP }));
}

function hear({ data }) {
  if (!asked.length || typeof data !== "string" || !data.startsWith(ANSWER)) return;
  arrived = asked.shift().sent;
  look();
}

function over() {
  if (this !== socket) return;
  const lost = sent - arrived;
  socket = null;
  asked = [];
  clearTimeout(timer);
  tell({ isDoubtful: false, lost });
}

function adopt(found) {
  socket = found;
  sent = arrived = 0;
  asked = [];
  found.addEventListener("message", hear);
  found.addEventListener("close", over);
}

// A burst of presses is followed by one question.
function follow(frame) {
  if (!frame.includes(OF_A_PAGE) || !frame.includes('["event"')) return;
  if (!frame.includes(TICKET)) sent += 1;
  if (isAsking) return;
  isAsking = true;
  queueMicrotask(() => {
    isAsking = false;
    ask();
  });
}

WebSocket.prototype.send = function (frame) {
  original.call(this, frame);
  if (typeof frame !== "string" || !this.url.includes("/_event")) return;
  if (this !== socket) adopt(this);
  follow(frame);
};

// What often ends a socket: another network, and sleep.
addEventListener("online", ask);
navigator.connection?.addEventListener("change", ask);
document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && ask());
