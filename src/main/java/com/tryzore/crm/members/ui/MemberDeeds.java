package com.tryzore.crm.members.ui;

import java.util.Comparator;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Everything that the features offer to do with a member, in order. */
@Component
public class MemberDeeds {

  private final ObjectProvider<MemberDeed> all;

  MemberDeeds(ObjectProvider<MemberDeed> all) {
    this.all = all;
  }

  /** What the account of this tab can do. */
  public List<MemberDeed> offered() {
    return all.stream()
        .filter(MemberDeed::offered)
        .sorted(Comparator.comparingInt(MemberDeed::order))
        .toList();
  }
}
