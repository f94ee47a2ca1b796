-- V12: series make their occurrences ahead and are changed as a whole; what a change did is kept, to be undone once.
--
-- Locks, in this order: the series, the turns of those who have places (by client), the events by id. Whoever adds
-- occurrences to a series, by hand or in the background, holds the row of the series: two at once make no doubles.

alter table event_series
  add column description text,
  add column colour text not null default 'slate',
  add column place text,
  add column meeting_url text,
  add column price_minor bigint not null default 0,
  add column additions timestamp[] not null default '{}',
  add column made_until timestamptz,
  add column continues_id uuid,
  add column source_digest text,
  add constraint event_series_continues_fk foreign key (organization_id, continues_id) references event_series (organization_id, id),
  add constraint event_series_colour_is_known check (colour in ('slate', 'red', 'orange', 'amber', 'green', 'teal', 'blue', 'violet', 'pink')),
  add constraint event_series_meeting_is_https check (meeting_url ~ '^https://'),
  add constraint event_series_price_is_not_negative check (price_minor >= 0);
comment on column event_series.additions is 'Local starts besides those of the rule.';
comment on column event_series.made_until is 'The moment up to which occurrences are rows; moved on by a job.';
comment on column event_series.continues_id is 'The series of which this is the later part. The part that is still to come keeps source_uid.';
comment on column event_series.source_digest is 'What the imported file said of it, to tell whether another file says otherwise.';
create index event_series_continues_idx on event_series (organization_id, continues_id) where continues_id is not null;

alter table events
  add column wanted_room_id uuid,
  add column source_uid text,
  add column source_digest text,
  add constraint events_wanted_room_fk foreign key (organization_id, wanted_room_id) references rooms (organization_id, id),
  add constraint events_uid_key unique (organization_id, source_uid),
  add constraint events_wants_what_it_lacks check (wanted_room_id is null or room_id is null);
comment on column events.wanted_room_id is 'The room that it should have had, which was taken: the event takes place, and somebody has to find it a room.';
create index events_wanted_room_idx on events (organization_id, wanted_room_id) where wanted_room_id is not null;

-- How far rows have been made is not what people edit.
drop trigger touch on event_series;
create trigger touch before update of title, description, colour, local_start, time_zone, duration_minutes, rule, exceptions, additions,
    room_id, place, meeting_url, trainer_id, capacity, price_minor, ended_at, source_uid, source_digest
  on event_series for each row execute function access.touch();
drop trigger touch on events;
create trigger touch before update of kind, title, description, colour, series_id, original_local_start, starts_at, ends_at, status,
    room_id, wanted_room_id, place, meeting_url, trainer_id, capacity, tour_type, lead_source, tour_outcome, price_minor, is_detached
  on events for each row execute function access.touch();

grant insert (description, colour, place, meeting_url, price_minor, additions, continues_id, source_digest)
  on event_series to zore_owner, zore_admin, zore_staff;
grant update (description, colour, place, meeting_url, price_minor, additions, source_uid, source_digest)
  on event_series to zore_owner, zore_admin, zore_staff;
grant insert (wanted_room_id, cancelled_reason, source_uid, source_digest) on events to zore_owner, zore_admin, zore_staff;
grant update (series_id, original_local_start, wanted_room_id, source_digest) on events to zore_owner, zore_admin, zore_staff;

drop trigger audit_insert on event_series;
drop trigger audit_update on event_series;
drop trigger audit_delete on event_series;
call audit.watch('event_series', '', 'made_until');

