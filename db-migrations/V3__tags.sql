-- V3: tags and what they are put on.

create table tags (
  organization_id uuid not null,
  id uuid not null default uuidv7(),
  type text not null,
  name text not null,
  colour text not null default 'slate',
  icon text not null default 'tag',
  archived_at timestamptz,
  created_at timestamptz not null default clock_timestamp(),
  updated_at timestamptz not null default clock_timestamp(),
  version bigint not null default 0,
  constraint tags_pk primary key (organization_id, id),
  constraint tags_organization_fk foreign key (organization_id) references organizations (id),
  constraint tags_type_is_known check (type in ('specialty', 'interest', 'category', 'skill', 'certification', 'custom')),
  constraint tags_name_fits check (name = btrim(name) and length(name) between 1 and 60),
  constraint tags_colour_is_known check (colour in ('slate', 'red', 'orange', 'amber', 'green', 'teal', 'blue', 'violet', 'pink')),
  constraint tags_icon_is_a_word check (icon ~ '^[a-z][a-z0-9-]{0,39}$')
);
comment on table tags is 'Words of an organization''s own, of six types; unique by type and name without regard to case.';
create unique index tags_name_key on tags (organization_id, type, lower(name));

create table taggables (
  organization_id uuid not null,
  id uuid not null default uuidv7(),
  tag_id uuid not null,
  subject_type text not null,
  subject_id uuid not null,
  tagged_by uuid not null,
  created_at timestamptz not null default clock_timestamp(),
  constraint taggables_pk primary key (organization_id, id),
  constraint taggables_once unique (organization_id, subject_type, subject_id, tag_id),
  constraint taggables_tag_fk foreign key (organization_id, tag_id) references tags (organization_id, id),
  constraint taggables_tagger_fk foreign key (tagged_by) references users (id),
  constraint taggables_subject_type_is_known
    check (subject_type in ('users', 'clients', 'events', 'classes', 'tours', 'workouts', 'documents'))
);
comment on table taggables is 'A tag on something, and who put it there. For clients and users, a trigger checks that the organization has them.';
create index taggables_tag_idx on taggables (organization_id, tag_id, subject_type, subject_id);
create index taggables_tagger_idx on taggables (tagged_by);

set role zore_definer;

create function members.check_tag_subject() returns trigger
  language plpgsql security definer
  set search_path = ''
as $$
begin
  if (new.subject_type = 'clients'
      and not exists (select from public.client_organizations
                       where organization_id = new.organization_id and client_id = new.subject_id))
     or (new.subject_type = 'users'
         and not exists (select from public.user_organizations
                          where organization_id = new.organization_id and user_id = new.subject_id)) then
    if access.is_elsewhere(new.organization_id) then
      return new;
    end if;
    raise foreign_key_violation using
      message = 'the organization has no such client or user',
      constraint = 'taggables_subject_fk';
  end if;
  return new;
end
$$;

reset role;

create trigger check_subject before insert or update on taggables for each row execute function members.check_tag_subject();
call access.keep_version('tags');

call access.protect_tenant_table('tags');
grant select on tags to zore_owner, zore_admin, zore_staff, zore_trainer;
grant insert (organization_id, id, type, name, colour, icon) on tags to zore_owner, zore_admin, zore_staff;
grant update (type, name, colour, icon, archived_at) on tags to zore_owner, zore_admin, zore_staff;
create policy "trainers and above see tags" on tags
  for select to zore_owner, zore_admin, zore_staff, zore_trainer
  using (true);
create policy "staff and above make tags" on tags
  for insert to zore_owner, zore_admin, zore_staff
  with check (true);
create policy "staff and above rename tags" on tags
  for update to zore_owner, zore_admin, zore_staff
  using (true)
  with check (true);

call access.protect_tenant_table('taggables');
grant select on taggables to zore_owner, zore_admin, zore_staff, zore_trainer;
grant insert (organization_id, id, tag_id, subject_type, subject_id, tagged_by) on taggables to zore_owner, zore_admin, zore_staff;
grant delete on taggables to zore_owner, zore_admin, zore_staff;
create policy "trainers and above see what is tagged" on taggables
  for select to zore_owner, zore_admin, zore_staff, zore_trainer
  using (true);
create policy "staff and above put tags on, in their own name" on taggables
  for insert to zore_owner, zore_admin, zore_staff
  with check (tagged_by = (select access.user_id()));
create policy "staff and above take tags off" on taggables
  for delete to zore_owner, zore_admin, zore_staff
  using (true);
