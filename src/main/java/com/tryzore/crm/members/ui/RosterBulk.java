package com.tryzore.crm.members.ui;

import com.tryzore.crm.members.ClientId;
import com.tryzore.crm.members.RosterTagging;
import com.tryzore.crm.tags.Tag;
import com.tryzore.crm.tags.TagName;
import com.tryzore.crm.tags.TagType;
import com.tryzore.crm.tags.Tags;
import com.tryzore.crm.ui.FormDialog;
import com.tryzore.crm.ui.Icon;
import com.tryzore.crm.ui.Toasts;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/** What can be done to those who are selected. Each change is one step and can be taken back. */
final class RosterBulk extends Composite<Div> {

  private final transient RosterTagging tagging;
  private final transient Tags tags;
  private final transient Consumer<Set<ClientId>> selected;
  private final transient Runnable changed;
  private final Span count = new Span();
  private final Button all;
  private transient Set<ClientId> members = Set.of();

  /**
   * A bar that is hidden while nobody is selected.
   *
   * @param everybody all whom the list has, not only those on screen
   * @param download exports those who are selected
   * @param selected hears who is selected
   * @param changed hears that rows look different now
   * @param none takes the selection away
   */
  RosterBulk(
      RosterTagging tagging,
      Tags tags,
      IntFunction<Set<ClientId>> everybody,
      RosterDownload download,
      Consumer<Set<ClientId>> selected,
      Runnable changed,
      Runnable none) {
    this.tagging = tagging;
    this.tags = tags;
    this.selected = selected;
    this.changed = changed;
    getContent().addClassName("roster-bulk");
    getContent().getElement().setAttribute("role", "toolbar");
    getContent().getElement().setAttribute("aria-label", getTranslation("members.roster.bulk"));
    count.getElement().setAttribute("role", "status");
    count.addClassName("zore-strong");
    all =
        new Button(
            getTranslation("members.roster.bulk.all"),
            click -> show(everybody.apply(RosterTagging.MOST)));
    Button put = new Button(getTranslation("members.roster.bulk.put"), Icon.TAG.create());
    put.addClickListener(click -> ask(true));
    Button take = new Button(getTranslation("members.roster.bulk.take"), Icon.MINUS.create());
    take.addClickListener(click -> ask(false));
    Button clear = new Button(getTranslation("members.roster.bulk.clear"), click -> none.run());
    List.of(all, clear).forEach(button -> button.addClassName("zore-quiet"));
    getContent().add(count, all, put, take, download, clear);
    show(Set.of());
  }

  /** Shows the bar for those who are selected. */
  void show(Set<ClientId> chosen) {
    members = Set.copyOf(chosen);
    count.setText(getTranslation("members.roster.bulk.count", members.size()));
    getContent().setVisible(!members.isEmpty());
    selected.accept(members);
  }

  private void ask(boolean put) {
    ComboBox<Tag> choice = new ComboBox<>(getTranslation("members.roster.bulk.tag"));
    choice.setItems(tags.all());
    choice.setItemLabelGenerator(Tag::name);
    choice.setAllowCustomValue(put);
    choice.addCustomValueSetListener(event -> choose(choice, event.getDetail()));
    FormDialog dialog =
        new FormDialog(
            getTranslation(
                put ? "members.roster.bulk.put.title" : "members.roster.bulk.take.title",
                members.size()));
    dialog.wide(choice);
    dialog.saveWords(getTranslation(put ? "members.roster.bulk.put" : "members.roster.bulk.take"));
    dialog.onSave(() -> apply(choice, put));
    dialog.open();
  }

  private void choose(ComboBox<Tag> choice, String typed) {
    String name = TagName.tidy(typed);
    if (TagName.fits(name)) {
      Tag tag = tags.findOrCreate(TagType.CUSTOM, name);
      choice.setItems(tags.all());
      choice.setValue(tag);
    }
  }

  private boolean apply(ComboBox<Tag> choice, boolean put) {
    Tag tag = choice.getValue();
    choice.setInvalid(tag == null);
    if (tag == null) {
      choice.setErrorMessage(getTranslation("members.roster.bulk.tagless"));
      return false;
    }
    Set<ClientId> done = put ? tagging.put(tag.id(), members) : tagging.take(tag.id(), members);
    changed.run();
    Toasts.undoable(
        getTranslation(
            put ? "members.roster.bulk.put.done" : "members.roster.bulk.take.done",
            tag.name(),
            done.size()),
        () -> {
          if (put) {
            tagging.take(tag.id(), done);
          } else {
            tagging.put(tag.id(), done);
          }
          changed.run();
        });
    return true;
  }
}
