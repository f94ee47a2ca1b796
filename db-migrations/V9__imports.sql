-- V9: an import is taken back in parts, so that a hundred thousand members go with progress to be seen, a way to stop, and no
-- statement that takes long. It is still all or nothing: the parts are one transaction.

alter table imports drop constraint imports_status_is_known;
alter table imports add constraint imports_status_is_known
  check (status in ('draft', 'running', 'done', 'cancelled', 'failed', 'undoing', 'undone'));
comment on column imports.failure is 'Why the import stopped; of one that is done, why taking it back stopped.';

create index import_rows_person_idx on import_rows (organization_id, import_id, client_id) where client_id is not null;
create index import_rows_unremembered_idx on import_rows (organization_id, import_id) where outcome = 'updated' and before is null;

set role zore_definer;

drop function members.undo_import(uuid);
drop function members.import_obstacles(uuid);

create function members.import_obstacles(p_import uuid, p_after int default 0, p_upto int default null)
  returns table (row_number int, client_id uuid, member_number text, label text, obstacle text)
  language plpgsql stable security definer
  set search_path = ''
as $$
#variable_conflict use_column
declare
  v_organization uuid := access.organization_id();
begin
  if not access.permitted('members.import') then
    raise insufficient_privilege using message = 'this account may not import members';
  end if;
  return query
    select o.row_number, o.client_id, o.member_number, o.label, o.obstacle
      from (
        select r.row_number, r.client_id, r.member_number, r.label,
               case
                 when co.id is null or c.erased_at is not null then 'gone'
                 -- Rows are the program's word; that a client came with this import, the client's own record says.
                 when r.outcome = 'created' and c.import_id is distinct from p_import then 'changed'
                 when c.version is distinct from r.client_version or co.version is distinct from r.standing_version then 'changed'
                 when r.outcome = 'updated' then null
                 when exists (select from public.visits v
                               where v.organization_id = v_organization and v.client_id = r.client_id) then 'visited'
                 when exists (select from public.event_participants p
                               where p.organization_id = v_organization and p.client_id = r.client_id) then 'booked'
                 when exists (select from public.memberships m
                               where m.organization_id = v_organization and m.client_id = r.client_id) then 'sold'
                 when exists (select from public.client_notes n
                               where n.organization_id = v_organization and n.client_id = r.client_id
                                 and (n.id is distinct from r.note_id or n.version > 0)) then 'noted'
                 when exists (select from public.client_photos ph
                               where ph.organization_id = v_organization and ph.client_id = r.client_id) then 'photographed'
                 when (select coalesce(array_agg(t.tag_id order by t.tag_id), '{}')
                         from public.taggables t
                        where t.organization_id = v_organization and t.subject_type = 'clients' and t.subject_id = r.client_id)
                      <> (select coalesce(array_agg(i order by i), '{}') from unnest(r.tag_ids) i) then 'tagged'
                 when exists (select from public.client_organizations e
                               where e.home_organization_id = v_organization and e.client_id = r.client_id
                                 and e.organization_id <> v_organization) then 'elsewhere'
                 when exists (select from public.users u
                               where u.id = c.user_id and u.sign_in_email is not null) then 'account'
               end as obstacle
          from public.import_rows r
          left join public.client_organizations co
            on co.organization_id = v_organization
           and co.client_id = r.client_id
          left join public.clients c
            on c.organization_id = v_organization
           and c.id = r.client_id
         where r.organization_id = v_organization
           and r.import_id = p_import
           and r.row_number > p_after
           and r.row_number <= coalesce(p_upto, 2147483647)
           and r.outcome in ('created', 'updated')) o
     where o.obstacle is not null
     order by o.row_number;
end
$$;
comment on function members.import_obstacles(uuid, int, int) is
  'The members of an import whom something else has touched since, and what: while there is one, the import cannot be undone.';

create function members.undo_import_part(p_import uuid, p_after int, p_rows int) returns int
  language plpgsql volatile security definer
  set search_path = ''
as $$
declare
  v_organization uuid := access.organization_id();
  v_import public.imports;
  v_upto int;
  v_made uuid[];
  v_changed uuid[];
  v_clients uuid[];
  v_of uuid[];
  v_tags uuid[];
  v_notes uuid[];
  v_users uuid[];
