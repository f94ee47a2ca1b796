/* Keys: forms that save on Enter, and single keys that do things. See FormDialog and Shortcuts. */
(() => {
  if (window.zore) {
    return;
  }

  const TEXT = 'input:not([type=checkbox]):not([type=radio]):not([type=button]), textarea, select, [contenteditable]';
  const shortcuts = new Map();

  /** The element that really has the focus, through shadow roots. */
  const focused = () => {
    let element = document.activeElement;
    while (element && element.shadowRoot && element.shadowRoot.activeElement) {
      element = element.shadowRoot.activeElement;
    }
    return element;
  };

  const typing = () => {
    const element = focused();
    return !!element && element.matches(TEXT);
  };

  /** The topmost open dialog or menu, if any. */
  const covering = () => {
    const open = document.querySelectorAll(
      'vaadin-dialog[opened], vaadin-confirm-dialog[opened], vaadin-context-menu[opened], dialog[open], .zore-palette[open]'
    );
    return open.length ? open[open.length - 1] : null;
  };

  const reachable = (host) => {
    const cover = covering();
    return host.isConnected && host.parentElement && host.parentElement.checkVisibility()
      && (!cover || cover.contains(host));
  };

  // scanner.js holds such keys back for a moment, so that a scanner's burst never presses one.
  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.repeat || typing()) {
      return;
    }
    for (const [host, key] of shortcuts) {
      if (!host.isConnected) {
        shortcuts.delete(host);
      } else if (key.toLowerCase() === event.key.toLowerCase() && reachable(host)) {
        event.preventDefault();
        host.dispatchEvent(new CustomEvent('zore-shortcut', { detail: { key } }));
        return;
      }
    }
  });

  /** Makes a field tell its value now, as leaving it would. */
  const commit = () => {
    const element = focused();
    if (element && element.matches('input, textarea')) {
      element.blur();
      element.focus();
    }
  };

  /** Remembers for a year how this reader likes the screen. */
  const remember = (name, value) => {
    const path = new URL(document.baseURI).pathname;
    document.cookie = `${name}=${value}; path=${path}; max-age=31536000; samesite=lax`;
  };

  /** Puts the focus into the first field that can be written in, once it is there. */
  const focusFirst = (host) => {
    requestAnimationFrame(() => {
      if (!host.contains(document.activeElement)) {
        const field = [...host.querySelectorAll('input, textarea, vaadin-select')].find(
          (one) => !one.disabled && !one.readOnly && one.checkVisibility());
        field?.focus();
      }
    });
  };

  window.zore = {
    remember,

    theme(word) {
      document.documentElement.dataset.theme = word;
      remember('zore-theme', word);
    },

    language(word) {
      remember('zore-language', word);
      location.reload();
    },

    /** What the page says of its connection, where a screen reader finds it. */
    connection(online, offline, reconnecting) {
      const indicator = window.Vaadin?.connectionIndicator ?? document.querySelector('vaadin-connection-indicator');
      if (indicator) {
        Object.assign(indicator, { onlineText: online, offlineText: offline, reconnectingText: reconnecting });
        indicator.setAttribute('role', 'status');
      }
    },

    /** After a navigation the focus is somewhere: what had it may be gone. */
    landed() {
      requestAnimationFrame(() => {
        if (!document.activeElement || document.activeElement === document.body) {
          document.getElementById('content')?.focus({ preventScroll: true });
        }
      });
    },

    /** The element hears `zore-shortcut` when the key is pressed. */
    shortcut(host, key) {
      shortcuts.set(host, key);
    },

    /** The element hears `zore-save` on Enter in a field, and on Ctrl+Enter anywhere in it. */
    form(host) {
      if (host.zoreForm) {
        return;
      }
      host.zoreForm = true;
      focusFirst(host);
      host.addEventListener('keydown', (event) => {
        if (event.key !== 'Enter' || event.isComposing || event.repeat || event.defaultPrevented) {
          return;
        }
        const strong = event.ctrlKey || event.metaKey;
        const within = (selector) => host.contains(event.target.closest(selector));
        if (!strong && (within('textarea, button, a, vaadin-button, vaadin-upload, vaadin-grid') || within('[opened]'))) {
          return;
        }
        event.preventDefault();
        commit();
        host.dispatchEvent(new CustomEvent('zore-save'));
      });
    },
  };
})();
