package com.tryzore.crm.members.imports;

import com.tryzore.crm.tags.SubjectType;
import com.tryzore.crm.tags.Tag;
import com.tryzore.crm.tags.TagCare;
import com.tryzore.crm.tags.TagType;
import com.tryzore.crm.tags.TagUse;
import com.tryzore.crm.tags.Tags;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The tags that a list gives, found by name whatever their type and case; made when new. */
final class ImportTags {
  private final Tags tags;
  private final Map<String, UUID> known = new HashMap<>();
  private final Set<UUID> atFirst = new HashSet<>();
  private final List<UUID> made = new ArrayList<>();

  ImportTags(Tags tags, TagCare care) {
    this.tags = tags;
    for (Tag tag : tags.all()) {
      UUID before = known.put(key(tag.name()), tag.id().value());
      if (before != null && tag.type() != TagType.CUSTOM) {
        known.put(key(tag.name()), before);
      }
    }
    for (TagUse use : care.uses(SubjectType.CLIENTS)) {
      atFirst.add(use.tag().id().value());
    }
  }

  List<UUID> ids(List<String> names) {
    List<UUID> ids = new ArrayList<>(names.size());
    for (String name : names) {
      UUID id = known.computeIfAbsent(key(name), key -> make(name));
      if (!ids.contains(id)) {
        ids.add(id);
      }
    }
    return ids;
  }

  private UUID make(String name) {
    UUID id = tags.findOrCreate(TagType.CUSTOM, name).id().value();
    if (!atFirst.contains(id)) {
      made.add(id);
    }
    return id;
  }

  /** The tags that were not there before. */
  List<UUID> made() {
    return List.copyOf(made);
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
