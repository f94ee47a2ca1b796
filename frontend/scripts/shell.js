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

  /** The text of an Enter that waits for its answers. */
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
    const current = list(dialog).dataset.for === typed;
    choose(dialog, typed && current ? rows(dialog)[0] : null);
    if (current && armed !== null && armed === typed) {
      armed = null;
      act(dialog, chosen(dialog));
    }
  };

  const act = (dialog, element) => {
    if (element) {
      dialog.close();
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
      const typed = field(dialog).value.trim();
      if (list(dialog).dataset.for === typed) {
        act(dialog, row);
      } else {
        armed = typed;
      }
    } else if (!inField && event.key === 'ArrowLeft') {
      event.preventDefault();
      field(dialog).focus();
    } else if (row && (event.altKey || (!inField && !event.ctrlKey && !event.metaKey))) {
      const key = event.code.startsWith('Key') || event.code.startsWith('Digit')
        ? event.code.slice(-1) : event.key.toUpperCase();
      const typedKey = event.altKey ? key : event.key.toUpperCase();
      const action = [...bar(dialog, row).querySelectorAll('[data-key]')].find((one) => one.dataset.key === typedKey);
      if (action) {
        event.preventDefault();
        event.stopPropagation();
        act(dialog, action);
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
