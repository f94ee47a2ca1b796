-- V4: rooms, event series, events (classes, tours, personal training) and their participants.
--
-- Times: a series keeps its local start, its IANA zone and its RFC 5545 rule; an event keeps the local start it was made
-- for (its identity for ever) and its instants, which the program computes. Capacity is a guarded counter on the event's
-- row with a CHECK, so that no path can oversell. Lock order: event, then participant.

create table rooms (
  organization_id uuid not null,
  id uuid not null default uuidv7(),
  name text not null,
  capacity int,
  archived_at timestamptz,
  created_at timestamptz not null default clock_timestamp(),
  updated_at timestamptz not null default clock_timestamp(),
  version bigint not null default 0,
  constraint rooms_pk primary key (organization_id, id),
  constraint rooms_name_key unique (organization_id, name),
  constraint rooms_organization_fk foreign key (organization_id) references organizations (id),
  constraint rooms_name_fits check (length(btrim(name)) between 1 and 100),
  constraint rooms_capacity_is_positive check (capacity > 0)
);
comment on table rooms is 'Where events take place; one event at a time.';

create table event_series (
  organization_id uuid not null,
  id uuid not null default uuidv7(),
  kind text not null,
  title text not null,
  local_start timestamp not null,
  time_zone text not null,
  duration_minutes int not null,
  rule text not null,
  exceptions timestamp[] not null default '{}',
  room_id uuid,
  trainer_id uuid,
  capacity int,
  source_uid text,
  ended_at timestamptz,
  created_at timestamptz not null default clock_timestamp(),
  updated_at timestamptz not null default clock_timestamp(),
  version bigint not null default 0,
  constraint event_series_pk primary key (organization_id, id),
  constraint event_series_uid_key unique (organization_id, source_uid),
  constraint event_series_organization_fk foreign key (organization_id) references organizations (id),
  constraint event_series_room_fk foreign key (organization_id, room_id) references rooms (organization_id, id),
  constraint event_series_trainer_fk foreign key (organization_id, trainer_id) references user_organizations (organization_id, user_id),
  constraint event_series_kind_is_known check (kind in ('class', 'tour', 'personal_training')),
  constraint event_series_title_fits check (length(btrim(title)) between 1 and 200),
  constraint event_series_lasts_a_while check (duration_minutes between 5 and 1440),
  constraint event_series_capacity_is_positive check (capacity > 0)
);
comment on table event_series is 'The rule that dated events came from: RFC 5545 RRULE over local_start in time_zone; exceptions are original local starts.';
create index event_series_room_idx on event_series (organization_id, room_id);
create index event_series_trainer_idx on event_series (organization_id, trainer_id);

create table events (
  organization_id uuid not null,
  id uuid not null default uuidv7(),
  kind text not null,
  title text not null,
  description text,
  colour text not null default 'slate',
  series_id uuid,
  original_local_start timestamp,
  is_detached boolean not null default false,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  during tstzrange generated always as (tstzrange(starts_at, ends_at, '[)')) stored,
  status text not null default 'scheduled',
  cancelled_reason text,
  room_id uuid,
  place text,
  meeting_url text,
  trainer_id uuid,
  capacity int,
  booked_count int not null default 0,
  waitlist_count int not null default 0,
  tour_type text,
  lead_source text,
  tour_outcome text,
  price_minor bigint not null default 0,
  created_at timestamptz not null default clock_timestamp(),
  updated_at timestamptz not null default clock_timestamp(),
  version bigint not null default 0,
  constraint events_pk primary key (organization_id, id),
  constraint events_occurrence_key unique (organization_id, series_id, original_local_start),
  constraint events_organization_fk foreign key (organization_id) references organizations (id),
  constraint events_series_fk foreign key (organization_id, series_id) references event_series (organization_id, id),
  constraint events_room_fk foreign key (organization_id, room_id) references rooms (organization_id, id),
  constraint events_trainer_fk foreign key (organization_id, trainer_id) references user_organizations (organization_id, user_id),
  constraint events_kind_is_known check (kind in ('class', 'tour', 'personal_training')),
  constraint events_status_is_known check (status in ('scheduled', 'cancelled')),
  constraint events_title_fits check (length(btrim(title)) between 1 and 200),
  constraint events_colour_is_known check (colour in ('slate', 'red', 'orange', 'amber', 'green', 'teal', 'blue', 'violet', 'pink')),
  constraint events_end_after_start check (ends_at > starts_at and ends_at <= starts_at + interval '25 hours'),
  constraint events_series_has_identity check ((series_id is null) = (original_local_start is null)),
  constraint events_tour_facts check (kind = 'tour' or (tour_type is null and lead_source is null and tour_outcome is null)),
  constraint events_tour_type_is_known check (tour_type in ('walk_in', 'booked', 'virtual', 'open_day')),
  constraint events_lead_source_is_known check (lead_source in ('walk_in', 'website', 'telephone', 'referral', 'social_media', 'advertisement', 'event', 'other')),
  constraint events_tour_outcome_is_known check (tour_outcome in ('joined', 'thinking', 'declined', 'no_show')),
  constraint events_meeting_is_https check (meeting_url ~ '^https://'),
  constraint events_price_is_not_negative check (price_minor >= 0),
  constraint events_never_oversold check (booked_count between 0 and coalesce(capacity, 2147483647)),
  constraint events_waitlist_is_counted check (waitlist_count >= 0),
  constraint events_room_is_free exclude using gist (organization_id with =, room_id with =, during with &&)
    where (status = 'scheduled' and room_id is not null)
);
comment on table events is 'One dated class, tour or personal training. Identified for ever by its series and original local start.';
create index events_week_idx on events (organization_id, starts_at, id);
create index events_trainer_idx on events (organization_id, trainer_id, starts_at);
create index events_room_idx on events (organization_id, room_id, starts_at);

