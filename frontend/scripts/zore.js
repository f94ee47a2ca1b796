/* Keys: forms that save on Enter, and single keys that do things. See FormDialog and Shortcuts. */
(() => {
  if (window.zore) {
    return;
  }

  const TEXT = 'input:not([type=checkbox]):not([type=radio]):not([type=button]), textarea, select, [contenteditable]';
  const KEYS = /^(.|Enter|Escape|Tab|Backspace|Delete|Home|End|Arrow\w+)$/u;
  const shortcuts = new Map();

  /** Keys that came after one that opens something which is not there yet. */
  let expecting = null;

  /** The element that really has the focus, through shadow roots. */
  const focused = () => {
    let element = document.activeElement;
    while (element && element.shadowRoot && element.shadowRoot.activeElement) {
      element = element.shadowRoot.activeElement;
    }
    return element;
  };

  /** A field that lies below an open dialog has the focus for a moment still: nobody types there. */
  const typing = () => {
    const element = focused();
    const cover = covering();
    return !!element && element.matches(TEXT) && (!cover || cover.contains(document.activeElement));
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

  /** Whether an event is a shortcut's key; with Alt only where it was asked for. */
  const pressed = (event, { key, asks }) =>
    event.altKey
      ? asks && event.code === `Key${key.toUpperCase()}`
      : key.toLowerCase() === event.key.toLowerCase();

  // scanner.js holds such keys back for a moment, so that a scanner's burst never presses one.
  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.isComposing || event.repeat
      || (!event.altKey && typing())) {
      return;
    }
    for (const [host, shortcut] of shortcuts) {
      if (!host.isConnected) {
        shortcuts.delete(host);
      } else if (pressed(event, shortcut) && reachable(host)) {
        event.preventDefault();
        if (shortcut.asks) {
          window.zore.expect();
        }
        host.dispatchEvent(new CustomEvent('zore-shortcut', { detail: { key: shortcut.key } }));
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
      if (host.contains(document.activeElement)) {
        window.zore.expected(document.activeElement);
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

    /** The element hears `zore-shortcut` when the key is pressed; one that asks also with Alt, from a field. */
    shortcut(host, key, asks) {
      shortcuts.set(host, { key, asks });
    },

    /** What was asked for opens soon: keys typed until then are its own, for two seconds at most. */
    expect() {
      this.unexpected();
      const keys = [];
      const take = (event) => {
        if (!event.ctrlKey && !event.metaKey && !event.altKey && !event.isComposing && KEYS.test(event.key)) {
          event.preventDefault();
          event.stopImmediatePropagation();
          keys.push(event.key);
        }
      };
      window.addEventListener('keydown', take, true);
      const timer = setTimeout(() => this.unexpected(), 2000);
      expecting = { keys, stop: () => {
        clearTimeout(timer);
        window.removeEventListener('keydown', take, true);
      } };
    },

    /** Nothing opens after all: the keys are dropped. */
    unexpected() {
      expecting?.stop();
      expecting = null;
    },

    /** It is here and has the focus: it gets the keys that were typed meanwhile. */
    expected(element) {
      const keys = expecting ? expecting.keys : [];
      this.unexpected();
      for (const key of keys) {
        const event = new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true });
        event.zoreHeld = true;
        if (element.dispatchEvent(event) && key.length === 1 && element.matches('input, textarea')) {
          document.execCommand('insertText', false, key);
        }
      }
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
