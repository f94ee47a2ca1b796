/*
 * Card and QR scanners type like a keyboard: a burst of characters, then Enter, wherever the focus
 * happens to be. Here such a burst is told from a person's typing by its pace (the gaps, the one
 * before Enter included, are shorter than any hand keeps up for six keys), taken out of whatever
 * field it landed in, and handed to the shell, which asks the view and the features (ScanListener).
 *
 * The pace is that of the keyboard: an event's timeStamp is when the system delivered the key, not
 * when this page found the time to look at it. A machine that is busy itself may deliver one key in
 * six late; a burst that is well under way outlasts that.
 */
(() => {
  if (window.zoreScanner) {
    return;
  }
  window.zoreScanner = true;

  const GAP = 35;
  const STALL = 120;
  const QUICK_PER_STALL = 6;
  const SHORTEST = 6;
  const MODIFIERS = new Set(['Shift', 'Control', 'Alt', 'AltGraph', 'Meta', 'CapsLock', 'NumLock', 'Dead', 'Unidentified']);
  const TEXT = 'input:not([type=checkbox]):not([type=radio]):not([type=button]):not([type=range]), textarea, [contenteditable]';

  /** What was typed so fast, when the last key came, how many gaps were quick or stalled, and each field as it was before. */
  let burst = null;
  let held = null;
  let swallowed = false;

  const focused = () => {
    let element = document.activeElement;
    while (element && element.shadowRoot && element.shadowRoot.activeElement) {
      element = element.shadowRoot.activeElement;
    }
    return element;
  };

  const snapshot = (element) => {
    const host = element.closest('vaadin-combo-box, vaadin-multi-select-combo-box, vaadin-date-picker, vaadin-time-picker');
    let start = null;
    let end = null;
    try {
      start = element.selectionStart;
      end = element.selectionEnd;
    } catch (notText) {
      // e-mail and number fields have no selection to speak of
    }
    return { value: element.value, start, end, host, opened: !!host && host.opened };
  };

  const restore = (element, before) => {
    if (element.value !== before.value) {
      element.value = before.value;
      element.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    }
    if (before.start !== null && element === focused()) {
      try {
        element.setSelectionRange(before.start, before.end);
      } catch (notText) {
        // as above
      }
    }
    if (before.host && before.host.opened && !before.opened) {
      before.host.opened = false;
    }
  };

  /** Whether a key that comes now belongs to the burst. */
  const follows = (event) => {
    const gap = event.timeStamp - burst.last;
    if (gap <= GAP) {
      burst.quick += 1;
      return true;
    }
    if (gap <= STALL && burst.quick >= QUICK_PER_STALL * (burst.stalls + 1)) {
      burst.stalls += 1;
      return true;
    }
    return false;
  };

  /** A key outside any text may be a shortcut or the start of a burst: it waits a moment to tell. */
  const hold = (event) => {
    const target = event.composedPath()[0];
    event.preventDefault();
    event.stopImmediatePropagation();
    const release = () => {
      held = null;
      const again = new KeyboardEvent('keydown', {
        key: event.key, code: event.code, shiftKey: event.shiftKey, bubbles: true, composed: true, cancelable: true });
      again.zoreHeld = true;
      (target.isConnected ? target : document.body).dispatchEvent(again);
    };
    const due = performance.now() + GAP + 5;
    const look = () => {
      if (performance.now() > due + GAP && !look.waited) {
        // The page was busy: keys that came meanwhile are looked at first.
        look.waited = true;
        held.timer = setTimeout(look, GAP);
      } else {
        release();
      }
    };
    held = { timer: setTimeout(look, GAP + 5), release };
  };

  /** The key that waits belongs to a burst, or is let go. */
  const settle = (inBurst) => {
    if (held !== null) {
      clearTimeout(held.timer);
      if (inBurst) {
        held = null;
      } else {
        held.release();
      }
    }
  };

  const caught = () => {
    const { text, fields } = burst;
    for (const [element, before] of fields) {
      restore(element, before);
    }
    window.dispatchEvent(new CustomEvent('zore-burst'));
    document.querySelector('.zore-shell').dispatchEvent(new CustomEvent('zore-scan', { detail: text }));
  };

  window.addEventListener('keydown', (event) => {
    if (event.zoreHeld || MODIFIERS.has(event.key) || !document.querySelector('.zore-shell')) {
      return;
    }
    swallowed = false;
    const fast = burst !== null && follows(event);
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.isComposing;
    if (event.key === 'Enter' && plain && fast && burst.text.length >= SHORTEST) {
      event.preventDefault();
      event.stopImmediatePropagation();
      swallowed = true;
      caught();
      burst = null;
      return;
    }
    const alone = !event.metaKey && ((!event.ctrlKey && !event.altKey) || event.getModifierState('AltGraph'));
    const goesOn = event.key.length === 1 && alone && !event.repeat && !event.isComposing;
    // A key that is no scanner's comes after the one that waits, however late the page looks at it.
    settle(fast && goesOn);
    if (!goesOn) {
      burst = null;
      return;
    }
    if (!fast) {
      burst = { text: '', last: 0, quick: 0, stalls: 0, fields: new Map() };
    }
    burst.text += event.key;
    burst.last = event.timeStamp;
    const element = focused();
    if (element && element.matches(TEXT)) {
      if (!burst.fields.has(element) && 'value' in element) {
        burst.fields.set(element, snapshot(element));
      }
    } else if (fast) {
      event.preventDefault();
      event.stopImmediatePropagation();
    } else if (event.key !== ' ' && event.key !== '/') {
      hold(event);
    }
  }, true);

  // The Enter that ended a burst must not press a button when it is let go either.
  window.addEventListener('keyup', (event) => {
    if (swallowed && event.key === 'Enter') {
      swallowed = false;
      event.preventDefault();
      event.stopImmediatePropagation();
    }
  }, true);
})();