create table schedule_changes (
  organization_id uuid not null,
  id uuid not null default uuidv7(),
  action text not null,
  made_by uuid not null,
  series_id uuid,
  continuation_id uuid,
  series_before jsonb,
  series_after jsonb not null default '[]',
  events_before jsonb not null default '[]',
  events_after jsonb not null default '[]',
  released uuid[] not null default '{}',
  undone_at timestamptz,
  undone_by uuid,
  created_at timestamptz not null default clock_timestamp(),
  updated_at timestamptz not null default clock_timestamp(),
  version bigint not null default 0,
  constraint schedule_changes_pk primary key (organization_id, id),
  constraint schedule_changes_organization_fk foreign key (organization_id) references organizations (id),
  constraint schedule_changes_series_fk foreign key (organization_id, series_id) references event_series (organization_id, id),
  constraint schedule_changes_continuation_fk foreign key (organization_id, continuation_id) references event_series (organization_id, id),
  constraint schedule_changes_maker_fk foreign key (made_by) references users (id),
  constraint schedule_changes_undo_fk foreign key (undone_by) references users (id),
  constraint schedule_changes_action_is_known check (action in ('create', 'change', 'move', 'cancel', 'substitute')),
  constraint schedule_changes_undone_by_someone check ((undone_at is null) = (undone_by is null))
);
comment on table schedule_changes is 'What a change of the calendar did, to be undone once: the rows as they were, the versions it left behind, the places it released.';
comment on column schedule_changes.events_after is 'Id and version of every event it left behind; those not in events_before it made.';
create index schedule_changes_series_idx on schedule_changes (organization_id, series_id) where series_id is not null;
create index schedule_changes_continuation_idx on schedule_changes (organization_id, continuation_id) where continuation_id is not null;
create index schedule_changes_maker_idx on schedule_changes (made_by);
create index schedule_changes_undo_idx on schedule_changes (undone_by) where undone_by is not null;

call access.keep_version('schedule_changes');
call access.protect_tenant_table('schedule_changes');
call audit.watch('schedule_changes', '', 'series_before,series_after,events_before,events_after');
grant select on schedule_changes to zore_owner, zore_admin, zore_staff;
grant insert (organization_id, id, action, made_by, series_id, continuation_id, series_before, series_after, events_before,
              events_after, released)
  on schedule_changes to zore_owner, zore_admin, zore_staff;
grant update (undone_at, undone_by) on schedule_changes to zore_owner, zore_admin, zore_staff;
create policy "staff and above see what was changed" on schedule_changes
  for select to zore_owner, zore_admin, zore_staff
  using (true);
create policy "those who may edit the schedule change it in their own name" on schedule_changes
  for insert to zore_owner, zore_admin, zore_staff
  with check ((select access.permitted('schedule.edit')) and made_by = (select access.user_id()));
create policy "those who may edit the schedule undo in their own name, once" on schedule_changes
  for update to zore_owner, zore_admin, zore_staff
  using ((select access.permitted('schedule.edit')) and undone_at is null)
  with check ((select access.permitted('schedule.edit')) and undone_by = (select access.user_id()));

set role zore_definer;

create function schedule.require_edit() returns void
  language plpgsql stable
  set search_path = ''
as $$
begin
  if not access.permitted('schedule.edit') then
    raise insufficient_privilege using message = 'this account may not change the schedule';
  end if;
end
$$;

create function schedule.hold_events(p_events uuid[], p_places uuid[] default '{}') returns int
  language plpgsql volatile security definer
  set search_path = ''
as $$
declare
  v_organization uuid := access.organization_id();
  v_clients uuid[];
  v_client uuid;
  v_held int;
begin
  perform schedule.require_edit();
  select coalesce(array_agg(distinct p.client_id order by p.client_id), '{}')
    into v_clients
    from public.event_participants p
   where p.organization_id = v_organization
     and ((p.event_id = any (p_events) and p.status in ('booked', 'waitlisted')) or p.id = any (p_places));
  foreach v_client in array v_clients loop
    perform schedule.wait_for_turn(v_organization, v_client);
  end loop;
  perform schedule.hold(v_organization, null, p_events);
  if exists (select
               from public.event_participants p
              where p.organization_id = v_organization
                and p.event_id = any (p_events)
                and p.status in ('booked', 'waitlisted')
                and p.client_id <> all (v_clients)) then
    perform schedule.try_again();
  end if;
  select count(*) into v_held from public.events e where e.organization_id = v_organization and e.id = any (p_events);
  return v_held;
