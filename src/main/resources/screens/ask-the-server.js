// Where the server answers what the office's own parts of the screens ask.
const office = `${document.querySelector("base").getAttribute("app-root")}/api/office/`;
// What a browser still sends of a page that is closed.
const SENT_AT_THE_END = 60 * 1024;
// Milliseconds.
const AT_MOST = 20000;

class Unanswered extends Error {
  constructor(status, words) {
    super(words);
    this.status = status;
  }
}

// Asks the server for something, or to keep it.
export async function ask(method, where, body) {
  const token = document.cookie.match(/(?:^|;\s*)XSRF-TOKEN=([^;]+)/);
  if (method !== "GET" && !token) {
    throw new Unanswered(401);
  }
  const json = body === undefined ? undefined : JSON.stringify(body);
  const answer = await fetch(office + where, {
    method,
    headers: method === "GET" ? { Accept: "application/json" } : {
      Accept: "application/json",
      "Content-Type": "application/json",
      "X-XSRF-TOKEN": decodeURIComponent(token[1]),
    },
    body: json,
    redirect: "error",
    signal: AbortSignal.timeout(AT_MOST),
    // Is sent to its end though the page is closed meanwhile.
    keepalive: json !== undefined && new Blob([json]).size < SENT_AT_THE_END,
  });
  const text = await answer.text();
  let words;
  try {
    words = text === "" ? undefined : JSON.parse(text);
  } catch (page) {
    words = undefined;
  }
  if (!answer.ok) {
    throw new Unanswered(answer.status, words && words.message);
  }
  return words;
}
