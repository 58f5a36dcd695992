
// A link in a form opens beside it: form-js takes the target from links, and what was typed would be lost.
document.addEventListener("click", (event) => {
  const link = event.target instanceof Element && event.target.closest(".fjs-form a[href]");
  if (link) {
    link.target = "_blank";
    link.rel = "noopener";
  }
}, true);
