/*
 * The numbered list of classes (BookList): digits and arrows move the highlight at once, Enter
 * clicks the row that has it. Keys typed while the list was on its way come first.
 */
(() => {
  if (window.zoreBook) {
    return;
  }

  const rows = (host) => [...host.querySelectorAll('[role=option]')];
  const chosen = (host) => host.querySelector('[role=option][aria-selected=true]');

  const choose = (host, row) => {
    for (const other of rows(host)) {
      other.setAttribute('aria-selected', String(other === row));
    }
    if (row) {
      host.setAttribute('aria-activedescendant', row.id);
      row.scrollIntoView({ block: 'nearest' });
    }
  };

  const keydown = (host, event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) {
      return;
    }
    const all = rows(host);
    const row = chosen(host);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && all.length) {
      event.preventDefault();
      const at = row ? all.indexOf(row) + step : step > 0 ? 0 : all.length - 1;
      choose(host, all[(at + all.length) % all.length]);
    } else if (event.key === 'Home' || event.key === 'End') {
      event.preventDefault();
      choose(host, event.key === 'Home' ? all[0] : all[all.length - 1]);
    } else if (/^[1-9]$/.test(event.key)) {
      event.preventDefault();
      const numbered = all.find((one) => one.dataset.digit === event.key);
      if (numbered) {
        choose(host, numbered);
      }
    } else if ((event.key === 'Enter' || event.key === ' ') && !event.repeat) {
      event.preventDefault();
      row?.click();
    }
  };

  /** Takes the focus, then the keys that could not wait. */
  const take = (host) => {
    if (host.isConnected) {
      host.focus();
      window.zore.expected(host);
    }
  };

  /** While it is being drawn, a dialog loses the focus and then takes it to itself: only then is it ours. */
  const opened = (then) => {
    const done = () => {
      clearTimeout(late);
      document.removeEventListener('vaadin-overlay-open', done);
      then();
    };
    const late = setTimeout(done, 1000);
    document.addEventListener('vaadin-overlay-open', done);
  };

  window.zoreBook = {
    list(host) {
      if (!host.zoreBook) {
        host.zoreBook = true;
        host.addEventListener('keydown', (event) => keydown(host, event));
        opened(() => take(host));
      } else {
        take(host);
      }
      if (!chosen(host)) {
        choose(host, rows(host).find((row) => !row.classList.contains('book-row-closed')) ?? rows(host)[0]);
      }
    },
  };
})();
