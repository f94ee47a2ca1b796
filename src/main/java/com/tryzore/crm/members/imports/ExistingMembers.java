package com.tryzore.crm.members.imports;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the gym has already, asked in batches while a list is read. */
public interface ExistingMembers {
  /** A gym that has nobody yet. */
  ExistingMembers NONE =
      new ExistingMembers() {
        @Override
        public Map<MatchKey, List<ExistingMember>> find(Collection<MatchKey> keys) {
          return Map.of();
        }

        @Override
        public Set<String> tags() {
          return Set.of();
        }

        @Override
        public Set<String> plans() {
          return Set.of();
        }
      };

  /**
   * The members who have one of the keys.
   *
   * @param keys some hundreds at most
   * @return by key; a key that nobody has may be missing
   */
  Map<MatchKey, List<ExistingMember>> find(Collection<MatchKey> keys);

  /** The names of the tags that members can have, in lower case. */
  Set<String> tags();

  /** The names of the plans that the gym sells, in lower case. */
  Set<String> plans();
}
