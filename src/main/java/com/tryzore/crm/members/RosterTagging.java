package com.tryzore.crm.members;

import com.tryzore.crm.tags.SubjectType;
import com.tryzore.crm.tags.TagId;
import com.tryzore.crm.tags.Tags;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts tags on many members at once and takes them off: all or none, as one entry of the trail. The
 * answer names those for whom it changed something, so that it can be taken back for them alone.
 */
@Service
@Transactional
public class RosterTagging {

  /** The most members at a time. */
  public static final int MOST = RosterCount.LIMIT;

  private final Tags tags;

  RosterTagging(Tags tags) {
    this.tags = tags;
  }

  /**
   * Puts a tag on members.
   *
   * @return who did not have it before
   * @throws IllegalArgumentException for more than {@link #MOST}
   */
  public Set<ClientId> put(TagId tag, Collection<ClientId> members) {
    Set<ClientId> without = having(tag, members, false);
    tags.put(tag, SubjectType.CLIENTS, ids(without));
    return without;
  }

  /**
   * Takes a tag off members.
   *
   * @return who had it before
   * @throws IllegalArgumentException for more than {@link #MOST}
   */
  public Set<ClientId> take(TagId tag, Collection<ClientId> members) {
    Set<ClientId> with = having(tag, members, true);
    tags.take(tag, SubjectType.CLIENTS, ids(with));
    return with;
  }

  private Set<ClientId> having(TagId tag, Collection<ClientId> members, boolean wanted) {
    if (members.size() > MOST) {
      throw new IllegalArgumentException("At most %d members at a time".formatted(MOST));
    }
    var tagged = tags.of(SubjectType.CLIENTS, ids(members));
    return members.stream()
        .filter(
            member ->
                wanted
                    == tagged.getOrDefault(member.value(), List.of()).stream()
                        .anyMatch(theirs -> theirs.id().equals(tag)))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static List<UUID> ids(Collection<ClientId> members) {
    return members.stream().map(ClientId::value).toList();
  }
}
