package com.tryzore.crm.database.isolation;

import static com.tryzore.crm.access.Tier.STAFF;
import static com.tryzore.crm.database.isolation.Places.byOneselfAndAnother;
import static com.tryzore.crm.database.isolation.Places.everywhere;

import com.tryzore.crm.access.Tier;
import java.util.ArrayList;
import java.util.List;

/** What the desk keeps apart from clients: hand-over notes, imports, saved views, tags. */
final class DeskRows {

  private DeskRows() {}

  static List<Kit> kits() {
    return List.of(
        handOver(), imports(), importFiles(), importRows(), savedViews(), tags(), taggables());
  }

  private static Kit handOver() {
    return Kit.of(
            "hand_over_notes",
            everywhere(place -> handOverNote(place, Person.another(place, STAFF), "the first")))
        .tried(subject -> byOneselfAndAnother(subject, DeskRows::handOverNote))
        .changed(
            subject ->
                "done_at = clock_timestamp(), done_by = '%s'".formatted(subject.person().id()));
  }

  private static Specimen handOverNote(Place place, Person by, String how) {
    return Specimen.of("hand_over_notes", how + " at " + place, Facts.at(place).by(by))
        .identified()
        .with("body", "look out")
        .with("written_by", by.id());
  }

  private static Kit imports() {
    return Kit.of(
            "imports", everywhere(place -> file(place, Person.another(place, STAFF), "the first")))
        .tried(subject -> byOneselfAndAnother(subject, DeskRows::file))
        .changed("status = 'running'");
  }

  private static Specimen file(Place place, Person by, String how) {
    return Specimen.of("imports", how + " at " + place, Facts.at(place).by(by))
        .identified()
        .with("file_name", "members.csv")
        .with("file_bytes", 7)
        .withSql("content_sha256", "sha256('members')")
        .with("started_by", by.id());
  }

  private static Kit importFiles() {
    return Kit.of("import_files", everywhere(place -> importFile(place, 0)))
        .tried(subject -> everywhere(place -> importFile(place, 1)))
        .changed("content = '\\x02'");
  }

  private static Specimen importFile(Place place, int part) {
    return Specimen.of("import_files", part + " at " + place, Facts.at(place))
        .with("organization_id", place.id())
        .with("import_id", Ids.of("imports", "the first at " + place))
        .with("part", part)
        .withSql("content", "'\\x01'");
  }

  private static Kit importRows() {
    return Kit.of("import_rows", everywhere(place -> importRow(place, 1)))
        .tried(subject -> everywhere(place -> importRow(place, 2)))
        .changed("label = 'Changed'");
  }

  private static Specimen importRow(Place place, int number) {
    return Specimen.of("import_rows", number + " at " + place, Facts.at(place))
        .with("organization_id", place.id())
        .with("import_id", Ids.of("imports", "the first at " + place))
        .with("row_number", number)
        .with("outcome", "skipped");
  }

  private static Kit savedViews() {
    List<Specimen> rows = new ArrayList<>();
    for (Person person : World.people()) {
      for (Place place : World.rolesOf(person).keySet()) {
        rows.add(savedView(place, person, "private", false));
        rows.add(savedView(place, person, "shared", true));
      }
    }
    return Kit.of("saved_views", rows)
        .tried(
            subject ->
                byOneselfAndAnother(
                    subject, (place, by, how) -> savedView(place, by, "new " + how, true)))
        .changed("query = 'changed'");
  }

  private static Specimen savedView(Place place, Person owner, String name, boolean shared) {
    Facts facts = Facts.at(place).about(owner);
    return Specimen.of(
            "saved_views",
            name + " of " + owner + " at " + place,
            shared ? facts.sharedWithAll() : facts)
        .identified()
        .with("user_id", owner.id())
        .with("screen", "members")
        .with("name", name)
        .with("query", "q=smi")
        .with("is_shared", shared);
  }

  private static Kit tags() {
    return Kit.of("tags", everywhere(place -> tag(place, "vip")))
        .tried(subject -> everywhere(place -> tag(place, "new")))
        .changed("icon = 'changed'");
  }

  private static Specimen tag(Place place, String name) {
    return Specimen.of("tags", name + " at " + place, Facts.at(place))
        .identified()
        .with("type", "custom")
        .with("name", name);
  }

  private static Kit taggables() {
    return Kit.of(
            "taggables",
            everywhere(
                place ->
                    taggable(
                        place,
                        Person.another(place, STAFF),
                        "the first",
                        Person.the(place, Tier.MEMBER))))
        .tried(
            subject ->
                byOneselfAndAnother(
                    subject,
                    (place, by, how) ->
                        taggable(place, by, how, Person.another(place, Tier.MEMBER))))
        .changed("subject_type = 'tours'");
  }

  private static Specimen taggable(Place place, Person by, String how, Person client) {
    return Specimen.of("taggables", how + " at " + place, Facts.at(place).by(by))
        .identified()
        .with("tag_id", tag(place, "vip").id())
        .with("subject_type", "clients")
        .with("subject_id", ClientRows.clientId(place, client))
        .with("tagged_by", by.id());
  }
}