end
$$;
comment on function schedule.hold_events(uuid[], uuid[]) is
  'Before events are cancelled or come back: waits until nobody else decides about those who have places in them (or had the given ones), then locks the events. How many there are.';

create function schedule.release_places(p_events uuid[]) returns table (participant_id uuid, event_id uuid, client_id uuid)
  language plpgsql volatile security definer
  set search_path = ''
as $$
#variable_conflict use_column
declare
  v_organization uuid := access.organization_id();
begin
  perform schedule.require_edit();
  return query
    update public.event_participants p
       set status = 'cancelled',
           left_position = p.waitlist_position,
           waitlist_position = null,
           cancelled_at = clock_timestamp(),
           payment_status = case when p.payment_status = 'owed' then 'not_required' else p.payment_status end
      from public.events e
     where e.organization_id = v_organization
       and e.id = any (p_events)
       and e.status = 'cancelled'
       and p.organization_id = v_organization
       and p.event_id = e.id
       and p.status in ('booked', 'waitlisted')
    returning p.id, p.event_id, p.client_id;
end
$$;
comment on function schedule.release_places(uuid[]) is
  'Gives up every place in events that have been cancelled, never as late; nobody moves up. The caller holds the events.';

create function schedule.insert_occurrences(p_series public.event_series, p_occurrences jsonb, p_until timestamptz)
  returns table (event_id uuid, original timestamp, has_room boolean)
  language plpgsql volatile
  set search_path = ''
as $$
#variable_conflict use_column
declare
  v_one record;
  v_id uuid;
  v_room uuid;
begin
  for v_one in
    select o.original, o.starts_at, o.ends_at
      from jsonb_to_recordset(p_occurrences) as o (original timestamp, starts_at timestamptz, ends_at timestamptz)
     where not exists (select
                         from public.events e
                        where e.organization_id = p_series.organization_id
                          and e.series_id = p_series.id
                          and e.original_local_start = o.original)
     order by o.starts_at
  loop
    v_room := p_series.room_id;
    for attempt in 1 .. 2 loop
      begin
        insert into public.events (organization_id, kind, title, description, colour, series_id, original_local_start, starts_at, ends_at,
                                   room_id, wanted_room_id, place, meeting_url, trainer_id, capacity, price_minor)
        values (p_series.organization_id, p_series.kind, p_series.title, p_series.description, p_series.colour, p_series.id,
                v_one.original, v_one.starts_at, v_one.ends_at, v_room,
                case when v_room is null then p_series.room_id end,
                p_series.place, p_series.meeting_url, p_series.trainer_id, p_series.capacity, p_series.price_minor)
        returning id into v_id;
        exit;
      exception when exclusion_violation then
        -- The room is taken: the class is not lost, it needs another room.
        v_room := null;
      end;
    end loop;
    return query select v_id, v_one.original, v_room is not distinct from p_series.room_id;
  end loop;
  update public.event_series s
     set made_until = p_until
   where s.organization_id = p_series.organization_id
     and s.id = p_series.id
     and (s.made_until is null or s.made_until < p_until);
end
$$;
comment on function schedule.insert_occurrences(public.event_series, jsonb, timestamptz) is
  'Makes the rows that are not there yet; without its room, and marked, where that is taken. The caller holds the series.';

create function schedule.add_occurrences(p_series uuid, p_occurrences jsonb, p_until timestamptz)
  returns table (event_id uuid, original timestamp, has_room boolean)
  language plpgsql volatile security definer
  set search_path = ''
as $$
#variable_conflict use_column
declare
  v_organization uuid := access.organization_id();
  v_series public.event_series;
