package com.tryzore.crm.schedule;

import com.tryzore.crm.tags.SubjectType;
import com.tryzore.crm.tags.Tag;
import com.tryzore.crm.tags.TagId;
import com.tryzore.crm.tags.Tags;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The tags of single events; those of its series an event has besides. */
@Service
@Transactional
public class EventTags {
  private final Tags tags;

  EventTags(Tags tags) {
    this.tags = tags;
  }

  /** Those put on the event itself, by type and name. */
  @Transactional(readOnly = true)
  public List<Tag> of(EventId event) {
    return tags.of(SubjectType.EVENTS, List.of(event.value()))
        .getOrDefault(event.value(), List.of());
  }

  /** Gives an event these tags and no others. */
  public void become(EventId event, Set<TagId> wanted) {
    Set<TagId> had = of(event).stream().map(Tag::id).collect(Collectors.toSet());
    Set<TagId> gone = new HashSet<>(had);
    gone.removeAll(wanted);
    Set<TagId> fresh = new HashSet<>(wanted);
    fresh.removeAll(had);
    gone.forEach(tag -> tags.take(tag, SubjectType.EVENTS, List.of(event.value())));
    fresh.forEach(tag -> tags.put(tag, SubjectType.EVENTS, List.of(event.value())));
  }
}
