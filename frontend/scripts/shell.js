/*
 * The palette and the folding side bar. The server answers what was typed (CommandPalette); all
 * that a key should do at once is done here.
 */
(() => {
  const palette = () => document.querySelector('dialog.zore-palette');
  const field = (dialog) => dialog.querySelector('.zore-palette-field');
  const list = (dialog) => dialog.querySelector('.zore-palette-list');
  const rows = (dialog) => [...dialog.querySelectorAll('.zore-hit')];
  const chosen = (dialog) => dialog.querySelector('.zore-hit[aria-selected=true]');
  const bar = (dialog, row) => row && dialog.querySelector(`.zore-hit-actions[data-for="${row.id}"]`);

  /** What was pressed before its answers were there: the text it belongs to, and the key but for Enter. */
  let armed = null;

  const choose = (dialog, row) => {
    for (const other of rows(dialog)) {
      other.setAttribute('aria-selected', String(other === row));
    }
    for (const actions of dialog.querySelectorAll('.zore-hit-actions')) {
      actions.hidden = !row || actions.dataset.for !== row.id;
    }
    if (row) {
      field(dialog).setAttribute('aria-activedescendant', row.id);
      row.scrollIntoView({ block: 'nearest' });
    } else {
      field(dialog).removeAttribute('aria-activedescendant');
    }
  };

  const answered = (dialog) => {
    const typed = field(dialog).value.trim();
    const fresh = current(dialog);
    choose(dialog, typed && fresh ? rows(dialog)[0] : null);
    if (fresh && armed !== null && armed.typed === typed) {
      const { key } = armed;
      armed = null;
      if (key) {
        press(dialog, key);
      } else {
        act(dialog, chosen(dialog));
      }
    }
  };

  const current = (dialog) => list(dialog).dataset.for === field(dialog).value.trim();

  /** The button of a key in the row that is chosen. */
  const action = (dialog, key) => {
    const row = chosen(dialog);
    return row && [...bar(dialog, row).querySelectorAll('[data-key]')].find((one) => one.dataset.key === key);
  };

  const press = (dialog, key) => {
    const button = action(dialog, key);
    if (button) {
      act(dialog, button);
    } else {
      window.zore.unexpected();
    }
  };

  const act = (dialog, element) => {
    if (element) {
      dialog.close();
      if (element.dataset.asks !== undefined) {
        window.zore.expect();
      }
      element.click();
    }
  };

  const prepare = (dialog) => {
    if (dialog.zorePrepared) {
      return;
    }
    dialog.zorePrepared = true;
    new MutationObserver(() => answered(dialog)).observe(list(dialog), {
      attributes: true, attributeFilter: ['data-for'], childList: true });
    dialog.addEventListener('close', () => {
      armed = null;
      const input = field(dialog);
      if (input.value) {
        input.value = '';
        input.dispatchEvent(new Event('input', { bubbles: true }));
        input.dispatchEvent(new Event('change', { bubbles: true }));
      }
      choose(dialog, null);
    });
    dialog.addEventListener('mousemove', (event) => {
      const row = event.target.closest('.zore-hit');
      if (row && row !== chosen(dialog)) {
        choose(dialog, row);
      }
    });
    // Capture: the dialog closes and gives the focus back before the server hears of the click.
    dialog.addEventListener('click', (event) => {
      if (event.target === dialog || event.target.closest('.zore-hit, .zore-hit-actions button')) {
        dialog.close();
      }
    }, true);
    dialog.addEventListener('keydown', (event) => keydown(dialog, event));
  };

  const keydown = (dialog, event) => {
    const all = rows(dialog);
    const row = chosen(dialog);
    const inField = event.target === field(dialog);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && all.length) {
      event.preventDefault();
      const at = row ? all.indexOf(row) + step : step > 0 ? 0 : all.length - 1;
      choose(dialog, all[(at + all.length) % all.length]);
      field(dialog).focus();
    } else if (event.key === 'Enter' && inField && !event.isComposing) {
      event.preventDefault();
      if (current(dialog)) {
        act(dialog, row);
      } else {
        armed = { typed: field(dialog).value.trim(), key: null };
      }
    } else if (!inField && event.key === 'ArrowLeft') {
      event.preventDefault();
      field(dialog).focus();
    } else if (event.altKey || (!inField && !event.ctrlKey && !event.metaKey)) {
      const key = event.code.startsWith('Key') || event.code.startsWith('Digit')
        ? event.code.slice(-1) : event.key.toUpperCase();
      const typedKey = event.altKey ? key : event.key.toUpperCase();
      if (!current(dialog) && event.altKey && !event.ctrlKey && event.key !== '@' && /^[A-Z]$/.test(key)) {
        // The row it is for is not there yet; nobody else's is taken for it.
        event.preventDefault();
        window.zore.expect();
        armed = { typed: field(dialog).value.trim(), key };
      } else if (action(dialog, typedKey)) {
        event.preventDefault();
        event.stopPropagation();
        press(dialog, typedKey);
      }
    }
  };

  /** Something that must be answered first lies over the page. */
  const covered = () => !!document.querySelector('vaadin-dialog[opened], vaadin-confirm-dialog[opened]');

  const open = () => {
    const dialog = palette();
    if (!dialog || dialog.open || covered()) {
      return;
    }
    prepare(dialog);
    dialog.showModal();
    field(dialog).focus();
    choose(dialog, null);
    dialog.dispatchEvent(new CustomEvent('zore-open'));
  };

  const writing = () => {
    let element = document.activeElement;
    while (element && element.shadowRoot && element.shadowRoot.activeElement) {
      element = element.shadowRoot.activeElement;
    }
    return !!element && element.matches('input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]');
  };

  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.isComposing || event.repeat) {
      return;
    }
    const dialog = palette();
    const plainSlash = event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey && !writing();
    const k = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
    if (dialog && (plainSlash || k)) {
      event.preventDefault();
      if (dialog.open) {
        field(dialog).select();
      } else {
        open();
      }
    }
  });

  document.addEventListener('click', (event) => {
    if (event.target.closest('.zore-search-open')) {
      open();
    } else if (event.target.closest('.zore-fold')) {
      const narrow = document.documentElement.dataset.side !== 'narrow';
      document.documentElement.dataset.side = narrow ? 'narrow' : 'wide';
      window.zore.remember('zore-side', narrow ? 'narrow' : 'wide');
    }
  });

  /** A scanner's burst may have begun with the key that opens the palette. */
  window.addEventListener('zore-burst', () => palette()?.close());
})();