begin
  if not access.permitted('members.import') then
    raise insufficient_privilege using message = 'this account may not import members';
  end if;
  select * into v_import
    from public.imports i
   where i.organization_id = v_organization and i.id = p_import;
  if v_import.status is distinct from 'undoing' then
    raise check_violation using message = 'this import is not being undone', constraint = 'imports_undone_once';
  end if;
  select max(p.row_number) into v_upto
    from (select r.row_number
            from public.import_rows r
           where r.organization_id = v_organization
             and r.import_id = p_import
             and r.row_number > p_after
             and r.outcome in ('created', 'updated')
           order by r.row_number
           limit least(greatest(p_rows, 1), 5000)) p;
  if v_upto is null then
    return null;
  end if;

  -- People are gathered first and then looked up by their whole key, so that no plan depends on statistics: the rows of a
  -- fresh import have none. Whom several rows changed goes back with the first of them, which knows what was before.
  select coalesce(array_agg(r.client_id order by r.client_id), '{}') into v_made
    from public.import_rows r
   where r.organization_id = v_organization
     and r.import_id = p_import
     and r.row_number > p_after
     and r.row_number <= v_upto
     and r.outcome = 'created';
  select coalesce(array_agg(r.client_id order by r.client_id), '{}') into v_changed
    from public.import_rows r
   where r.organization_id = v_organization
     and r.import_id = p_import
     and r.row_number > p_after
     and r.row_number <= v_upto
     and r.outcome = 'updated'
     and not exists (select
                       from public.import_rows e
                      where e.organization_id = v_organization
                        and e.import_id = p_import
                        and e.client_id = r.client_id
                        and e.outcome = 'updated'
                        and e.row_number < r.row_number);
  v_clients := v_made || v_changed;

  -- Whoever is changing one of these members finishes first; whoever comes later waits.
  perform
    from public.client_organizations co
   where co.organization_id = v_organization
     and co.client_id = any (v_clients)
   order by co.client_id
     for update of co;
  perform
    from public.clients c
   where c.organization_id = v_organization
     and c.id = any (v_clients)
   order by c.id
     for update of c;
  if exists (select
               from members.import_obstacles(p_import, p_after, v_upto) o
              where o.client_id = any (v_clients)) then
    raise check_violation using message = 'members of the import were changed since', constraint = 'imports_undo_untouched';
  end if;
  perform set_config('zore.reason', 'import undone: ' || v_import.file_name, true);

  select array_agg(r.client_id), array_agg(t.id) into v_of, v_tags
    from public.import_rows r
   cross join lateral unnest(r.tag_ids) as t (id)
   where r.organization_id = v_organization
     and r.import_id = p_import
     and r.client_id = any (v_clients)
     and r.outcome in ('created', 'updated');
  delete from public.taggables t
   using unnest(v_of, v_tags) as k (client_id, tag_id)
   where t.organization_id = v_organization
     and t.tag_id = k.tag_id
     and t.subject_type = 'clients'
     and t.subject_id = k.client_id;
  select array_agg(r.client_id), array_agg(r.note_id) into v_of, v_notes
    from public.import_rows r
   where r.organization_id = v_organization
     and r.import_id = p_import
     and r.client_id = any (v_clients)
     and r.outcome in ('created', 'updated')
     and r.note_id is not null;
  delete from public.client_notes n
   using unnest(v_of, v_notes) as k (client_id, note_id)
   where n.organization_id = v_organization
     and n.id = k.note_id
     and n.client_id = k.client_id
     and n.created_at >= v_import.created_at;

  -- Members who were updated get back what they had before the first row that touched them.
  if v_changed <> '{}' then
    update public.clients c
       set (given_name, family_name, birth_date, gender, email, phone, street, postal_code, city, country, emergency_name,
            emergency_phone, emergency_relation, medical_notes, care_points, preferences)
         = (select b.given_name, b.family_name, b.birth_date, b.gender, b.email, b.phone, b.street, b.postal_code, b.city,
                   b.country, b.emergency_name, b.emergency_phone, b.emergency_relation, b.medical_notes, b.care_points,
                   b.preferences
              from jsonb_populate_record(null::public.clients, f.before -> 'client') b)
      from (select distinct on (r.client_id) r.client_id, r.before
              from public.import_rows r
             where r.organization_id = v_organization
               and r.import_id = p_import
               and r.client_id = any (v_changed)
               and r.outcome = 'updated'
             order by r.client_id, r.row_number) f
     where c.organization_id = v_organization
       and c.id = f.client_id;
    update public.client_organizations co
       set (member_number, status, plan_name, valid_until, joined_on, last_visit_before_at)
         = (select b.member_number, b.status, b.plan_name, b.valid_until, b.joined_on, b.last_visit_before_at
              from jsonb_populate_record(null::public.client_organizations, f.before -> 'standing') b)
      from (select distinct on (r.client_id) r.client_id, r.before
              from public.import_rows r
             where r.organization_id = v_organization
               and r.import_id = p_import
               and r.client_id = any (v_changed)
               and r.outcome = 'updated'
             order by r.client_id, r.row_number) f
     where co.organization_id = v_organization
       and co.client_id = f.client_id;
    update public.client_organizations co
       set last_visit_at = greatest(co.last_visit_before_at,
                                    (select max(v.checked_in_at)
                                       from public.visits v
                                      where v.organization_id = v_organization
                                        and v.client_id = co.client_id
                                        and v.undone_at is null))
     where co.organization_id = v_organization
       and co.client_id = any (v_changed);
  end if;

  -- Members who were made go, and the rows of users that were made for them.
  delete from public.client_organizations co
   where co.organization_id = v_organization
     and co.client_id = any (v_made);
  with gone as (
    delete from public.clients c
     where c.organization_id = v_organization
       and c.id = any (v_made)
    returning c.user_id)
  select array_agg(g.user_id) into v_users from gone g;
  delete from public.users u
   where u.id = any (v_users)
     and u.sign_in_email is null
     and not exists (select from public.user_organizations uo where uo.user_id = u.id)
     and not exists (select from public.clients c where c.user_id = u.id);
  return v_upto;
