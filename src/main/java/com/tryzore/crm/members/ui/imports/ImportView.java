package com.tryzore.crm.members.ui.imports;

import com.tryzore.crm.access.Permission;
import com.tryzore.crm.access.Permissions;
import com.tryzore.crm.members.imports.ImportId;
import com.tryzore.crm.members.imports.ImportProgressed;
import com.tryzore.crm.members.imports.ImportStatus;
import com.tryzore.crm.members.imports.MemberImport;
import com.tryzore.crm.ui.QueryState;
import com.tryzore.crm.ui.Steps;
import com.tryzore.crm.ui.Toolbar;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
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
import org.jspecify.annotations.Nullable;

/** Importing a list of members, from the file to the undo; the address says which import. */
@Route("o/:organization/import/:import?")
@PermitAll
@StyleSheet("context://styles/import.css")
class ImportView extends Main
    implements BeforeEnterObserver, AfterNavigationObserver, HasDynamicTitle {

  private final transient ImportKit kit;
  private final transient Permissions permissions;
  private final String slug;
  private final Toolbar toolbar = new Toolbar(getTranslation("members.import.title"));
  private final Steps steps =
      new Steps(
          getTranslation("members.import.steps"),
          Arrays.stream(ImportStep.values())
              .map(step -> getTranslation(step.messageKey()))
              .toList());
  private final Div place = new Div();
  private transient @Nullable ImportId shown;
  private transient ImportStep wanted = ImportStep.RUN;
  private transient @Nullable MemberImport last;

  ImportView(ImportKit kit, Permissions permissions) {
    this.kit = kit;
    this.permissions = permissions;
    this.slug = kit.binding().slug();
    addClassNames("zore-page", "import-page");
    place.addClassName("import-place");
    add(toolbar, steps, place);
    kit.live()
        .subscribe(
            this,
            kit.binding().organization().value(),
            ImportNews.TOPIC,
            ImportProgressed.class,
            this::news);
  }

  @Override
  public String getPageTitle() {
    return getTranslation("members.import.title");
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    if (!permissions.has(Permission.MEMBERS_IMPORT)) {
      event.rerouteToError(AccessDeniedException.class);
    }
  }

  @Override
  public void afterNavigation(AfterNavigationEvent event) {
    shown =
        event
            .getRouteParameters()
            .get("import")
            .map(text -> ImportId.parse(text).orElseThrow(NotFoundException::new))
            .orElse(null);
    wanted =
        QueryState.of(event.getLocation())
            .choice(ImportNavigation.STEP, ImportStep.class)
            .orElse(ImportStep.RUN);
    show();
  }

  private void news(ImportProgressed event) {
    if (shown == null) {
      place
          .getChildren()
          .filter(ImportHistory.class::isInstance)
          .forEach(history -> ((ImportHistory) history).show());
    } else if (shown.equals(event.id())) {
      refresh();
    }
  }

  /** Shows how far it is now; builds the page anew only when something else is to be seen. */
  private void refresh() {
    ImportId id = shown;
    MemberImport before = last;
    if (id == null) {
      return;
    }
    MemberImport now = kit.imports().find(id).orElseThrow(NotFoundException::new);
    if (before != null && before.status() == now.status()) {
      last = now;
      place
          .getChildren()
          .filter(RunPanel.class::isInstance)
          .forEach(panel -> ((RunPanel) panel).show(now));
    } else {
      show();
    }
  }

  private void show() {
    place.removeAll();
    ImportId id = shown;
    if (id == null) {
      last = null;
      toolbar.count("");
      show(ImportStep.FILE, false);
      ImportHistory history = new ImportHistory(kit);
      place.add(new ListDrop(kit, kept -> go(kept, ImportStep.READ)), history);
      history.show();
      return;
    }
    MemberImport job = kit.imports().find(id).orElseThrow(NotFoundException::new);
    last = job;
    toolbar.count(job.fileName());
    boolean open =
        job.status() == ImportStatus.DRAFT
            || (job.status() == ImportStatus.FAILED && wanted != ImportStep.RUN);
    if (open && wanted == ImportStep.CHECK) {
      show(ImportStep.CHECK, false);
      CheckPanel check =
          new CheckPanel(kit, job, () -> go(id, ImportStep.READ), () -> go(id, ImportStep.RUN));
      place.add(check);
      getUI().ifPresent(check::tryIt);
    } else if (open) {
      show(ImportStep.READ, false);
      ReadPanel read = new ReadPanel(kit, job, () -> go(id, ImportStep.CHECK), this::giveUp);
      place.add(read);
      getUI().ifPresent(ui -> read.read(ui, null));
    } else if (job.status().isBusy()) {
      show(ImportStep.RUN, false);
      place.add(new RunPanel(kit, job, this::refresh));
    } else {
      show(ImportStep.RUN, job.status() == ImportStatus.DONE);
      place.add(new ResultPanel(kit, job, actions(id)));
    }
  }

  private void show(ImportStep step, boolean over) {
    steps.show(Arrays.asList(ImportStep.values()).indexOf(step), over);
  }

  private ResultPanel.Actions actions(ImportId id) {
    return new ResultPanel.Actions() {
      @Override
      public void tryAgain() {
        go(id, ImportStep.CHECK);
      }

      @Override
      public void refresh() {
        show();
      }

      @Override
      public void another() {
        go(null, ImportStep.FILE);
      }
    };
  }

  private void giveUp() {
    ImportId id = shown;
    if (id != null) {
      kit.imports().discard(id);
    }
    go(null, ImportStep.FILE);
  }

  private void go(@Nullable ImportId id, ImportStep step) {
    ImportNavigation.go(slug, id, step);
  }
}
