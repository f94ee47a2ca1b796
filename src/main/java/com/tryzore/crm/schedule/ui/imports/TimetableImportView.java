package com.tryzore.crm.schedule.ui.imports;

import com.tryzore.crm.schedule.ImportMapping;
import com.tryzore.crm.schedule.TimetableImport;
import com.tryzore.crm.schedule.TimetableImportId;
import com.tryzore.crm.schedule.ui.BackToCalendar;
import com.tryzore.crm.schedule.ui.ScheduleAddress;
import com.tryzore.crm.schedule.ui.SchedulePlaces;
import com.tryzore.crm.ui.QueryState;
import com.tryzore.crm.ui.Steps;
import com.tryzore.crm.ui.Toolbar;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.AccessDeniedException;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Importing a timetable, from the file to the undo. A file that was brought stays with the tab; the
 * address says which step of it, or which import, is shown.
 */
@Route("o/:organization/calendar/import/:import?")
@PermitAll
@StyleSheet("context://styles/import.css")
@StyleSheet("context://styles/schedule.css")
class TimetableImportView extends Div
    implements BeforeEnterObserver, AfterNavigationObserver, HasDynamicTitle {

  /** The steps, as the person who does it sees them. */
  private enum Step {
    FILE,
    NAMES,
    CHECK,
    RUN
  }

  private static final String STEP = "step";
  private static final List<Step> ORDER = List.of(Step.values());

  private final transient ImportKit kit;
  private final transient SchedulePlaces places;
  private final String slug;
  private final Toolbar toolbar = new Toolbar(getTranslation(ScheduleAddress.IMPORT.titleKey()));
  private final Steps steps =
      new Steps(
          getTranslation("schedule.import.steps"),
          Arrays.stream(Step.values())
              .map(step -> getTranslation("schedule.import.step." + QueryState.word(step)))
              .toList());
  private final Div place = new Div();
  private transient @Nullable Brought brought;

  TimetableImportView(ImportKit kit, SchedulePlaces places) {
    this.kit = kit;
    this.places = places;
    this.slug = kit.binding().slug();
    addClassNames("zore-page", "import-page");
    place.addClassName("import-place");
    add(new BackToCalendar(slug), toolbar, steps, place);
  }

  @Override
  public String getPageTitle() {
    return getTranslation(ScheduleAddress.IMPORT.titleKey());
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    if (!places.isOpen(ScheduleAddress.IMPORT)) {
      event.rerouteToError(AccessDeniedException.class);
    }
  }

  @Override
  public void afterNavigation(AfterNavigationEvent event) {
    place.removeAll();
    String id = event.getRouteParameters().get("import").orElse(null);
    Brought file = brought;
    Step step = QueryState.of(event.getLocation()).choice(STEP, Step.class).orElse(Step.FILE);
    if (id != null) {
      show(TimetableImportId.parse(id).orElseThrow(NotFoundException::new));
    } else if (file == null || step == Step.FILE) {
      steps.show(ORDER.indexOf(Step.FILE), false);
      toolbar.count("");
      place.add(new TimetableDrop(kit, this::taken), new ImportHistory(kit));
    } else if (step == Step.NAMES) {
      steps.show(ORDER.indexOf(Step.NAMES), false);
      toolbar.count(file.fileName());
      place.add(new NamesPanel(kit, file, this::keep, () -> go(Step.FILE), () -> go(Step.CHECK)));
    } else {
      steps.show(ORDER.indexOf(Step.CHECK), false);
      toolbar.count(file.fileName());
      CheckPanel check =
          new CheckPanel(
              kit,
              file,
              () -> go(Step.NAMES),
              () -> steps.show(ORDER.indexOf(Step.RUN), false),
              this::done);
      place.add(check);
      getUI().ifPresent(check::tryIt);
    }
  }

  private void show(TimetableImportId id) {
    TimetableImport job = kit.imports().find(id).orElseThrow(NotFoundException::new);
    steps.show(ORDER.indexOf(Step.RUN), job.undone().isEmpty());
    toolbar.count(job.fileName());
    place.removeAll();
    place.add(new ResultPanel(kit, job, () -> show(id), () -> go(Step.FILE)));
  }

  /** A file that can be read, on its way to what its names mean. */
  void taken(Brought file) {
    brought = file;
    go(Step.NAMES);
  }

  private void keep(ImportMapping mapping) {
    Brought file = brought;
    if (file != null) {
      brought = file.meaning(mapping);
    }
  }

  private void done(TimetableImportId id) {
    brought = null;
    UI.getCurrent().navigate(ScheduleAddress.IMPORT.of(slug) + "/" + id);
  }

  private void go(Step step) {
    QueryState state = step == Step.FILE ? QueryState.EMPTY : QueryState.EMPTY.with(STEP, step);
    UI.getCurrent().navigate(ScheduleAddress.IMPORT.of(slug), state.toParameters());
  }
}
