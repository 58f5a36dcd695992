
// Camunda's web applications show a sign-in form of their own when the session has ended. Here there is one sign-in for
// all pages: load the page again, at the place where the person was, and the server answers with the sign-in page.
const LAST_RELOAD = 'reloaded to sign in';
let place = location.hash;
let leaving = false;
function leaveOwnSignIn() {
  if (leaving) {
    return;
  }
  if (!location.hash.startsWith('#/login')) {
    place = location.hash;
    return;
  }
  leaving = true;
  const before = Number(sessionStorage.getItem(LAST_RELOAD));
  sessionStorage.setItem(LAST_RELOAD, Date.now());
  if (Date.now() - before < 5000) {
    location.assign('/sign-in');
    return;
  }
  replaceState(null, '', location.pathname + location.search + (place.startsWith('#/login') ? '' : place));
  location.reload();
}
const replaceState = history.replaceState.bind(history);
for (const change of ['pushState', 'replaceState']) {
  const original = history[change].bind(history);
  history[change] = (...where) => {
    original(...where);
    leaveOwnSignIn();
  };
}
addEventListener('hashchange', leaveOwnSignIn);
leaveOwnSignIn();