create table event_participants (
  organization_id uuid not null,
  id uuid not null default uuidv7(),
  event_id uuid not null,
  client_id uuid not null,
  status text not null default 'booked',
  waitlist_position bigint,
  payment_status text not null default 'not_required',
  price_minor bigint not null default 0,
  booked_by uuid not null,
  checked_in_at timestamptz,
  cancelled_at timestamptz,
  created_at timestamptz not null default clock_timestamp(),
  updated_at timestamptz not null default clock_timestamp(),
  version bigint not null default 0,
  constraint event_participants_pk primary key (organization_id, id),
  constraint event_participants_event_fk foreign key (organization_id, event_id) references events (organization_id, id),
  constraint event_participants_client_fk foreign key (organization_id, client_id) references client_organizations (organization_id, client_id),
  constraint event_participants_booker_fk foreign key (booked_by) references users (id),
  constraint event_participants_status_is_known
    check (status in ('booked', 'waitlisted', 'attended', 'cancelled', 'late_cancelled', 'no_show')),
  constraint event_participants_waits_in_line check ((status = 'waitlisted') = (waitlist_position is not null)),
  constraint event_participants_payment_is_known check (payment_status in ('not_required', 'owed', 'paid', 'waived')),
  constraint event_participants_price_is_not_negative check (price_minor >= 0)
);
comment on table event_participants is 'A client''s place in an event. booked, attended and no_show hold a seat; one live place per client and event.';
create unique index event_participants_one_place on event_participants (organization_id, event_id, client_id)
  where status in ('booked', 'waitlisted', 'attended', 'no_show');
create unique index event_participants_line_key on event_participants (organization_id, event_id, waitlist_position)
  where status = 'waitlisted';
create index event_participants_event_idx on event_participants (organization_id, event_id, status);
create index event_participants_client_idx on event_participants (organization_id, client_id, event_id);
create index event_participants_booker_idx on event_participants (booked_by);

set role zore_definer;

create function schedule.count_seats() returns trigger
  language plpgsql security definer
  set search_path = ''
as $$
declare
  v_seats int := 0;
  v_waiting int := 0;
begin
  if tg_op <> 'INSERT' then
    v_seats := v_seats - (old.status in ('booked', 'attended', 'no_show'))::int;
    v_waiting := v_waiting - (old.status = 'waitlisted')::int;
  end if;
  if tg_op <> 'DELETE' then
    v_seats := v_seats + (new.status in ('booked', 'attended', 'no_show'))::int;
    v_waiting := v_waiting + (new.status = 'waitlisted')::int;
  end if;
  if v_seats <> 0 or v_waiting <> 0 then
    update public.events
       set booked_count = booked_count + v_seats,
           waitlist_count = waitlist_count + v_waiting
     where organization_id = coalesce(new.organization_id, old.organization_id)
       and id = coalesce(new.event_id, old.event_id);
  end if;
  return null;
end
$$;
comment on function schedule.count_seats() is 'Keeps the event''s guarded counters; its CHECK refuses the seat too many, whichever path writes.';

create function schedule.keep_place() returns trigger
  language plpgsql
  set search_path = ''
as $$
begin
  if new.event_id <> old.event_id or new.client_id <> old.client_id then
    raise check_violation using
      message = 'a place belongs to its event and client; book another instead',
      constraint = 'event_participants_place_is_fixed';
  end if;
  return new;
end
$$;

create function schedule.teaches(p_event uuid) returns boolean
  language sql stable security definer
  set search_path = ''
as $$
  select exists (select
                   from public.events e
                  where e.organization_id = (select access.organization_id())
                    and e.id = p_event
                    and e.trainer_id = (select access.user_id()))
$$;

create function schedule.taught_events() returns setof uuid
  language sql stable security definer
  set search_path = ''
as $$
  select e.id
    from public.events e
   where e.organization_id = (select access.organization_id())
     and e.trainer_id = (select access.user_id())
$$;
comment on function schedule.taught_events() is 'The events that the bound user teaches at the bound gym.';

grant execute on function schedule.taught_events() to zore_trainer;

reset role;

create trigger count_seats after insert or update of status or delete on event_participants
  for each row execute function schedule.count_seats();
create trigger keep_place before update on event_participants for each row execute function schedule.keep_place();

