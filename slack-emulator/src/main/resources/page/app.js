"use strict";
// Live updates and what a person does. The server renders everything; this fetches fragments again and swaps what changed.
const body = document.body;
const viewer = body.dataset.as;
const channel = body.dataset.channel;
const thread = body.dataset.thread;
const query = (more) => new URLSearchParams({ channel, as: viewer, thread, ...more }).toString();

// ---- dates, in the viewer's time zone -------------------------------------------------------------------------------
function formatDate(epoch, format) {
  const date = new Date(epoch * 1000);
  const as = (options) => new Intl.DateTimeFormat("en", options).format(date);
  const day = (d) => new Date(d.getFullYear(), d.getMonth(), d.getDate()).getTime();
  const away = Math.round((day(date) - day(new Date())) / 86400000);
  const near = { "-1": "yesterday", 0: "today", 1: "tomorrow" }[away];
  const known = {
    date_num: () => `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, "0")}-${String(date.getDate()).padStart(2, "0")}`,
    date_slash: () => as({ dateStyle: "short" }),
    date: () => as({ month: "long", day: "numeric", year: "numeric" }),
    date_short: () => as({ month: "short", day: "numeric", year: "numeric" }),
    date_long: () => as({ weekday: "long", month: "long", day: "numeric", year: "numeric" }),
    time: () => as({ hour: "2-digit", minute: "2-digit", hour12: false }),
    time_secs: () => as({ hour: "2-digit", minute: "2-digit", second: "2-digit", hour12: false }),
    ago: () => agoText(date),
  };
  return format.replace(/\{(\w+)\}/g, (token, name) => {
    if (name.endsWith("_pretty")) return near ?? known[name.slice(0, -7)]?.() ?? token;
    return known[name]?.() ?? token;
  });
}
function agoText(date) {
  const minutes = Math.round((date - Date.now()) / 60000);
  const [amount, unit] = Math.abs(minutes) < 60 ? [minutes, "minute"] : Math.abs(minutes) < 1440 ? [Math.round(minutes / 60), "hour"] : [Math.round(minutes / 1440), "day"];
  return new Intl.RelativeTimeFormat("en", { numeric: "auto" }).format(amount, unit);
}
function localise(root) {
  for (const time of root.querySelectorAll("time[data-epoch]")) {
    const date = new Date(Number(time.dataset.epoch) * 1000);
    time.textContent = formatDate(Number(time.dataset.epoch), time.dataset.format);
    time.dateTime = date.toISOString();
    time.title = date.toLocaleString();
  }
  for (const input of root.querySelectorAll("input[type=datetime-local][data-epoch]")) {
    const date = new Date(Number(input.dataset.epoch) * 1000);
    if (input.dataset.epoch) input.value = new Date(date - date.getTimezoneOffset() * 60000).toISOString().slice(0, 16);
  }
}

// ---- swapping what changed ------------------------------------------------------------------------------------------
const seen = new WeakMap(); // element -> the server's HTML it was made from
async function fragment(path, more) {
  const response = await fetch(`${path}?${query(more)}`);
  if (!response.ok) throw new Error(`${path}: HTTP ${response.status}`);
  const template = document.createElement("template");
  template.innerHTML = await response.text();
  return template.content;
}
async function refreshLines(container, path) {
  if (!container) return;
  const scroll = container.parentElement;
  const atEnd = scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < 80;
  const fresh = [...(await fragment(path)).children];
  const old = new Map([...container.children].map((e) => [e.dataset.messageTs, e]));
  let previous = null;
  for (const element of fresh) {
    const html = element.outerHTML;
    let current = old.get(element.dataset.messageTs);
    old.delete(element.dataset.messageTs);
    if (!current || seen.get(current) !== html) {
      localise(element);
      seen.set(element, html);
      if (current) current.replaceWith(element);
      current = element;
    }
    const place = previous ? previous.nextSibling : container.firstChild;
    if (place !== current) container.insertBefore(current, place);
    previous = current;
  }
  for (const gone of old.values()) gone.remove();
  if (atEnd) scroll.scrollTop = scroll.scrollHeight;
}

