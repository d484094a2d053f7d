// Comfort only: every page works without it.
"use strict";

// The words of the utterance that are selected, on one line.
function wordsChosen() {
  const words = document.getElementById("words");
  const selection = getSelection();
  if (!words || selection.isCollapsed || !words.contains(selection.anchorNode) || !words.contains(selection.focusNode)) return "";
  return selection.toString().split(/\s+/).join(" ").trim();
}

// Copy a citation: with the selected words, where some are.
for (const button of document.querySelectorAll("[data-copy]")) {
  button.hidden = false;
  button.addEventListener("mousedown", (event) => event.preventDefault()); // keeps the selection
  button.addEventListener("click", async () => {
    const cited = document.getElementById(button.dataset.copy);
    const chosen = wordsChosen();
    const text = chosen ? `“${chosen}” — ${cited.dataset.source}` : cited.textContent.trim();
    const told = document.getElementById("copied");
    try {
      await navigator.clipboard.writeText(text);
      told.textContent = "Copied.";
    } catch {
      const range = document.createRange();
      range.selectNodeContents(cited);
      getSelection().removeAllRanges();
      getSelection().addRange(range);
      told.textContent = "Selected: press Ctrl+C.";
    }
  });
}

// Offer names while a speaker is typed.
for (const input of document.querySelectorAll("[data-names]")) {
  let last = "";
  let timer;
  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(async () => {
      const typed = input.value.trim();
      if (typed.length < 2 || typed === last) return;
      last = typed;
      const address = input.dataset.names + (input.dataset.names.includes("?") ? "&" : "?") + "q=" + encodeURIComponent(typed);
      const answer = await fetch(address);
      if (!answer.ok || input.value.trim() !== typed) return;
      const list = input.list;
      list.replaceChildren(...(await answer.json()).map(({ name }) => Object.assign(document.createElement("option"), { value: name })));
    }, 150);
  });
}

// A short quote is asked for by its address, so that the answer can be shared.
for (const form of document.querySelectorAll("[data-get-below]")) {
  form.addEventListener("submit", () => {
    if (form.elements.quote.value.length < Number(form.dataset.getBelow)) {
      form.method = "get";
      form.elements.csrftoken.disabled = true;
    }
  });
}
