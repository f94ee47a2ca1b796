package com.tryzore.crm.schedule.ui;

import com.tryzore.crm.access.Binding;
import com.tryzore.crm.access.Bindings;
import com.tryzore.crm.access.Tier;
import com.tryzore.crm.schedule.BookingRules;
import com.tryzore.crm.schedule.BookingSettings;
import com.tryzore.crm.ui.Formats;
import com.tryzore.crm.ui.Icon;
import com.tryzore.crm.ui.Note;
import com.tryzore.crm.ui.Toasts;
import com.tryzore.crm.ui.Tone;
import com.tryzore.crm.ui.Toolbar;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.AccessDeniedException;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The gym's rules of bookings, in words. Owners change them, admins read them. */
@Route("o/:organization/calendar/rules")
@PermitAll
@StyleSheet("context://styles/schedule.css")
class RulesView extends Div
    implements BeforeEnterObserver, AfterNavigationObserver, HasDynamicTitle {

  private final transient BookingSettings settings;
  private final transient SchedulePlaces places;
  private final boolean changeable;
  private final RuleFields fields;
  private final Div answer = new Div();
  private transient @Nullable BookingRules seen;

  RulesView(BookingSettings settings, SchedulePlaces places, Bindings bindings) {
    this.settings = settings;
    this.places = places;
    Binding binding = bindings.required();
    changeable = binding.tier().atLeast(Tier.OWNER);
    fields = new RuleFields(Formats.of(getLocale(), binding.zone()));
    addClassNames("zore-page", "setup-page");
    Paragraph text = new Paragraph(getTranslation("schedule.rules.text"));
    text.addClassName("zore-muted");
    answer.addClassName("rules-answer");
    answer.getElement().setAttribute("role", "alert");
    add(
        new BackToCalendar(binding.slug()),
        new Toolbar(getTranslation(ScheduleAddress.RULES.titleKey())),
        text);
    if (changeable) {
      add(fields, answer, bar());
      fields.getElement().addEventListener("zore-save", event -> save());
      fields.addAttachListener(event -> fields.getElement().executeJs("window.zore.form(this)"));
    } else {
      fields.readOnly();
      add(Note.of(Tone.QUIET, getTranslation("schedule.rules.ownersOnly")), fields);
    }
  }

  private Div bar() {
    Button save = new Button(getTranslation("schedule.rules.save"), Icon.SAVE.create());
    save.addClassName("zore-primary");
    save.addClickListener(click -> save());
    Button back = new Button(getTranslation("schedule.rules.discard"));
    back.addClassName("zore-quiet");
    back.addClickListener(click -> show());
    Div bar = new Div(back, save);
    bar.addClassName("setup-bar");
    return bar;
  }

  @Override
  public String getPageTitle() {
    return getTranslation(ScheduleAddress.RULES.titleKey());
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    if (!places.isOpen(ScheduleAddress.RULES)) {
      event.rerouteToError(AccessDeniedException.class);
    }
  }

  @Override
  public void afterNavigation(AfterNavigationEvent event) {
    show();
  }

  private void show() {
    BookingRules rules = settings.read();
    seen = rules;
    answer.removeAll();
    fields.show(rules);
  }

  private void save() {
    BookingRules before = seen;
    BookingRules wanted = fields.read().orElse(null);
    if (before == null || wanted == null) {
      return;
    }
    answer.removeAll();
    Optional<BookingRules> others = settings.change(before, wanted);
    if (others.isPresent()) {
      seen = others.get();
      answer.add(Note.of(Tone.CAUTION, getTranslation("schedule.rules.conflict")));
      return;
    }
    seen = wanted;
    Toasts.undoable(getTranslation("schedule.rules.saved"), () -> takeBack(wanted, before));
  }

  private void takeBack(BookingRules now, BookingRules before) {
    if (settings.change(now, before).isPresent()) {
      Toasts.trouble(getTranslation("schedule.rules.notUndone"));
    } else {
      Toasts.done(getTranslation("schedule.rules.undone"));
    }
    show();
  }
}
