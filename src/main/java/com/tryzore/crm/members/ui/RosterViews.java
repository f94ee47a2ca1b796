package com.tryzore.crm.members.ui;

import com.tryzore.crm.members.SavedView;
import com.tryzore.crm.members.SavedViews;
import com.tryzore.crm.ui.Icon;
import com.tryzore.crm.ui.QueryState;
import com.tryzore.crm.ui.Toasts;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import java.util.List;
import java.util.function.Consumer;

/** The saved views: one's own and those that colleagues share; and saving what is shown. */
final class RosterViews extends Composite<Button> {

  private final transient SavedViews views;
  private final transient Consumer<QueryState> onChoice;
  private final Popover popover = new Popover();
  private transient QueryState state = QueryState.EMPTY;

  RosterViews(SavedViews views, Consumer<QueryState> onChoice) {
    this.views = views;
    this.onChoice = onChoice;
    Button button = getContent();
    button.setText(getTranslation("members.roster.views"));
    button.setIcon(Icon.STAR.create());
    button.addClassName("zore-quiet");
    popover.setTarget(button);
    popover.setPosition(PopoverPosition.BOTTOM_END);
    popover.setModal(true);
    popover.setAutofocus(true);
    popover.setAriaLabel(getTranslation("members.roster.views"));
    popover.addOpenedChangeListener(
        change -> {
          popover.removeAll();
          if (change.isOpened()) {
            fill();
          }
        });
  }

  void show(QueryState shown) {
    state = shown;
  }

  private void fill() {
    popover.removeAll();
    List<SavedView> all = views.all();
    UnorderedList list = new UnorderedList();
    list.addClassName("roster-views");
    all.forEach(view -> list.add(item(view)));
    Div content = new Div(all.isEmpty() ? nothingSaved() : list, form());
    content.addClassName("roster-views-content");
    popover.add(content);
  }

  private Paragraph nothingSaved() {
    Paragraph words = new Paragraph(getTranslation("members.roster.views.none"));
    words.addClassName("zore-muted");
    return words;
  }

  private ListItem item(SavedView view) {
    Button open =
        new Button(
            view.name(),
            click -> {
              popover.close();
              onChoice.accept(QueryState.of(QueryParameters.fromString(view.query())));
            });
    open.addClassNames("zore-quiet", "roster-view");
    ListItem item = new ListItem(open);
    if (view.shared()) {
      Span shared = new Span(getTranslation("members.roster.views.shared"));
      shared.addClassName("zore-muted");
      item.add(shared);
    }
    if (view.own()) {
      Button remove =
          new Button(
              Icon.TRASH.create(),
              click -> {
                views.remove(view.id());
                fill();
              });
      remove.addClassNames("zore-quiet", "zore-icon-button");
      remove.setAriaLabel(getTranslation("members.roster.views.remove", view.name()));
      item.add(remove);
    }
    return item;
  }

  private Div form() {
    TextField name = new TextField(getTranslation("members.roster.views.name"));
    name.setMaxLength(SavedView.LONGEST_NAME);
    Checkbox shared = new Checkbox(getTranslation("members.roster.views.share"));
    Button save =
        new Button(
            getTranslation("members.roster.views.save"), click -> save(name, shared.getValue()));
    save.addClassName("zore-primary");
    save.addClickShortcut(Key.ENTER).listenOn(name);
    Div form = new Div(name, shared, save);
    form.addClassName("roster-views-form");
    return form;
  }

  private void save(TextField name, boolean shared) {
    String query = state.toParameters().getQueryString();
    name.setInvalid(name.getValue().isBlank() || query.length() > SavedView.LONGEST_QUERY);
    if (name.isInvalid()) {
      name.setErrorMessage(
          getTranslation(
              name.getValue().isBlank()
                  ? "members.roster.views.nameless"
                  : "members.roster.views.tooLong"));
      return;
    }
    views.save(name.getValue(), query, shared);
    popover.close();
    Toasts.done(getTranslation("members.roster.views.saved", name.getValue().strip()));
  }
}