// Refreshing is one at a time; what comes in meanwhile causes exactly one more.
function coalesced(work) {
  let running = false, again = false;
  return async function run() {
    if (running) { again = true; return; }
    running = true;
    try { await work(); } catch (error) { console.warn(error); } finally {
      running = false;
      if (again) { again = false; run(); }
    }
  };
}
const refresh = coalesced(async () => {
  await refreshLines(document.getElementById("lines"), "/page/lines");
  await refreshLines(document.getElementById("thread"), "/page/thread");
});

// ---- dialogs --------------------------------------------------------------------------------------------------------
const refreshDialogs = coalesced(async () => {
  const holder = document.getElementById("dialogs");
  const before = holder.querySelector("dialog.modal[open]");
  const next = (await fragment("/page/dialogs")).querySelector("dialog[data-top]");
  if (!next) { holder.replaceChildren(); return; }
  if (before && before.dataset.viewId === next.dataset.viewId && before.dataset.viewHash === next.dataset.viewHash) return;
  const typed = before && before.dataset.viewId === next.dataset.viewId ? valuesOf(before) : {};
  localise(next);
  restore(next, typed);
  holder.replaceChildren(next);
  next.addEventListener("cancel", (event) => { event.preventDefault(); closeView(next, false); });
  next.showModal();
});
function valuesOf(dialog) {
  const values = {};
  for (const field of dialog.querySelectorAll("[data-action-id]")) {
    const { blockId, actionId } = field.dataset;
    if (!field.matches("input, select, textarea")) continue;
    const block = (values[blockId] ??= {});
    if (field.type === "checkbox") {
      const chosen = (block[actionId] ??= []);
      if (field.checked) chosen.push(field.value);
    } else if (field.type === "radio") {
      block[actionId] = field.checked ? field.value : block[actionId] ?? "";
    } else {
      block[actionId] = valueOf(field);
    }
  }
  return values;
}
function valueOf(field) {
  if (field.multiple) return [...field.selectedOptions].map((o) => o.value);
  if (field.type === "datetime-local") return field.value ? String(Math.floor(new Date(field.value).getTime() / 1000)) : "";
  return field.value;
}
function restore(dialog, values) {
  for (const field of dialog.querySelectorAll("input[data-action-id], select[data-action-id], textarea[data-action-id]")) {
    const value = values[field.dataset.blockId]?.[field.dataset.actionId];
    if (value === undefined) continue;
    if (field.type === "checkbox") field.checked = value.includes(field.value);
    else if (field.type === "radio") field.checked = value === field.value;
    else if (field.multiple) for (const o of field.options) o.selected = value.includes(o.value);
    else if (field.type !== "datetime-local") field.value = value;
  }
}
async function submitView(dialog) {
  const button = dialog.querySelector("[data-view-submit]");
  if (!button || button.disabled) return;
  showErrors(dialog, {}, "");
  const answer = await busy(button, () => post("/page/submit", { user: viewer, view_id: dialog.dataset.viewId, values: valuesOf(dialog) }));
  if (!answer.ok) showErrors(dialog, answer.errors ?? {}, answer.errors ? "" : answer.message);
  await refreshDialogs();
}
async function closeView(dialog, cleared) {
  await post("/page/close", { user: viewer, view_id: dialog.dataset.viewId, cleared });
  await refreshDialogs();
}
function showErrors(dialog, errors, general) {
  for (const place of dialog.querySelectorAll("[data-error-for]")) {
    place.textContent = errors[place.dataset.errorFor] ?? "";
    place.hidden = !place.textContent;
  }
  showError(dialog.querySelector(":scope > form > .click-error"), general);
}
function showError(place, text) {
  if (!place) return;
  place.textContent = text ? `⚠ ${text}` : "";
  place.hidden = !text;
}