call access.keep_version('rooms');
call access.keep_version('event_series');
call access.keep_version('event_participants');
-- Bookings change the counters of an event, not what people edit.
create trigger touch before update of kind, title, description, colour, starts_at, ends_at, status, room_id, place, meeting_url,
    trainer_id, capacity, tour_type, lead_source, tour_outcome, price_minor, is_detached
  on events for each row execute function access.touch();

call access.protect_tenant_table('rooms');
grant select on rooms to zore_owner, zore_admin, zore_staff, zore_trainer, zore_member;
grant insert (organization_id, id, name, capacity) on rooms to zore_owner, zore_admin, zore_staff;
grant update (name, capacity, archived_at) on rooms to zore_owner, zore_admin, zore_staff;
create policy "everyone sees rooms" on rooms
  for select to zore_owner, zore_admin, zore_staff, zore_trainer, zore_member
  using (true);
create policy "those who may edit the schedule add rooms" on rooms
  for insert to zore_owner, zore_admin, zore_staff
  with check ((select access.permitted('schedule.edit')));
create policy "those who may edit the schedule change rooms" on rooms
  for update to zore_owner, zore_admin, zore_staff
  using ((select access.permitted('schedule.edit')))
  with check ((select access.permitted('schedule.edit')));

call access.protect_tenant_table('event_series');
grant select on event_series to zore_owner, zore_admin, zore_staff, zore_trainer, zore_member;
grant insert (organization_id, id, kind, title, local_start, time_zone, duration_minutes, rule, exceptions, room_id, trainer_id,
              capacity, source_uid, ended_at)
  on event_series to zore_owner, zore_admin, zore_staff;
grant update (title, local_start, time_zone, duration_minutes, rule, exceptions, room_id, trainer_id, capacity, ended_at)
  on event_series to zore_owner, zore_admin, zore_staff;
create policy "everyone sees series" on event_series
  for select to zore_owner, zore_admin, zore_staff, zore_trainer, zore_member
  using (true);
create policy "those who may edit the schedule add series" on event_series
  for insert to zore_owner, zore_admin, zore_staff
  with check ((select access.permitted('schedule.edit')));
create policy "those who may edit the schedule change series" on event_series
  for update to zore_owner, zore_admin, zore_staff
  using ((select access.permitted('schedule.edit')))
  with check ((select access.permitted('schedule.edit')));

call access.protect_tenant_table('events');
grant select on events to zore_owner, zore_admin, zore_staff, zore_trainer, zore_member;
grant insert (organization_id, id, kind, title, description, colour, series_id, original_local_start, is_detached, starts_at, ends_at,
              status, room_id, place, meeting_url, trainer_id, capacity, tour_type, lead_source, tour_outcome, price_minor)
  on events to zore_owner, zore_admin, zore_staff;
grant update (kind, title, description, colour, is_detached, starts_at, ends_at, status, cancelled_reason, room_id, place, meeting_url,
              trainer_id, capacity, tour_type, lead_source, tour_outcome, price_minor)
  on events to zore_owner, zore_admin, zore_staff;
create policy "everyone sees events" on events
  for select to zore_owner, zore_admin, zore_staff, zore_trainer, zore_member
  using (true);
create policy "those who may edit the schedule add events" on events
  for insert to zore_owner, zore_admin, zore_staff
  with check ((select access.permitted('schedule.edit')));
create policy "those who may edit the schedule change events" on events
  for update to zore_owner, zore_admin, zore_staff
  using ((select access.permitted('schedule.edit')))
  with check ((select access.permitted('schedule.edit')));

call access.protect_tenant_table('event_participants');
grant select on event_participants to zore_owner, zore_admin, zore_staff, zore_trainer, zore_member;
grant insert (organization_id, id, event_id, client_id, status, waitlist_position, payment_status, price_minor, booked_by)
  on event_participants to zore_owner, zore_admin, zore_staff;
grant update (status, waitlist_position, payment_status, price_minor, checked_in_at, cancelled_at)
  on event_participants to zore_owner, zore_admin, zore_staff;
grant update (status, checked_in_at) on event_participants to zore_trainer;
create policy "everyone sees their own places" on event_participants
  for select to zore_owner, zore_admin, zore_staff, zore_trainer, zore_member
  using (client_id = (select members.client_id()));
create policy "staff and above see every place" on event_participants
  for select to zore_owner, zore_admin, zore_staff
  using (true);
create policy "trainers see the places of events they teach" on event_participants
  for select to zore_trainer
  using (event_id in (select schedule.taught_events()));
create policy "staff and above book, in their own name" on event_participants
  for insert to zore_owner, zore_admin, zore_staff
  with check (booked_by = (select access.user_id()));
create policy "staff and above change places" on event_participants
  for update to zore_owner, zore_admin, zore_staff
  using (true)
  with check (true);
create policy "trainers mark attendance of events they teach" on event_participants
  for update to zore_trainer
  using (event_id in (select schedule.taught_events()) and status in ('booked', 'attended', 'no_show'))
  with check (event_id in (select schedule.taught_events()) and status in ('booked', 'attended', 'no_show'));
