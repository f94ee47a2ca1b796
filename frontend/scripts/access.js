/* Tells the server that somebody is at this page: once a minute at most, by a key, a click or a touch. */
(() => {
  if (window.zoreActivity) {
    return;
  }
  window.zoreActivity = true;
  const EVERY = 60_000;
  let told = Date.now();
  const used = () => {
    const now = Date.now();
    if (now - told >= EVERY || document.querySelector('.zore-end-notice[opened]')) {
      told = now;
      document.body.dispatchEvent(new CustomEvent('zore-activity'));
    }
  };
  for (const kind of ['keydown', 'pointerdown', 'wheel']) {
    window.addEventListener(kind, used, { capture: true, passive: true });
  }
})();
