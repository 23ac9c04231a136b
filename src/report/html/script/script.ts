/**
 * The little that a report does by itself: it looks for words, opens and closes all files, and opens what is folded before it is printed. All
 * that it holds can be read without.
 */
export const script = `
'use strict';
(() => {
  const all = (what, within = document) => [...within.querySelectorAll(what)];
  const field = document.getElementById('search');
  const status = document.getElementById('found');
  const texts = new WeakMap();
  const opened = new Set();
  const textOf = (element) => {
    if (!texts.has(element)) texts.set(element, element.textContent.toLowerCase());
    return texts.get(element);
  };
  const mark = (elements, words) => {
    if (!globalThis.Highlight || !CSS.highlights) return;
    CSS.highlights.delete('found');
    const ranges = [];
    if (words.length > 0) for (const element of elements) {
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node && ranges.length < 2000; node = walker.nextNode()) {
        const text = node.data.toLowerCase();
        if (text.length !== node.data.length) continue;
        for (const word of words) for (let at = text.indexOf(word); at >= 0 && ranges.length < 2000; at = text.indexOf(word, at + word.length)) {
          const range = new Range();
          range.setStart(node, at);
          range.setEnd(node, at + word.length);
          ranges.push(range);
        }
      }
    }
    if (ranges.length > 0) CSS.highlights.set('found', new Highlight(...ranges));
  };
  const look = () => {
    const words = field.value.toLowerCase().split(/\\s+/).filter(Boolean);
    const hits = [];
    for (const element of all('[data-find]')) {
      const isHit = words.every((word) => textOf(element).includes(word));
      element.hidden = !isHit;
      if (isHit) hits.push(element);
    }
    for (const group of all('[data-group]')) group.hidden = words.length > 0 && !all('[data-find]:not([hidden])', group).length;
    for (const group of opened) group.open = false;
    opened.clear();
    if (words.length > 0) for (const group of all('details[data-group]:not([hidden]):not([open])')) { group.open = true; opened.add(group); }
    mark(hits, words);
    status.textContent = words.length === 0 ? '' : hits.length === 0 ? 'Nothing found' : hits.length + ' found';
  };
  let timer;
  field.addEventListener('input', () => { clearTimeout(timer); timer = setTimeout(look, 80); });
  field.addEventListener('keydown', (event) => { if (event.key === 'Escape') { field.value = ''; look(); } });
  for (const button of all('button[data-open]')) button.addEventListener('click', () => {
    for (const each of all('details', document.getElementById(button.dataset.open))) each.open = button.dataset.to === 'open';
  });
  addEventListener('beforeprint', () => { for (const each of all('details:not(.file)')) each.open = true; });
  const reveal = () => {
    const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    for (let each = target; each; each = each.parentElement) if (each.tagName === 'DETAILS') each.open = true;
    if (target && target.scrollIntoView) target.scrollIntoView();
  };
  addEventListener('hashchange', reveal);
  for (const each of all('[data-scripted]')) each.hidden = false;
  if (location.hash) reveal();
})();
`;