begin
  perform schedule.require_edit();
  select * into v_series from public.event_series where organization_id = v_organization and id = p_series for no key update;
  if v_series.id is not null then
    return query select * from schedule.insert_occurrences(v_series, p_occurrences, p_until);
  end if;
end
$$;
comment on function schedule.add_occurrences(uuid, jsonb, timestamptz) is
  'Makes occurrences of a series into rows: original (local), starts_at, ends_at of each. Those that are there stay as they are.';

create function schedule.withdraw_created(p_change uuid) returns int
  language plpgsql volatile security definer
  set search_path = ''
as $$
declare
  v_organization uuid := access.organization_id();
  v_gone int;
begin
  perform schedule.require_edit();
  with created as (
    select (a ->> 'id')::uuid as id
      from public.schedule_changes c
      cross join lateral jsonb_array_elements(c.events_after) a
     where c.organization_id = v_organization
       and c.id = p_change
       and c.undone_at is null
       and not exists (select from jsonb_array_elements(c.events_before) b where b ->> 'id' = a ->> 'id'))
  delete from public.events e
   using created
   where e.organization_id = v_organization
     and e.id = created.id
     -- Whatever a row of changes may claim: what is older was not made by it.
     and e.created_at >= (select c.created_at - interval '5 minutes'
                            from public.schedule_changes c
                           where c.organization_id = v_organization
                             and c.id = p_change)
     and e.starts_at > clock_timestamp()
     and not exists (select
                       from public.event_participants p
                      where p.organization_id = v_organization
                        and p.event_id = e.id);
  get diagnostics v_gone = row_count;
  return v_gone;
end
$$;
comment on function schedule.withdraw_created(uuid) is
  'Takes away what a change made, as far as it has not begun and nobody ever had a place in it. How many went.';

create function jobs.due_series(p_until timestamptz, p_after uuid, p_limit int)
  returns table (organization_id uuid, id uuid, version bigint, local_start timestamp, time_zone text, duration_minutes int, rule text,
                 exceptions timestamp[], additions timestamp[], made_until timestamptz)
  language sql stable security definer
  set search_path = ''
as $$
  select s.organization_id, s.id, s.version, s.local_start, s.time_zone, s.duration_minutes, s.rule, s.exceptions, s.additions, s.made_until
    from public.event_series s
   where s.ended_at is null
     and s.made_until < p_until
     and (p_after is null or s.id > p_after)
   order by s.id
   limit p_limit
$$;
comment on function jobs.due_series(timestamptz, uuid, int) is
  'Series whose occurrences have not been made up to that moment, by id after the given one.';

create function jobs.add_occurrences(p_organization uuid, p_series uuid, p_version bigint, p_occurrences jsonb, p_until timestamptz)
  returns table (made int, without_room int)
  language plpgsql volatile security definer
  set search_path = ''
as $$
declare
  v_series public.event_series;
begin
  select *
    into v_series
    from public.event_series s
   where s.organization_id = p_organization
     and s.id = p_series
     and s.version = p_version
     and s.ended_at is null
     for no key update;
  -- Changed since it was read: the next round reads it again.
  if v_series.id is null then
    return query select -1, 0;
  else
    return query
      select count(*)::int, (count(*) filter (where not o.has_room))::int
        from schedule.insert_occurrences(v_series, p_occurrences, p_until) o;
  end if;
end
$$;
comment on function jobs.add_occurrences(uuid, uuid, bigint, jsonb, timestamptz) is
  'Makes occurrences into rows unless the series has been changed since it was read, then -1. How many were made, and how many of them lack their room.';

grant execute on function schedule.hold_events(uuid[], uuid[]), schedule.release_places(uuid[]),
  schedule.add_occurrences(uuid, jsonb, timestamptz), schedule.withdraw_created(uuid)
  to zore_owner, zore_admin, zore_staff;
grant execute on function jobs.due_series(timestamptz, uuid, int), jobs.add_occurrences(uuid, uuid, bigint, jsonb, timestamptz) to zore_jobs;

reset role;
