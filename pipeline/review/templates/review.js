"use strict";
// Everything from the document reaches the page as text or attribute values, never as markup.
(() => {
  const $ = (selector, root = document) => root.querySelector(selector);
  const $$ = (selector, root = document) => [...root.querySelectorAll(selector)];
  const corrections = [];
  const store = "kehoach-" + KEHOACH.sha256;
  let language = "vi";
  let current = null;

  const evidenceOf = (node) => JSON.parse(node.dataset.evidence || "[]");
  const plain = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/[đĐ]/g, "d").toLowerCase();
  const say = (text) => { $("#status").textContent = text; };
  const word = (vi, en) => (language === "vi" ? vi : en);

  // ---- pictures are decoded when a page comes near the screen, and let go when it is far away
  const watcher = new IntersectionObserver((entries) => {
    for (const entry of entries) {
      const img = $("img", entry.target);
      if (entry.isIntersecting) { if (!img.src) img.src = $("#" + img.dataset.source).textContent; }
      else img.removeAttribute("src");
    }
  }, { root: $("#pages"), rootMargin: "1200px" });
  $$(".page").forEach((page) => watcher.observe(page));
  addEventListener("beforeprint", () => {
    watcher.disconnect();
    $$(".page img").forEach((img) => { if (!img.src) img.src = $("#" + img.dataset.source).textContent; });
  });

  // ---- boxes
  const place = (box, figure, bbox) => {
    const w = Number(figure.dataset.width), h = Number(figure.dataset.height);
    box.style.left = (100 * bbox[0] / w) + "%"; box.style.top = (100 * bbox[1] / h) + "%";
    box.style.width = (100 * (bbox[2] - bbox[0]) / w) + "%"; box.style.height = (100 * (bbox[3] - bbox[1]) / h) + "%";
  };
  const drawn = new Map();
  const owners = [...$$(".item .value"), ...$$(".finding")];
  for (const owner of owners) {
    for (const e of evidenceOf(owner)) {
      const figure = e.page && e.bbox && $("#page-" + e.page);
      if (!figure) continue;
      const key = e.page + ":" + e.bbox.join(",");
      let box = drawn.get(key);
      if (!box) {
        box = document.createElement("button");
        box.type = "button"; box.className = "box"; box.tabIndex = -1;
        box.setAttribute("aria-label", e.quote.slice(0, 80));
        box.owner = owner; place(box, figure, e.bbox);
        box.addEventListener("click", () => { goTo(box.owner.closest(".item, .finding")); show(evidenceOf(box.owner), false); });
        figure.append(box); drawn.set(key, box);
      }
      if (owner.closest(".doubtful")) box.classList.add("doubtful");
    }
  }

  const pre = $("#text");
  const letters = pre ? Array.from(pre.textContent) : [];
  const markText = (span, scroll) => {
    const mark = document.createElement("mark");
    mark.textContent = letters.slice(span[0], span[1]).join("");
    pre.replaceChildren(letters.slice(0, span[0]).join(""), mark, letters.slice(span[1]).join(""));
    if (scroll) mark.scrollIntoView({ block: "center" });
  };

  const show = (evidence, scroll = true) => {
    $$(".box.now").forEach((box) => { box.classList.remove("now"); if (box.extra) box.remove(); });
    let first = null;
    for (const e of evidence) {
      if (pre) { markText(e.span, scroll && !first); first = first || pre; continue; }
      const figure = e.page && $("#page-" + e.page);
      if (!figure || !e.bbox) continue;
      let box = drawn.get(e.page + ":" + e.bbox.join(","));
      if (!box) { box = document.createElement("div"); box.className = "box"; box.extra = true; place(box, figure, e.bbox); figure.append(box); }
      box.classList.add("now"); first = first || box;
    }
    if (scroll && first && first !== pre) first.scrollIntoView({ block: "center", inline: "center" });
    return first;
  };

  // a click must not move what is under the pointer, or the second click of a pair hits another value
  const goTo = (item, scroll = true) => {
    if (!item) return;
    $$(".item.now, .finding.now").forEach((other) => other.classList.remove("now"));
    current = item; item.classList.add("now"); if (scroll) item.scrollIntoView({ block: "center" }); item.focus({ preventScroll: true });
  };

  if (pre) pre.addEventListener("click", () => {
    const selection = getSelection();
    const range = document.createRange(); range.setStart(pre, 0); range.setEnd(selection.anchorNode, selection.anchorOffset);
    const at = Array.from(range.toString()).length;
    let best = null, width = Infinity;
    for (const owner of owners) for (const e of evidenceOf(owner)) {
      if (e.span[0] <= at && at < e.span[1] && e.span[1] - e.span[0] < width) { best = owner; width = e.span[1] - e.span[0]; }
    }
    if (best) { goTo(best.closest(".item, .finding")); show(evidenceOf(best), false); }
  });

  // ---- doubtful values and findings one after the other
  const step = (by) => {
    const list = $$(".check").filter((node) => !node.classList.contains("hidden"));
    if (!list.length) { say(word("Không còn chỗ cần xem.", "Nothing to check.")); return; }
    const at = (list.indexOf(current) + by + list.length) % list.length;
    goTo(list[at]); show(evidenceOf(list[at]));
    say((at + 1) + " / " + list.length);
  };

  // ---- corrections
  const record = (item, action, extra) => {
    corrections.push({
      sha256: KEHOACH.sha256, kind: item.dataset.group, section: item.dataset.section || "", quote: item.dataset.quote || "",
      action, ...extra, by: $("#by").value || null, at: new Date().toISOString(),
    });
    $("#count").textContent = String(corrections.length);
    try { localStorage.setItem(store, JSON.stringify(corrections)); } catch (error) { /* private mode: the download still works */ }
  };
  const accept = (item) => {
    if (!item || !item.classList.contains("item")) return;
    record(item, "accept", {}); item.classList.remove("doubtful", "check"); item.classList.add("corrected");
    say(word("Đã ghi là đúng.", "Accepted."));
  };
  const parse = (text, old) => {
    const trimmed = text.trim();
    if (Array.isArray(old)) return trimmed ? trimmed.split(/\s*[;\n]\s*/).filter(Boolean) : [];
    if (old !== null && typeof old === "object") return JSON.parse(trimmed);
    if (trimmed === "") return null;
    return trimmed;
  };
  const number = (text) => {
    const compact = text.replace(/\s/g, "");
    if (!/^-?\d{1,3}(\.\d{3})*(,\d+)?$|^-?\d+([.,]\d+)?$/.test(compact)) return text;
    return Number(/^-?\d{1,3}(\.\d{3})+(,\d+)?$/.test(compact) ? compact.replace(/\./g, "").replace(",", ".") : compact.replace(",", "."));
  };
  const edit = (value) => {
    if ($(".editor", value.parentNode)) return;
    const item = value.closest(".item"), old = JSON.parse(value.dataset.json), field = value.dataset.field;
    const editor = document.createElement("span"); editor.className = "editor";
    const area = document.createElement("textarea");
    area.setAttribute("aria-label", value.closest(".field").querySelector("dt").textContent);
    area.value = Array.isArray(old) ? old.join("; ") : old !== null && typeof old === "object" ? JSON.stringify(old) : old === null ? "" : typeof old === "number" ? String(old).replace(".", ",") : String(old);
    const ok = document.createElement("button"); ok.type = "button"; ok.textContent = word("Ghi", "Set");
    const cancel = document.createElement("button"); cancel.type = "button"; cancel.textContent = word("Thôi", "Cancel");
    const close = () => { editor.remove(); value.hidden = false; value.focus(); };
    const set = () => {
      let result;
      try { result = parse(area.value, old); } catch (error) { say(word("Giá trị không hợp lệ.", "That value does not fit.")); return; }
      if (["value", "max"].includes(field) && typeof result === "string") result = number(result);
      if (JSON.stringify(result) !== JSON.stringify(old)) {
        record(item, "edit", { field, was: old, value: result });
        value.dataset.json = JSON.stringify(result); value.textContent = area.value || "∅"; value.classList.add("changed");
        item.classList.remove("doubtful", "check"); item.classList.add("corrected");
        say(word("Đã ghi.", "Set."));
      }
      close();
    };
    ok.addEventListener("click", set); cancel.addEventListener("click", close);
    area.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && !event.shiftKey) { event.preventDefault(); set(); }
      if (event.key === "Escape") close();
      event.stopPropagation();
    });
    editor.append(area, ok, cancel); value.hidden = true; value.after(editor); area.focus(); area.select();
  };
  const save = async () => {
    const body = JSON.stringify({ corrections }, null, 2) + "\n";
    if (KEHOACH.save) {
      const answer = await fetch(KEHOACH.save.url, { method: "POST", headers: { "Content-Type": "application/json", "X-Kehoach-Token": KEHOACH.save.token }, body });
      say(answer.ok ? word("Đã lưu.", "Saved.") : word("Không lưu được: ", "Not saved: ") + await answer.text());
      if (answer.ok) forget();
      return;
    }
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([body], { type: "application/json" }));
    link.download = "corrections.json"; link.click(); URL.revokeObjectURL(link.href);
    say(word("Đã tải corrections.json; để tệp này cạnh plan.json.", "corrections.json is downloaded; put it beside plan.json."));
  };
  const forget = () => { try { localStorage.removeItem(store); } catch (error) { /* nothing was kept */ } };

  // ---- wiring
  $("#record").addEventListener("click", (event) => {
    const target = event.target.closest("button, td, article");
    if (!target) return;
    const item = target.closest(".item, .finding");
    if (target.classList.contains("edit")) { edit($(".value", target.parentNode)); return; }
    if (target.classList.contains("accept")) { accept(item); return; }
    if (target.classList.contains("delete")) { record(item, "delete", {}); item.classList.add("deleted"); return; }
    if (target.classList.contains("add")) { addItem(target.dataset.group); return; }
    if (target.dataset.cell) { showCell(target); return; }
    if (item) goTo(item, false);
    if (target.dataset.evidence) show(evidenceOf(target));
  });
  $("#record").addEventListener("dblclick", (event) => { const value = event.target.closest(".value"); if (value) edit(value); });
  const showCell = (td) => {
    const [, row, column] = td.dataset.cell.split("|").map((part, i) => (i ? Number(part) : part));
    const cells = JSON.parse($(".cells", td.closest(".annex")).textContent);
    const cell = cells.find((c) => c.row === row && c.column === column);
    if (cell) show(cell.evidence);
  };
  const addItem = (group) => {
    const text = getSelection().toString().trim() || prompt(word("Nội dung của mục thêm vào:", "Text of the new item:"));
    if (!text) return;
    const main = { legal_bases: "number", goals: "name" }[group];
    corrections.push({ sha256: KEHOACH.sha256, kind: group, section: "", quote: text, action: "add", value: main ? { [main]: text } : {}, by: $("#by").value || null, at: new Date().toISOString() });
    $("#count").textContent = String(corrections.length); say(word("Đã thêm.", "Added."));
  };
  $$(".outline a").forEach((link) => link.addEventListener("click", (event) => { event.preventDefault(); show(evidenceOf(link)); }));
  $("#next").addEventListener("click", () => step(1));
  $("#previous").addEventListener("click", () => step(-1));
  $("#save").addEventListener("click", save);
  let zoom = 1;
  const setZoom = (value) => { zoom = Math.min(3, Math.max(0.4, value)); $("#pages").style.setProperty("--zoom", zoom); };
  $("#zoom-in").addEventListener("click", () => setZoom(zoom * 1.2));
  $("#zoom-out").addEventListener("click", () => setZoom(zoom / 1.2));
  $("#search").addEventListener("input", (event) => {
    const query = plain(event.target.value.trim());
    for (const node of $$(".item, .finding")) node.classList.toggle("hidden", query !== "" && !plain(node.textContent).includes(query));
  });
  $("#language").addEventListener("click", () => {
    language = language === "vi" ? "en" : "vi"; document.documentElement.lang = language;
    $$("[data-vi]").forEach((node) => { node.textContent = node.dataset[language]; });
  });
  document.addEventListener("keydown", (event) => {
    if (event.target.matches("input, textarea") || event.ctrlKey || event.metaKey || event.altKey) return;
    const keys = { n: () => step(1), p: () => step(-1), a: () => accept(current), "/": () => $("#search").focus(), "+": () => setZoom(zoom * 1.2), "-": () => setZoom(zoom / 1.2),
      e: () => { const value = current && ($('.value[data-field="value"]', current) || $(".value", current)); if (value) edit(value); } };
    if (keys[event.key]) { event.preventDefault(); keys[event.key](); }
  });
  try {
    const kept = JSON.parse(localStorage.getItem(store) || "[]");
    if (kept.length) { corrections.push(...kept); $("#count").textContent = String(kept.length); say(kept.length + word(" sửa đổi chưa lưu từ lần trước.", " unsaved changes from last time.")); }
  } catch (error) { /* nothing kept */ }
  addEventListener("beforeunload", (event) => { if (corrections.length && KEHOACH.save) event.preventDefault(); });
})();