end
$$;
comment on function members.undo_import_part(uuid, int, int) is
  'Takes some rows of an import back that is being undone: made members go, updated ones get back what they had. Refused while members.import_obstacles() names one of them. Returns the last of these rows; null when there are none left.';

create function members.finish_undo(p_import uuid) returns void
  language plpgsql volatile security definer
  set search_path = ''
as $$
declare
  v_organization uuid := access.organization_id();
  v_import public.imports;
begin
  if not access.permitted('members.import') then
    raise insufficient_privilege using message = 'this account may not import members';
  end if;
  select * into v_import
    from public.imports i
   where i.organization_id = v_organization and i.id = p_import
     for update;
  if v_import.status is distinct from 'undoing' then
    raise check_violation using message = 'this import is not being undone', constraint = 'imports_undone_once';
  end if;
  if exists (select from public.clients c where c.organization_id = v_organization and c.import_id = p_import) then
    raise check_violation using message = 'members of the import are still there', constraint = 'imports_undo_untouched';
  end if;
  delete from public.tags t
   where t.organization_id = v_organization
     and t.id = any (v_import.made_tags)
     and not exists (select from public.taggables g where g.organization_id = v_organization and g.tag_id = t.id);
  update public.imports i
     set status = 'undone',
         failure = null,
         rows_done = i.rows_total,
         undone_by = access.user_id(),
         undone_at = clock_timestamp()
   where i.organization_id = v_organization
     and i.id = p_import;
end
$$;
comment on function members.finish_undo(uuid) is
  'The last act of taking an import back: tags that came with it go unless others use them. Refused while one of its members is left.';

create function members.log_import_report(p_import uuid) returns void
  language plpgsql volatile security definer
  set search_path = ''
as $$
declare
  v_organization uuid := access.organization_id();
begin
  if not access.permitted('members.import') then
    raise insufficient_privilege using message = 'this account may not import members';
  end if;
  if exists (select from public.imports i where i.organization_id = v_organization and i.id = p_import) then
    perform audit.write(v_organization, 'export', 'imports', p_import::text, null, null, null);
  end if;
end
$$;
comment on function members.log_import_report(uuid) is
  'Logs that the report of an import is taken away. It holds what the list held, so it asks for the right to import, not to export.';

revoke all on function
  members.log_import_report(uuid), members.import_obstacles(uuid, int, int), members.undo_import_part(uuid, int, int),
  members.finish_undo(uuid)
  from public;
grant execute on function
  members.log_import_report(uuid), members.import_obstacles(uuid, int, int), members.undo_import_part(uuid, int, int),
  members.finish_undo(uuid)
  to zore_owner, zore_admin, zore_staff;

reset role;
