package com.tryzore.crm.members.ui;

import com.tryzore.crm.access.Bindings;
import com.tryzore.crm.members.Client;
import com.tryzore.crm.members.ClientId;
import com.tryzore.crm.members.Duplicates;
import com.tryzore.crm.members.MemberProfile;
import com.tryzore.crm.members.Members;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.function.Consumer;

/** Opens the forms in which members are added and changed. */
@SpringComponent
public class MemberForms {
  private final Members members;
  private final Duplicates duplicates;
  private final Bindings bindings;

  MemberForms(Members members, Duplicates duplicates, Bindings bindings) {
    this.members = members;
    this.duplicates = duplicates;
    this.bindings = bindings;
  }

  /**
   * Asks for a new member.
   *
   * @param added hears who it is
   */
  public void add(Consumer<ClientId> added) {
    new MemberDialog(members, duplicates, bindings.required(), null, added).open();
  }

  /**
   * Asks for changes to a member's record.
   *
   * @param saved hears that it was saved
   */
  void edit(Client client, Consumer<ClientId> saved) {
    new MemberDialog(members, duplicates, bindings.required(), client, saved).open();
  }

  /**
   * Asks for changes to a member's standing here.
   *
   * @param saved hears that it was saved
   */
  void standing(MemberProfile profile, Consumer<ClientId> saved) {
    new StandingDialog(members, bindings.required(), profile.fullName(), profile.standing(), saved)
        .open();
  }
}
