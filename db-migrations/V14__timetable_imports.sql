-- V14: an import of a timetable is remembered with what became of each line, and taken back as a whole. What it did stands
-- in schedule_changes, a row for each series or event that it made or changed.

create table timetable_imports (
  organization_id uuid not null,
  id uuid not null default uuidv7(),
  file_name text not null,
  made_by uuid not null,
  began_at timestamptz not null default now(),
  added int not null default 0,
  updated int not null default 0,
  unchanged int not null default 0,
  cancelled int not null default 0,
  refused int not null default 0,
  sessions int not null default 0,
  lines jsonb not null default '[]',
  rooms_made uuid[] not null default '{}',
  undone_at timestamptz,
  undone_by uuid,
  created_at timestamptz not null default clock_timestamp(),
  updated_at timestamptz not null default clock_timestamp(),
  version bigint not null default 0,
  constraint timetable_imports_pk primary key (organization_id, id),
  constraint timetable_imports_organization_fk foreign key (organization_id) references organizations (id),
  constraint timetable_imports_maker_fk foreign key (made_by) references users (id),
  constraint timetable_imports_undo_fk foreign key (undone_by) references users (id),
  constraint timetable_imports_file_name_fits check (length(file_name) between 1 and 255),
  constraint timetable_imports_undone_by_someone check ((undone_at is null) = (undone_by is null))
);
comment on table timetable_imports is 'Timetables that were taken from a file.';
comment on column timetable_imports.began_at is 'When its transaction began: what it made is younger.';
comment on column timetable_imports.lines is 'What became of each event and series of the file.';
comment on column timetable_imports.rooms_made is 'Rooms that it made or brought back; archived again when it is undone and nothing else uses them.';
create index timetable_imports_recent_idx on timetable_imports (organization_id, created_at);
create index timetable_imports_maker_idx on timetable_imports (made_by);
create index timetable_imports_undo_idx on timetable_imports (undone_by) where undone_by is not null;

call access.keep_version('timetable_imports');
call access.protect_tenant_table('timetable_imports');
call audit.watch('timetable_imports', '', 'lines');
grant select on timetable_imports to zore_owner, zore_admin, zore_staff;
grant insert (organization_id, id, file_name, made_by, added, updated, unchanged, cancelled, refused, sessions, lines, rooms_made)
  on timetable_imports to zore_owner, zore_admin, zore_staff;
grant update (undone_at, undone_by) on timetable_imports to zore_owner, zore_admin, zore_staff;
create policy "staff and above see what was imported" on timetable_imports
  for select to zore_owner, zore_admin, zore_staff
  using (true);
create policy "those who may edit the schedule import in their own name" on timetable_imports
  for insert to zore_owner, zore_admin, zore_staff
  with check ((select access.permitted('schedule.edit')) and made_by = (select access.user_id()));
create policy "those who may edit the schedule take back in their own name" on timetable_imports
  for update to zore_owner, zore_admin, zore_staff
  using ((select access.permitted('schedule.edit')) and undone_at is null)
  with check ((select access.permitted('schedule.edit')) and undone_by = (select access.user_id()));

alter table schedule_changes
  add column import_id uuid,
  add constraint schedule_changes_import_fk foreign key (organization_id, import_id) references timetable_imports (organization_id, id),
  drop constraint schedule_changes_action_is_known,
  add constraint schedule_changes_action_is_known
    check (action in ('create', 'change', 'move', 'cancel', 'substitute', 'import'));
comment on column schedule_changes.import_id is 'The import that it is a part of; such a change is undone with all of it.';
create index schedule_changes_import_idx on schedule_changes (organization_id, import_id) where import_id is not null;
grant insert (import_id) on schedule_changes to zore_owner, zore_admin, zore_staff;

set role zore_definer;

create function schedule.withdraw_imported(p_import uuid) returns int
  language plpgsql volatile security definer
  set search_path = ''
as $$
declare
  v_organization uuid := access.organization_id();
  v_gone int;
begin
  perform schedule.require_edit();
  with made as (
    select i.began_at, c.id, case when c.series_before is null then c.series_id end as series_id, c.events_before, c.events_after
      from public.timetable_imports i
      join public.schedule_changes c
        on c.organization_id = i.organization_id
       and c.import_id = i.id
     where i.organization_id = v_organization
       and i.id = p_import
       and i.undone_at is null
       and c.undone_at is null),
  created as (
    select (a ->> 'id')::uuid as id, m.began_at
      from made m
      cross join lateral jsonb_array_elements(m.events_after) a
     where not exists (select from jsonb_array_elements(m.events_before) b where b ->> 'id' = a ->> 'id')
    union
    select e.id, m.began_at
      from made m
      join public.events e
        on e.organization_id = v_organization
       and e.series_id = m.series_id)
  delete from public.events e
   using created
   where e.organization_id = v_organization
     and e.id = created.id
     -- Whatever the rows may claim: what is older was not made by it.
     and e.created_at >= created.began_at
     and not exists (select
                       from public.event_participants p
                      where p.organization_id = v_organization
                        and p.event_id = e.id);
  get diagnostics v_gone = row_count;
  return v_gone;
end
$$;
comment on function schedule.withdraw_imported(uuid) is
  'Takes away what an import made, past dates too, as far as nobody ever had a place in it. How many went.';

grant execute on function schedule.withdraw_imported(uuid) to zore_owner, zore_admin, zore_staff;

reset role;
