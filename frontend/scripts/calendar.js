/*
 * Draws the calendar (CalendarBoard) with FullCalendar's standard bundle; the agenda is a plain list.
 * Everything comes from the server as one sheet: events at the gym's wall times (FullCalendar takes
 * them as UTC, so that no browser's zone plays a part) and the words. What somebody opens goes back
 * as an event, and so does where something was dragged; nothing is changed here.
 */
(() => {
  if (window.zoreCalendar) {
    return;
  }

  const VIEWS = { day: 'timeGridDay', week: 'timeGridWeek', month: 'dayGridMonth' };
  const EARLY = 7;
  const LATE = 21;
  const QUARTER = 15;

  const make = (tag, className, ...content) => {
    const element = document.createElement(tag);
    element.className = className;
    element.append(...content.filter((one) => one !== null && one !== ''));
    return element;
  };

  const icon = (sheet, symbol) => {
    const element = make('vaadin-icon', 'zore-icon');
    element.src = sheet.sprite;
    element.symbol = symbol;
    element.setAttribute('aria-hidden', 'true');
    return element;
  };

  const note = (sheet, className, symbol, words) =>
    words ? make('span', `cal-note ${className}`, icon(sheet, symbol), make('span', '', words)) : null;

  const fill = (event) => {
    if (!event.fill) {
      return null;
    }
    const bar = event.share < 0 ? null : make('span', 'cal-bar');
    bar?.style.setProperty('--fill', `${event.share}%`);
    return make('span', 'cal-fill', bar, make('span', 'cal-fill-words', event.fill));
  };

  /** Signs for where there is no room for words; the words stand in the label. */
  const marks = (sheet, event) => {
    const all = [
      event.cancelled ? 'close' : event.state ? 'lock' : null,
      event.queue ? 'waitlist' : null,
      event.clash ? 'warning' : null,
    ].filter(Boolean).map((symbol) => make('span', `cal-mark cal-mark-${symbol}`, icon(sheet, symbol),
      symbol === 'waitlist' ? String(event.queue) : ''));
    return all.length ? make('span', 'cal-marks', ...all) : null;
  };

  const notes = (sheet, event) => [
    note(sheet, 'cal-note-state', event.cancelled ? 'close' : 'lock', event.state),
    note(sheet, 'cal-note-waiting', 'waitlist', event.waiting),
    note(sheet, 'cal-note-clash', 'warning', event.clash),
  ];

  /** What stands on an event among hours or days; how much of it is shown is up to its size (calendar.css). */
  const face = (sheet, event) =>
    make('span', 'cal-face',
      make('span', 'cal-title', event.title),
      marks(sheet, event),
      make('span', 'cal-line',
        make('span', 'cal-begins', event.begins),
        event.cancelled ? make('span', 'cal-off', event.state) : fill(event)),
      event.where ? make('span', 'cal-where', event.where) : null,
      make('span', 'cal-notes', ...notes(sheet, event)));

  /** What stands on an event in the agenda: everything. */
  const row = (sheet, event) =>
    make('span', 'cal-row',
      make('span', 'cal-times', event.times),
      make('span', 'cal-title', event.title),
      event.where ? make('span', 'cal-where', event.where) : null,
      fill(event),
      make('span', 'cal-notes', ...notes(sheet, event)));

  const classes = (event) => [
    'cal-event',
    `cal-colour-${event.colour}`,
    ...(event.cancelled ? ['cal-cancelled'] : []),
    ...(event.over ? ['cal-over'] : []),
  ];

  const tell = (host, name, detail) => host.dispatchEvent(new CustomEvent(name, { detail }));

  /** The time at the gym, as FullCalendar takes it. */
  const now = (zone) => {
    const parts = Object.fromEntries(new Intl.DateTimeFormat('en-GB', {
      timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit',
      hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23',
    }).formatToParts(new Date()).map(({ type, value }) => [type, value]));
    return `${parts.year}-${parts.month}-${parts.day}T${parts.hour}:${parts.minute}:${parts.second}Z`;
  };

  /** The hours that have to be seen; all of them once something goes over midnight. */
  const hours = (events) => {
    let from = EARLY;
    let to = LATE;
    for (const { start, end } of events) {
      if (start.slice(0, 10) !== end.slice(0, 10)) {
        return { slotMinTime: '00:00:00', slotMaxTime: '24:00:00' };
      }
      from = Math.min(from, Number(start.slice(11, 13)));
      to = Math.max(to, Math.ceil(Number(end.slice(11, 13)) + Number(end.slice(14, 16)) / 60));
    }
    const clock = (hour) => `${String(hour).padStart(2, '0')}:00:00`;
    return { slotMinTime: clock(from), slotMaxTime: clock(to) };
  };

  const day = (date) => date.toISOString().slice(0, 10);

  const drawn = (movable) => (event) => ({
    id: event.id,
    title: event.title,
    start: `${event.start}Z`,
    end: `${event.end}Z`,
    classNames: classes(event),
    editable: movable && !event.begun && !event.cancelled,
    extendedProps: { sheet: event },
  });

  /** It goes back at once: the server moves it, or says why not. */
  const moved = (host) => ({ event, revert }) => {
    const start = event.start.toISOString().slice(0, 16);
    const minutes = Math.round((event.end - event.start) / 60000);
    revert();
    tell(host, 'calendar-move', { id: event.id, start, minutes });
  };

  /**
   * An empty slot: clicked, it is where something starts; drawn up, how long it lasts too; in a month, a day. Drawn by
   * hand it is meant to the quarter of an hour.
   */
  const slot = (host) => ({ start, end, allDay, view }) => {
    view.calendar.unselect();
    if (allDay) {
      tell(host, 'calendar-slot', { start: day(start), minutes: 0 });
      return;
    }
    const drawnUp = (end - start) / 60000 > QUARTER;
    const step = (drawnUp ? QUARTER : 2 * QUARTER) * 60000;
    const from = Math.floor(start / step) * step;
    const to = Math.ceil(end / step) * step;
    tell(host, 'calendar-slot', {
      start: new Date(from).toISOString().slice(0, 16),
      minutes: drawnUp ? (to - from) / 60000 : 0,
    });
  };

  /** The weekday before its number: a formatter says "29 Sun" in English. */
  const heading = (host) => ({ date }) => {
    const weekday = new Intl.DateTimeFormat(host.zoreSheet.locale, { timeZone: 'UTC', weekday: 'short' });
    return `${weekday.format(date)} ${date.getUTCDate()}`;
  };

  /** An hour as it stands on the events too. */
  const hour = (host) => ({ date }) =>
    new Intl.DateTimeFormat(host.zoreSheet.locale, { timeZone: 'UTC', timeStyle: 'short' }).format(date);

  const calendar = (host, canvas) => new window.FullCalendar.Calendar(canvas, {
    timeZone: 'UTC',
    headerToolbar: false,
    allDaySlot: false,
    height: 'auto',
    nowIndicator: true,
    slotEventOverlap: false,
    slotDuration: '00:30:00',
    slotLabelInterval: '01:00',
    slotLabelContent: hour(host),
    dayHeaderFormat: { weekday: 'short' },
    fixedWeekCount: false,
    displayEventTime: false,
    eventDisplay: 'block',
    eventInteractive: true,
    eventMinHeight: 26,
    snapDuration: '00:05:00',
    selectable: host.zoreSheet.movable,
    selectMirror: true,
    selectLongPressDelay: 350,
    select: slot(host),
    eventDrop: moved(host),
    eventResize: moved(host),
    navLinks: true,
    stickyHeaderDates: true,
    views: {
      timeGridDay: { eventMaxStack: 8, dayHeaderFormat: { weekday: 'long', day: 'numeric', month: 'long' } },
      timeGridWeek: { eventMaxStack: 3, dayHeaderContent: heading(host) },
      dayGridMonth: { dayMaxEvents: 4 },
    },
    now: () => now(host.zoreSheet.zone),
    navLinkDayClick: (date) => tell(host, 'calendar-day', day(date)),
    navLinkHint: host.zoreSheet.goTo,
    moreLinkClick: ({ date }) => {
      tell(host, 'calendar-day', day(date));
      return true;
    },
    moreLinkContent: ({ num }) => host.zoreSheet.more.replace('#', num),
    moreLinkHint: (num) => host.zoreSheet.more.replace('#', num),
    // What is being drawn up is no event yet and has nothing to say.
    eventContent: ({ event }) => ({
      domNodes: event.extendedProps.sheet ? [face(host.zoreSheet, event.extendedProps.sheet)] : [],
    }),
    eventDidMount: ({ el, event }) => {
      if (!event.extendedProps.sheet) {
        el.classList.add('cal-drawn');
        return;
      }
      el.setAttribute('role', 'button');
      el.setAttribute('aria-label', event.extendedProps.sheet.aloud);
      el.title = event.extendedProps.sheet.aloud;
      el.dataset.event = event.id;
      el.dataset.start = event.extendedProps.sheet.start;
    },
    eventClick: ({ event, jsEvent }) => {
      jsEvent.preventDefault();
      tell(host, 'calendar-open', event.id);
    },
  });

  /** The room changes without the window doing so: the navigation folds, the page is drawn late. */
  const fit = (host) => {
    if (!host.zoreFit) {
      host.zoreFit = new ResizeObserver(() => host.zoreFull?.updateSize());
      host.zoreFit.observe(host);
    }
  };

  const drop = (host) => {
    host.zoreFull?.destroy();
    host.zoreFull = null;
  };

  const agenda = (host, canvas, sheet) => {
    const long = new Intl.DateTimeFormat(sheet.locale, { timeZone: 'UTC', weekday: 'long', day: 'numeric', month: 'long' });
    const today = now(sheet.zone).slice(0, 10);
    const days = new Map();
    for (const event of sheet.events) {
      const key = event.start.slice(0, 10);
      days.set(key, [...(days.get(key) ?? []), event]);
    }
    const list = make('div', 'cal-agenda', ...[...days].map(([key, events]) => {
      const heading = make('h3', 'cal-agenda-day', long.format(new Date(`${key}T00:00:00Z`)),
        key === today ? make('span', 'cal-agenda-today', sheet.today) : null);
      const rows = make('ul', 'cal-agenda-list', ...events.map((event) => {
        const button = make('button', classes(event).join(' '), row(sheet, event));
        button.type = 'button';
        button.dataset.event = event.id;
        button.addEventListener('click', () => tell(host, 'calendar-open', event.id));
        return make('li', '', button);
      }));
      return make('section', '', heading, rows);
    }));
    canvas.replaceChildren(list);
  };

  const focusOn = (host, id) =>
    [...host.querySelectorAll('[data-event]')].find((one) => one.dataset.event === id)?.focus();

  window.zoreCalendar = {
    show(host, sheet) {
      const canvas = host.firstElementChild;
      const had = document.activeElement?.closest?.('[data-event]')?.dataset.event;
      const before = host.zoreSheet;
      host.zoreSheet = sheet;
      host.dataset.view = sheet.view;
      if (sheet.view === 'agenda') {
        drop(host);
        agenda(host, canvas, sheet);
      } else {
        if (!host.zoreFull) {
          canvas.replaceChildren();
          host.zoreFull = calendar(host, canvas);
          host.zoreFull.setOption('locale', sheet.locale);
          host.zoreFull.setOption('firstDay', sheet.firstDay);
          host.zoreFull.changeView(VIEWS[sheet.view], sheet.date);
          host.zoreFull.render();
          fit(host);
        }
        const full = host.zoreFull;
        full.batchRendering(() => {
          for (const [name, value] of Object.entries(hours(sheet.events))) {
            full.setOption(name, value);
          }
          if (!before || before.view !== sheet.view || before.date !== sheet.date) {
            full.changeView(VIEWS[sheet.view], sheet.date);
          }
          full.removeAllEventSources();
          full.addEventSource(sheet.events.map(drawn(sheet.movable)));
        });
      }
      if (had) {
        focusOn(host, had);
      }
    },

    /** After a dialog, which hands its focus back in the next frame. */
    focus(host, id) {
      requestAnimationFrame(() => requestAnimationFrame(() => focusOn(host, id)));
    },
  };
})();