// ---- doing ----------------------------------------------------------------------------------------------------------
async function post(path, content) {
  try {
    const response = await fetch(path, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(content) });
    const answer = await response.json();
    return answer.ok || answer.message ? answer : { ok: false, message: `The emulator refused: ${answer.error}.` };
  } catch {
    return { ok: false, message: "The emulator cannot be reached." };
  }
}
async function busy(control, work) {
  control.disabled = true;
  control.classList.add("busy");
  try { return await work(); } finally {
    control.disabled = false;
    control.classList.remove("busy");
  }
}
function confirmed(control) {
  const template = control.closest(".choices, [data-action-id]").nextElementSibling;
  if (!template || !template.matches("template.confirm")) return Promise.resolve(true);
  const dialog = template.content.firstElementChild.cloneNode(true);
  body.append(dialog);
  dialog.showModal();
  return new Promise((resolve) => {
    const end = (yes) => { dialog.remove(); resolve(yes); };
    dialog.addEventListener("cancel", () => end(false));
    dialog.addEventListener("click", (event) => {
      const choice = event.target.closest("[data-confirm]");
      if (choice) end(choice.dataset.confirm === "yes");
    });
  });
}
async function act(control, value) {
  if (!(await confirmed(control))) return;
  const message = control.closest("[data-message-ts]");
  const dialog = control.closest("dialog.modal");
  const scope = message ?? dialog;
  const error = scope.querySelector(message ? ".click-error" : ":scope > form > .click-error");
  showError(error, "");
  const place = message ? { channel: message.dataset.channel, ts: message.dataset.messageTs } : { view_id: dialog.dataset.viewId };
  const { blockId, actionId, url } = control.dataset;
  if (url) window.open(url, "_blank", "noopener,noreferrer");
  const answer = await busy(control, () => post("/page/click", { user: viewer, ...place, block_id: blockId, action_id: actionId, value }));
  if (!answer.ok) {
    // The message may have been redrawn meanwhile.
    const now = message ? document.querySelector(`#lines [data-message-ts="${message.dataset.messageTs}"] .click-error, #thread [data-message-ts="${message.dataset.messageTs}"] .click-error`) : error;
    showError(error.isConnected ? error : now, answer.message);
  }
}

document.addEventListener("click", (event) => {
  const target = event.target.closest("button, a");
  if (!target) return;
  if (target.matches("button[data-action-id]")) act(target);
  else if (target.dataset.viewClose) closeView(target.closest("dialog"), target.dataset.viewClose === "all");
  else if (target.dataset.thread) { event.preventDefault(); location.href = `/?${query({ thread: target.dataset.thread })}`; }
});
document.addEventListener("change", (event) => {
  const field = event.target.closest("[data-action-id]");
  if (!field || (field.closest(".field-input") && !field.closest("[data-dispatch]"))) return;
  const group = field.type === "checkbox" ? [...field.closest(".choices").querySelectorAll(":checked")].map((c) => c.value) : valueOf(field);
  act(field, group);
  if (field.matches("select.overflow")) field.value = "";
});
document.addEventListener("submit", async (event) => {
  event.preventDefault();
  const form = event.target;
  if (form.matches("dialog.modal form")) { submitView(form.closest("dialog")); return; }
  const text = form.elements.text.value;
  if (!text.trim()) return;
  const answer = await post("/page/say", { user: viewer, channel, text, thread: form.dataset.say === "thread" ? thread : "" });
  if (answer.ok) form.elements.text.value = "";
});

// ---- start ----------------------------------------------------------------------------------------------------------
for (const article of document.querySelectorAll("article.message")) seen.set(article, article.outerHTML);
localise(document);
for (const scroll of document.querySelectorAll(".scroll")) scroll.scrollTop = scroll.scrollHeight;
if (location.hash) document.getElementById(location.hash.slice(1))?.scrollIntoView();

const live = document.querySelector(".live");
const events = new EventSource(`/page/events?as=${encodeURIComponent(viewer)}`);
events.addEventListener("ready", () => { live.dataset.live = "on"; refresh(); refreshDialogs(); });
events.addEventListener("error", () => { live.dataset.live = "off"; });
events.addEventListener("message", (event) => {
  const change = JSON.parse(event.data);
  if (change.kind === "view") refreshDialogs();
  else if (change.channel === channel) refresh();
  else if (change.kind === "channel") location.reload();
  else document.querySelector(`nav a[data-channel="${CSS.escape(change.channel)}"]`)?.classList.add("unread");
});
