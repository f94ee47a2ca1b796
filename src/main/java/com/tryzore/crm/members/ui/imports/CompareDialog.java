package com.tryzore.crm.members.ui.imports;

import com.tryzore.crm.members.Client;
import com.tryzore.crm.members.ClientData;
import com.tryzore.crm.members.ClientId;
import com.tryzore.crm.members.MemberProfile;
import com.tryzore.crm.members.PhoneNumbers;
import com.tryzore.crm.members.StandingData;
import com.tryzore.crm.members.imports.Duplicate;
import com.tryzore.crm.members.imports.DuplicateDecision;
import com.tryzore.crm.members.imports.ExistingMember;
import com.tryzore.crm.members.imports.MemberDraft;
import com.tryzore.crm.members.ui.StatusLook;
import com.tryzore.crm.ui.Formats;
import com.tryzore.crm.ui.Icon;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlComponent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The person in the list and the member of the gym, side by side, and the decision. */
final class CompareDialog extends Dialog {
  private final transient Formats formats;
  private final String region;
  private final NativeTableBody body = new NativeTableBody();

  CompareDialog(ImportKit kit, Duplicate duplicate, Consumer<DuplicateDecision> decide) {
    this.formats = kit.formats(getLocale());
    this.region = kit.members().phoneRegion();
    ExistingMember here = duplicate.matches().getFirst().member();
    addClassNames("zore-dialog", "import-compare-dialog");
    setHeaderTitle(getTranslation("members.import.compare.title"));
    setWidth("44rem");
    NativeTableHeader head = new NativeTableHeader();
    NativeTableRow names = new NativeTableRow();
    names.add(
        headCell(new Span(getTranslation("members.import.compare.field")), "zore-aloud"),
        headCell(new Span(getTranslation("members.import.compare.list", duplicate.row())), null),
        headCell(new Span(getTranslation("members.import.compare.here")), null));
    head.add(names);
    NativeTable table = new NativeTable(head, body);
    table.addClassName("import-compare-table");
    rows(duplicate.draft(), here, kit.members().profile(new ClientId(here.clientId())));
    add(table);
    for (DuplicateDecision decision : DuplicateDecision.values()) {
      Button button =
          new Button(
              getTranslation(decision.messageKey()),
              click -> {
                close();
                decide.accept(decision);
              });
      getFooter().add(button);
    }
  }

  private void rows(MemberDraft list, ExistingMember here, Optional<MemberProfile> profile) {
    ClientData data = profile.flatMap(MemberProfile::record).map(Client::data).orElse(null);
    StandingData standing = profile.map(known -> known.standing().data()).orElse(null);
    row("name", list.fullName(), here.fullName());
    row("member-number", list.memberNumber(), here.memberNumber());
    row("birth-date", date(list.birthDate()), date(here.birthDate()));
    row("email", list.email(), data == null ? null : data.email());
    row("phone", phone(list.phone()), data == null ? null : phone(data.phone()));
    row("city", list.address().city(), data == null ? null : data.city());
    row(
        "status",
        StatusLook.words(list.status()),
        standing == null ? null : StatusLook.words(standing.status()));
    row("plan", list.planName(), standing == null ? null : standing.planName());
    row(
        "valid-until",
        date(list.validUntil()),
        standing == null ? null : date(standing.validUntil()));
    row("joined-on", date(list.joinedOn()), standing == null ? null : date(standing.joinedOn()));
  }

  private void row(String field, @Nullable String list, @Nullable String here) {
    if (list == null && here == null) {
      return;
    }
    NativeTableHeaderCell name = headCell(new Span(label(field)), null);
    name.getElement().setAttribute("scope", "row");
    NativeTableCell left = new NativeTableCell(Objects.requireNonNullElse(list, "—"));
    NativeTableCell right = new NativeTableCell();
    right.add(new Span(Objects.requireNonNullElse(here, "—")));
    NativeTableRow row = new NativeTableRow();
    if (list != null && !list.equals(here)) {
      row.addClassName("import-differs");
      right.add(Icon.WARNING.create(getTranslation("members.import.compare.differs")));
    }
    row.add(name, left, right);
    body.add(row);
  }

  private String label(String field) {
    return field.equals("name")
        ? getTranslation("members.import.compare.name")
        : getTranslation("members.import.field." + field);
  }

  private static NativeTableHeaderCell headCell(Component words, @Nullable String className) {
    NativeTableHeaderCell cell = new NativeTableHeaderCell();
    if (className != null) {
      ((HtmlComponent) words).addClassName(className);
    }
    cell.add(words);
    return cell;
  }

  private @Nullable String phone(@Nullable String number) {
    return number == null ? null : PhoneNumbers.shown(number, region);
  }

  private @Nullable String date(@Nullable LocalDate day) {
    return day == null ? null : formats.date(day);
  }
}
