package com.tryzore.crm.shell;

import com.tryzore.crm.members.ui.MemberDeed;
import com.tryzore.crm.ui.Icon;
import com.tryzore.crm.ui.KeyHint;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Span;
import java.util.List;

/** Which key does what: opened with ? or from the menu of the account. */
final class KeysDialog extends Dialog {

  private final DescriptionList list = new DescriptionList();

  /**
   * The help.
   *
   * @param deeds what this account can do with a member, by key
   */
  KeysDialog(List<MemberDeed> deeds) {
    addClassNames("zore-dialog", "keys-dialog");
    setHeaderTitle(getTranslation("shell.keys.title"));
    setWidth("34rem");
    Button close = new Button(Icon.CLOSE.create(), click -> close());
    close.addClassNames("zore-quiet", "zore-icon-button");
    close.setAriaLabel(getTranslation("ui.close"));
    getHeader().add(close);
    list.addClassName("keys-list");
    add("shell.keys.search", "/");
    add("shell.keys.search", "Ctrl", "K");
    if (!deeds.isEmpty()) {
      add("shell.keys.enter", "↵");
      add("shell.keys.profile", "Alt", "O");
      for (MemberDeed deed : deeds) {
        row(getTranslation("shell.keys.deed", deed.words()), deed.key());
        row(getTranslation("shell.keys.deedTyping", deed.words()), "Alt", deed.key());
      }
      add("shell.keys.number", "1", "–", "9");
      add("shell.keys.allow", "A");
    }
    add("shell.keys.today", "T");
    add("shell.keys.days", "←", "→");
    add("shell.keys.leave", "Esc");
    add("shell.keys.help", "?");
    add(list);
  }

  private void add(String words, String... keys) {
    row(getTranslation(words), keys);
  }

  private void row(String words, String... keys) {
    Span aloud = new Span(String.join(" ", keys));
    aloud.addClassName("zore-aloud");
    DescriptionList.Term term = new DescriptionList.Term();
    term.add(new KeyHint(keys), aloud);
    list.add(term, new DescriptionList.Description(words));
  }
}
