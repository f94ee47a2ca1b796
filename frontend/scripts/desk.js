/*
 * The check-in field (CheckInField). Keys answer at once here; who is meant by what was typed is the
 * server's to say. Enter marks the text, so that the next name typed replaces it however soon it
 * comes, and the field is emptied only while it still holds what was answered.
 */
(() => {
  if (window.zoreDesk) {
    return;
  }

  const list = (host) => host.querySelector('[role=listbox]');
  const rows = (host) => [...host.querySelectorAll('[role=option]')];
  const chosen = (host) => host.querySelector('[role=option][aria-selected=true]');
  const input = (host) => host.querySelector('input');

  const choose = (host, row) => {
    for (const other of rows(host)) {
      other.setAttribute('aria-selected', String(other === row));
    }
    if (row) {
      input(host).setAttribute('aria-activedescendant', row.id);
      row.scrollIntoView({ block: 'nearest' });
    } else {
      input(host).removeAttribute('aria-activedescendant');
    }
  };

  const put = (field, text) => {
    field.value = text;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    field.dispatchEvent(new Event('change', { bubbles: true }));
  };

  const current = (host) => list(host).dataset.for === input(host).value.trim();

  /** Does something with whoever has the highlight; the server finds out who is meant without one. */
  const deed = (host, button) => {
    const row = chosen(host);
    const field = input(host);
    field.select();
    window.zore.expect();
    host.dispatchEvent(new CustomEvent('desk-deed', {
      detail: { key: button.dataset.key, row: row && current(host) ? row.id : '', typed: field.value } }));
  };

  const button = (host, key) => [...host.querySelectorAll('[data-key]')].find((one) => one.dataset.key === key);

  /** Alt and a letter in the field, or the letter alone on one of the buttons below. */
  const letter = (host, event) => {
    const inField = event.target === input(host);
    if (event.ctrlKey || event.metaKey || event.repeat || event.isComposing || inField !== event.altKey) {
      return;
    }
    const key = event.altKey ? event.code.replace(/^Key/, '') : event.key.toUpperCase();
    const found = input(host).value.trim() && button(host, key);
    if (found) {
      event.preventDefault();
      event.stopPropagation();
      deed(host, found);
    }
  };

  const keydown = (host, event) => {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    const field = input(host);
    const all = rows(host);
    const row = chosen(host);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      if (all.length) {
        const at = row ? all.indexOf(row) + step : step > 0 ? 0 : all.length - 1;
        choose(host, all[(at + all.length) % all.length]);
      }
    } else if (event.key === 'Enter') {
      event.preventDefault();
      if (event.repeat || !field.value.trim()) {
        return;
      }
      field.select();
      if (row && current(host)) {
        row.click();
      } else {
        host.dispatchEvent(new CustomEvent('desk-enter', { detail: field.value }));
      }
    } else if (event.key === 'Escape' && field.value) {
      event.preventDefault();
      event.stopPropagation();
      put(field, '');
    }
  };

  window.zoreDesk = {
    field(host, field) {
      if (host.zoreDesk) {
        return;
      }
      host.zoreDesk = true;
      field.addEventListener('keydown', (event) => keydown(host, event));
      field.addEventListener('input', () => choose(host, null));
      host.addEventListener('keydown', (event) => letter(host, event));
      host.addEventListener('click', (event) => {
        const pressed = event.target.closest('[data-key]');
        if (pressed) {
          deed(host, pressed);
        }
      });
      window.zore.unexpected();
      new MutationObserver(() => {
        if (host.zoreFirst && rows(host).length) {
          host.zoreFirst = false;
          choose(host, rows(host)[0]);
        } else if (!chosen(host)) {
          field.removeAttribute('aria-activedescendant');
        }
      }).observe(list(host), { childList: true });
    },

    /** Tells the page when somebody looks at it again: hours pass while it lies in the background. */
    watch(page) {
      const look = () => {
        if (!page.isConnected) {
          document.removeEventListener('visibilitychange', look);
        } else if (document.visibilityState === 'visible') {
          page.dispatchEvent(new CustomEvent('desk-look'));
        }
      };
      document.addEventListener('visibilitychange', look);
    },

    /** Highlights the first answer, now or when there is one. */
    choose(host) {
      host.zoreFirst = !rows(host).length;
      if (!host.zoreFirst) {
        choose(host, rows(host)[0]);
      }
    },

    /** It is dealt with: ready for the next, unless somebody typed on. */
    done(host, answered) {
      const field = input(host);
      if (field.value === answered) {
        put(field, '');
      }
    },

    /** Nobody, or more than one could be meant: what was typed can be typed on. */
    several(host, answered) {
      window.zore.unexpected();
      const field = input(host);
      if (field.value === answered && document.activeElement === field) {
        field.setSelectionRange(answered.length, answered.length);
        this.choose(host);
      }
    },
  };
})();
