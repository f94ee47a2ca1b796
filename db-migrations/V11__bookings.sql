-- V11: booking, cancelling, moving and marking places; promotion from the waitlist; attendance and visits as one fact.
--
-- Locks, in this order: the standing (only where a visit is made or undone), the turn of the client one acts for
-- (booking_turns), the events by id, then participants. Everything that is found out later (who is promoted, where else
-- they wait) is locked without waiting: when somebody else has it, serialization_failure (40001) is raised and the
-- caller tries again. Nobody who holds an event's row ever waits for a client, so these functions and the desk's
-- check-in cannot wait for one another in a circle; and whoever edits or imports members holds up no booking.
-- Every decision about a client's seats is made in the client's turn, every decision about an event's seats under
-- the lock of the event: the order in which transactions reach their end is a serial order of what they did.

alter table events add column line_position bigint not null default 0;
comment on column events.line_position is 'The last number given out in the line; a number is never given twice.';

alter table event_participants
  add column promoted_at timestamptz,
  add column left_position bigint,
  add column dropped_for uuid,
  add column visit_id uuid,
  add constraint event_participants_dropped_for_fk foreign key (organization_id, dropped_for) references events (organization_id, id),
  add constraint event_participants_visit_fk foreign key (organization_id, visit_id) references visits (organization_id, id);
comment on column event_participants.promoted_at is 'When the seat was given to someone who waited.';
comment on column event_participants.left_position is 'The number in the line that a cancelled place had, to be given back on undo.';
comment on column event_participants.dropped_for is 'The event whose seat made this place in a line impossible: both would be at the same time.';
comment on column event_participants.visit_id is
  'The visit that marked this place attended, or (source roster) that was made because somebody marked it. Undone together.';
create index event_participants_dropped_idx on event_participants (organization_id, dropped_for) where dropped_for is not null;
create index event_participants_visit_idx on event_participants (organization_id, visit_id) where visit_id is not null;

create table booking_turns (
  organization_id uuid not null,
  client_id uuid not null,
  constraint booking_turns_pk primary key (organization_id, client_id),
  constraint booking_turns_client_fk foreign key (organization_id, client_id)
    references client_organizations (organization_id, client_id) on delete cascade
);
comment on table booking_turns is
  'One row per client at a gym, locked while it is decided which seats the client has. Holds nothing; made when first needed.';

-- Nobody but the helper functions takes turns.
call access.protect_tenant_table('booking_turns');

-- ---------------------------------------------------------------------------------------------------------------
-- The gym's rules
-- ---------------------------------------------------------------------------------------------------------------

set role zore_definer;

create function schedule.setting(p_settings jsonb, p_key text, p_default int, p_most int) returns int
  language sql immutable parallel safe
  set search_path = ''
as $$
  select case when v ~ '^[0-9]{1,6}$' and v::int <= p_most then v::int else p_default end
    from (select p_settings #>> array['bookings', p_key]) s (v)
$$;
comment on function schedule.setting(jsonb, text, int, int) is 'A whole number of the gym''s settings under "bookings", or the default when it is missing or senseless.';

create function schedule.rules_of(p_organization uuid)
  returns table (late_cancel_minutes int, promotion_notice_minutes int, check_in_before_minutes int, check_in_after_minutes int,
                 no_show_minutes int, booking_opens_days int, booking_closes_minutes int)
  language sql stable
  set search_path = ''
as $$
  select schedule.setting(o.settings, 'late_cancel_minutes', 120, 20160),
         schedule.setting(o.settings, 'promotion_notice_minutes', 60, 20160),
         schedule.setting(o.settings, 'check_in_before_minutes', 60, 720),
         schedule.setting(o.settings, 'check_in_after_minutes', 30, 720),
         schedule.setting(o.settings, 'no_show_minutes', 0, 720),
         schedule.setting(o.settings, 'booking_opens_days', 0, 730),
         schedule.setting(o.settings, 'booking_closes_minutes', 0, 20160)
    from public.organizations o
   where o.id = p_organization
$$;
comment on function schedule.rules_of(uuid) is
  'The rules of bookings at a gym with their defaults, the one place where these stand. For other helper functions only.';

create function schedule.booking_rules()
  returns table (late_cancel_minutes int, promotion_notice_minutes int, check_in_before_minutes int, check_in_after_minutes int,
                 no_show_minutes int, booking_opens_days int, booking_closes_minutes int)
  language sql stable security definer
  set search_path = ''
as $$
  select * from schedule.rules_of((select access.organization_id()))
$$;
comment on function schedule.booking_rules() is
  'The rules of bookings at the bound gym. Days and minutes before the start; 0 days to open means always open.';

create function schedule.minutes(p_minutes int) returns interval
  language sql immutable parallel safe
  set search_path = ''
as $$
  select make_interval(mins => p_minutes)
$$;

create function schedule.may_take_part(p_status text, p_valid_until date, p_kind text, p_day date) returns boolean
  language sql immutable parallel safe
  set search_path = ''
as $$
  -- Someone who is not a member yet takes part in tours, and in classes while a trial runs.
  select p_status = 'active'
      or (p_status = 'prospect' and (p_kind = 'tour' or coalesce(p_valid_until >= p_day, false)))
$$;
comment on function schedule.may_take_part(text, date, text, date) is
  'Whether a standing lets its holder take part in an event of that kind on that day (of the gym).';

create function schedule.standing_allows(p_event public.events, p_standing public.client_organizations) returns boolean
  language sql stable
  set search_path = ''
as $$
  select schedule.may_take_part(p_standing.status, p_standing.valid_until, p_event.kind,
                                (p_event.starts_at at time zone o.time_zone)::date)
    from public.organizations o
   where o.id = p_event.organization_id
$$;

create function schedule.seat_elsewhere(p_event public.events, p_client uuid, p_except uuid default null) returns uuid
  language sql stable
  set search_path = ''
as $$
  -- No event lasts longer than 25 hours (events_end_after_start), which bounds the search.
  select e.id
    from public.events e
    join public.event_participants p
      on p.organization_id = e.organization_id
     and p.event_id = e.id
     and p.client_id = p_client
     and p.status in ('booked', 'attended')
   where e.organization_id = p_event.organization_id
     and e.starts_at < p_event.ends_at
     and e.starts_at > p_event.starts_at - interval '25 hours'
     and e.ends_at > p_event.starts_at
     and e.status = 'scheduled'
     and e.id <> p_event.id
     and e.id is distinct from p_except
   order by e.starts_at, e.id
   limit 1
$$;
comment on function schedule.seat_elsewhere(public.events, uuid, uuid) is
  'Another event at the same time in which the client holds a seat, or null. For other helper functions only.';

-- ---------------------------------------------------------------------------------------------------------------
-- Locks
-- ---------------------------------------------------------------------------------------------------------------

create function schedule.try_again() returns void
  language plpgsql
  set search_path = ''
as $$
begin
  raise serialization_failure using message = 'somebody else is busy with the same people; try again';
end
$$;

create function schedule.entangled(p_organization uuid, p_event uuid) returns uuid[]
  language sql stable
  set search_path = ''
as $$
  -- Where those at the head of the line wait as well at the same time: promoting them will drop those places.
  select coalesce(array_agg(distinct other.id), '{}')
    from public.events e
    cross join lateral (
      select p.client_id
        from public.event_participants p
       where p.organization_id = e.organization_id
         and p.event_id = e.id
         and p.status = 'waitlisted'
       order by p.waitlist_position
       limit 5) head
    join public.event_participants p
      on p.organization_id = e.organization_id
     and p.client_id = head.client_id
     and p.status = 'waitlisted'
     and p.event_id <> e.id
    join public.events other
      on other.organization_id = p.organization_id
     and other.id = p.event_id
     and other.starts_at < e.ends_at
     and other.ends_at > e.starts_at
   where e.organization_id = p_organization
     and e.id = p_event
     and e.waitlist_count > 0
$$;

create function schedule.make_turn(p_organization uuid, p_client uuid) returns boolean
  language plpgsql
  set search_path = ''
as $$
begin
  insert into public.booking_turns (organization_id, client_id)
  select organization_id, client_id
    from public.client_organizations
   where organization_id = p_organization
     and client_id = p_client
      on conflict do nothing;
  return exists (select from public.booking_turns where organization_id = p_organization and client_id = p_client);
end
$$;

create function schedule.wait_for_turn(p_organization uuid, p_client uuid) returns void
  language plpgsql
  set search_path = ''
as $$
begin
  loop
    perform from public.booking_turns where organization_id = p_organization and client_id = p_client for update;
    exit when found or not schedule.make_turn(p_organization, p_client);
  end loop;
end
$$;
comment on function schedule.wait_for_turn(uuid, uuid) is 'Waits until nobody else decides about the seats of this client; at once for a client unknown here.';

create function schedule.take_turn(p_organization uuid, p_client uuid) returns void
  language plpgsql
  set search_path = ''
as $$
begin
  for i in 1 .. 2 loop
    perform from public.booking_turns where organization_id = p_organization and client_id = p_client for update skip locked;
    exit when found;
    if i = 2 or exists (select from public.booking_turns where organization_id = p_organization and client_id = p_client) then
      perform schedule.try_again();
    end if;
    perform schedule.make_turn(p_organization, p_client);
  end loop;
end
$$;
comment on function schedule.take_turn(uuid, uuid) is 'The same without waiting: when somebody else decides about this client, the caller has to try again.';

create function schedule.hold_standing(p_organization uuid, p_client uuid) returns void
  language sql volatile
  set search_path = ''
as $$
  select 1
    from public.client_organizations
   where organization_id = p_organization
     and client_id = p_client
     for no key update
$$;
comment on function schedule.hold_standing(uuid, uuid) is 'What check-ins and undos of a client wait for: whoever may make or undo a visit takes it before anything else.';

create function schedule.hold(p_organization uuid, p_client uuid, p_events uuid[]) returns void
  language plpgsql
  set search_path = ''
as $$
begin
  if p_client is not null then
    perform schedule.wait_for_turn(p_organization, p_client);
  end if;
  perform
     from public.events
    where organization_id = p_organization
      and id = any (p_events)
    order by id
      for no key update;
end
$$;
comment on function schedule.hold(uuid, uuid, uuid[]) is 'Locks in the one order there is: the client''s turn, then the events by id. Waits for both.';

-- ---------------------------------------------------------------------------------------------------------------
-- Counting and promotion: whatever writes
-- ---------------------------------------------------------------------------------------------------------------

create or replace function schedule.count_seats() returns trigger
  language plpgsql security definer
  set search_path = ''
as $$
declare
  v_seats int := 0;
  v_waiting int := 0;
  v_number bigint := 0;
begin
  if tg_op <> 'INSERT' then
    v_seats := v_seats - (old.status in ('booked', 'attended', 'no_show'))::int;
    v_waiting := v_waiting - (old.status = 'waitlisted')::int;
  end if;
  if tg_op <> 'DELETE' then
    v_seats := v_seats + (new.status in ('booked', 'attended', 'no_show'))::int;
    v_waiting := v_waiting + (new.status = 'waitlisted')::int;
    v_number := coalesce(new.waitlist_position, 0);
  end if;
  if v_seats <> 0 or v_waiting <> 0 then
    update public.events
       set booked_count = booked_count + v_seats,
           waitlist_count = waitlist_count + v_waiting,
           line_position = greatest(line_position, v_number)
     where organization_id = coalesce(new.organization_id, old.organization_id)
       and id = coalesce(new.event_id, old.event_id);
  end if;
  return null;
end
$$;
comment on function schedule.count_seats() is 'Keeps the event''s guarded counters; its CHECK refuses the seat too many, whichever path writes.';

create function schedule.drop_overlapping(p_event public.events, p_client uuid) returns void
  language plpgsql
  set search_path = ''
as $$
declare
  v_places uuid[];
  v_events uuid[];
  v_other uuid;
begin
  select array_agg(p.id), array_agg(e.id order by e.id)
    into v_places, v_events
    from public.event_participants p
    join public.events e
      on e.organization_id = p.organization_id
     and e.id = p.event_id
     and e.starts_at < p_event.ends_at
     and e.ends_at > p_event.starts_at
   where p.organization_id = p_event.organization_id
     and p.client_id = p_client
     and p.status = 'waitlisted'
     and p.event_id <> p_event.id;
  if v_places is null then
    return;
  end if;
  if (select count(*)
        from (select
                from public.events
               where organization_id = p_event.organization_id
                 and id = any (v_events)
               order by id
                 for no key update skip locked) locked) < cardinality(v_events) then
    perform schedule.try_again();
  end if;
  update public.event_participants
     set status = 'cancelled',
         left_position = waitlist_position,
         waitlist_position = null,
         cancelled_at = clock_timestamp(),
         dropped_for = p_event.id
   where organization_id = p_event.organization_id
     and id = any (v_places);
  -- One after another, so that what it sets off elsewhere happens in an order that is the same every time.
  foreach v_other in array v_events loop
    update public.events
       set waitlist_count = waitlist_count - 1
     where organization_id = p_event.organization_id
       and id = v_other;
  end loop;
end
$$;
comment on function schedule.drop_overlapping(public.events, uuid) is
  'Gives up the client''s places in the lines of events at the same time. It is the client''s turn, so that no such place appears meanwhile.';

create function schedule.promote() returns trigger
  language plpgsql security definer
  set search_path = ''
as $$
declare
  v_event public.events;
  v_notice int := (select r.promotion_notice_minutes from schedule.rules_of(new.organization_id) r);
  v_promoted int := 0;
  v_dropped int := 0;
  v_place record;
  v_standing public.client_organizations;
  v_elsewhere uuid;
begin
  select * into v_event from public.events where organization_id = new.organization_id and id = new.id;
  if v_event.status <> 'scheduled' or v_event.starts_at - schedule.minutes(v_notice) <= clock_timestamp() then
    return null;
  end if;
  for v_place in
    select id, client_id
      from public.event_participants
     where organization_id = v_event.organization_id
       and event_id = v_event.id
       and status = 'waitlisted'
     order by waitlist_position
  loop
    -- The rows are asked, not the counter: while a statement with many rows is being counted the two differ for a moment,
    -- and dropping somebody's other places may have moved this very line.
    exit when (select count(*)
                 from public.event_participants
                where organization_id = v_event.organization_id
                  and event_id = v_event.id
                  and status in ('booked', 'attended', 'no_show')) >= v_event.capacity;
    perform schedule.take_turn(v_event.organization_id, v_place.client_id);
    select *
      into v_standing
      from public.client_organizations
     where organization_id = v_event.organization_id
       and client_id = v_place.client_id;
    -- Whoever may not take part keeps the place in the line and is passed over until they may.
    continue when not schedule.standing_allows(v_event, v_standing);
    v_elsewhere := schedule.seat_elsewhere(v_event, v_place.client_id);
    if v_elsewhere is null then
      update public.event_participants
         set status = 'booked',
             waitlist_position = null,
             promoted_at = clock_timestamp(),
             payment_status = case when price_minor > 0 and payment_status = 'not_required' then 'owed' else payment_status end
       where organization_id = v_event.organization_id
         and id = v_place.id
         and status = 'waitlisted';
      continue when not found;
      v_promoted := v_promoted + 1;
      perform schedule.drop_overlapping(v_event, v_place.client_id);
    else
      update public.event_participants
         set status = 'cancelled',
             left_position = waitlist_position,
             waitlist_position = null,
             cancelled_at = clock_timestamp(),
             dropped_for = v_elsewhere
       where organization_id = v_event.organization_id
         and id = v_place.id
         and status = 'waitlisted';
      continue when not found;
      v_dropped := v_dropped + 1;
    end if;
  end loop;
  if v_promoted + v_dropped > 0 then
    update public.events
       set booked_count = booked_count + v_promoted,
           waitlist_count = waitlist_count - v_promoted - v_dropped
     where organization_id = v_event.organization_id
       and id = v_event.id;
  end if;
  return null;
end
$$;
comment on function schedule.promote() is
  'Gives free seats to those who wait, by their number in the line, while the notice that the gym promises remains and never after the start. One who holds a seat at the same time is passed over and leaves the line. Counts what it did itself.';

-- ---------------------------------------------------------------------------------------------------------------
-- What a tier may write by itself
-- ---------------------------------------------------------------------------------------------------------------

create function schedule.refuse_place(p_constraint text, p_message text) returns void
  language plpgsql
  set search_path = ''
as $$
begin
  raise check_violation using message = p_message, constraint = 'event_participants_' || p_constraint;
end
$$;

create function schedule.guard_place() returns trigger
  language plpgsql security definer
  set search_path = ''
as $$
declare
  v_event public.events;
  v_standing public.client_organizations;
  v_rules record;
  v_now timestamptz;
begin
  if access.is_elsewhere(new.organization_id) then
    return new;
  end if;
  if new.status = 'attended' or (tg_op = 'UPDATE' and old.status = 'attended') then
    perform schedule.hold_standing(new.organization_id, new.client_id);
  end if;
  perform schedule.hold(new.organization_id, new.client_id, array[new.event_id]);
  select * into v_standing from public.client_organizations where organization_id = new.organization_id and client_id = new.client_id;
  select * into v_event from public.events where organization_id = new.organization_id and id = new.event_id;
  if v_event.id is null or v_standing.id is null then
    return new;
  end if;
  select * into v_rules from schedule.rules_of(new.organization_id);
  v_now := clock_timestamp();

  if tg_op = 'INSERT' then
    if v_event.status = 'cancelled' then
      perform schedule.refuse_place('event_is_on', 'the event is cancelled');
    elsif v_event.ends_at <= v_now then
      perform schedule.refuse_place('event_is_not_over', 'the event is over');
    elsif not schedule.standing_allows(v_event, v_standing) then
      perform schedule.refuse_place('standing_allows', 'the client''s standing at this gym does not allow it');
    elsif new.status in ('booked', 'waitlisted') and v_event.starts_at <= v_now then
      perform schedule.refuse_place('event_is_ahead', 'the event has begun: who comes now walks in');
    elsif new.status = 'booked' and v_event.waitlist_count > 0
          and v_event.starts_at - schedule.minutes(v_rules.promotion_notice_minutes) > v_now then
      perform schedule.refuse_place('line_goes_first', 'others wait for a seat of this event');
    elsif new.status = 'attended' and v_event.starts_at - schedule.minutes(v_rules.check_in_before_minutes) > v_now then
      perform schedule.refuse_place('not_yet', 'it is too early to say who came');
    elsif new.status not in ('booked', 'waitlisted', 'attended') then
      perform schedule.refuse_place('begins_well', 'nobody begins as cancelled or absent');
    end if;
    if new.status = 'waitlisted' and (new.waitlist_position is null or new.waitlist_position <= v_event.line_position) then
      new.waitlist_position := v_event.line_position + 1;
    end if;
    return new;
  end if;

  if new.waitlist_position is not null and new.waitlist_position is distinct from old.waitlist_position then
    perform schedule.refuse_place('line_is_kept', 'the line is in the order of arrival');
  elsif new.status = old.status then
    return new;
  elsif new.status in ('cancelled', 'late_cancelled') and old.status in ('booked', 'waitlisted') then
    new.left_position := old.waitlist_position;
    new.waitlist_position := null;
    new.cancelled_at := coalesce(new.cancelled_at, v_now);
    return new;
  elsif old.status not in ('booked', 'attended', 'no_show') or new.status not in ('booked', 'attended', 'no_show') then
    perform schedule.refuse_place('way', format('a place does not go from %s to %s by hand', old.status, new.status));
  elsif new.status <> 'booked' and v_event.status = 'cancelled' then
    perform schedule.refuse_place('event_is_on', 'the event is cancelled');
  elsif (new.status = 'attended' and v_event.starts_at - schedule.minutes(v_rules.check_in_before_minutes) > v_now)
        or (new.status = 'no_show' and v_event.starts_at + schedule.minutes(v_rules.no_show_minutes) > v_now) then
    perform schedule.refuse_place('not_yet', 'it is too early to say who came');
  end if;
  return new;
end
$$;
comment on function schedule.guard_place() is
  'What a tier that writes to the table itself may do: the rules that the functions of this schema keep, in raw SQL too. Promotion is not among them.';

-- ---------------------------------------------------------------------------------------------------------------
-- Attendance and visits
-- ---------------------------------------------------------------------------------------------------------------

create function schedule.visit_for_mark() returns trigger
  language plpgsql security definer
  set search_path = ''
as $$
declare
  v_user uuid := (access.live_session()).user_id;
  v_event public.events;
  v_rules record;
  v_at timestamptz;
  v_visit public.visits;
begin
  if new.status <> 'attended' then
    new.visit_id := null;
    new.checked_in_at := null;
    return new;
  end if;
  if tg_op = 'UPDATE' and old.status = 'attended' then
    return new;
  end if;
  -- Marked by a visit, by nobody in particular, or out of reach: then there is no visit to make.
  if new.visit_id is not null or v_user is null or access.is_elsewhere(new.organization_id) then
    return new;
  end if;
  select * into v_event from public.events where organization_id = new.organization_id and id = new.event_id;
  if v_event.id is null then
    return new;
  end if;
  select * into v_rules from schedule.rules_of(new.organization_id);
  v_at := least(clock_timestamp(), v_event.starts_at);
  new.checked_in_at := coalesce(new.checked_in_at, v_at);
  -- The caller holds the standing: no visit appears between this look and the insert.
  select *
    into v_visit
    from public.visits
   where organization_id = new.organization_id
     and client_id = new.client_id
     and undone_at is null
     and checked_in_at > least(v_event.starts_at - schedule.minutes(v_rules.check_in_before_minutes), v_at - interval '5 minutes')
     and checked_in_at < greatest(v_event.starts_at + schedule.minutes(v_rules.check_in_after_minutes), v_at + interval '5 minutes')
   order by checked_in_at
   limit 1;
  if v_visit.id is null then
    begin
      insert into public.visits (organization_id, client_id, checked_in_at, checked_in_by, source, verdict)
      values (new.organization_id, new.client_id, v_at, v_user, 'roster', 'welcome')
      returning * into v_visit;
    exception when insufficient_privilege then
      -- The rules of the desk keep the client out by now; who was there was there all the same.
      insert into public.visits (organization_id, client_id, checked_in_at, checked_in_by, source, verdict, override_reason)
      values (new.organization_id, new.client_id, v_at, v_user, 'roster', 'allowed', 'marked present on the roster')
      returning * into v_visit;
    end;
  end if;
  if v_visit.source = 'roster' then
    new.visit_id := v_visit.id;
  end if;
  return new;
end
$$;
comment on function schedule.visit_for_mark() is
  'Whoever is marked present has visited: makes the visit (source roster, at the start of the event at the latest) unless one lies in the window around the start.';

create function schedule.undo_visit_of_mark() returns trigger
  language plpgsql security definer
  set search_path = ''
as $$
declare
  v_user uuid := (access.live_session()).user_id;
  v_visit public.visits;
begin
  if v_user is null then
    return null;
  end if;
  select * into v_visit
    from public.visits
   where organization_id = old.organization_id
     and id = old.visit_id
     and source = 'roster'
     and undone_at is null;
  if v_visit.id is null
     or exists (select
                  from public.event_participants
                 where organization_id = old.organization_id
                   and visit_id = old.visit_id
                   and status = 'attended') then
    return null;
  end if;
  perform from public.visits where organization_id = old.organization_id and id = v_visit.id for no key update skip locked;
  if not found then
    perform schedule.try_again();
  end if;
  update public.visits
     set undone_at = clock_timestamp(),
         undone_by = v_user
   where organization_id = old.organization_id
     and id = v_visit.id
     and undone_at is null;
  return null;
end
$$;
comment on function schedule.undo_visit_of_mark() is 'A mark taken back takes the visit back that it had made, unless another mark rests on it.';

create function schedule.mark_for_visit() returns trigger
  language plpgsql security definer
  set search_path = ''
as $$
declare
  v_rules record;
  v_events uuid[];
begin
  perform schedule.hold(new.organization_id, new.client_id, '{}');
  select * into v_rules from schedule.rules_of(new.organization_id);
  select array_agg(e.id)
    into v_events
    from public.events e
    join public.event_participants p
      on p.organization_id = e.organization_id
     and p.event_id = e.id
     and p.client_id = new.client_id
     and p.status = 'booked'
   where e.organization_id = new.organization_id
     and e.starts_at >= new.checked_in_at - schedule.minutes(v_rules.check_in_after_minutes)
     and e.starts_at <= new.checked_in_at + schedule.minutes(v_rules.check_in_before_minutes)
     and e.ends_at > new.checked_in_at
     and e.status = 'scheduled';
  if v_events is null then
    return null;
  end if;
  perform schedule.hold(new.organization_id, null, v_events);
  update public.event_participants p
     set status = 'attended',
         checked_in_at = new.checked_in_at,
         visit_id = new.id
   where p.organization_id = new.organization_id
     and p.event_id = any (v_events)
     and p.client_id = new.client_id
     and p.status = 'booked'
     and exists (select
                   from public.events e
                  where e.organization_id = p.organization_id
                    and e.id = p.event_id
                    and e.status = 'scheduled');
  return null;
end
$$;
comment on function schedule.mark_for_visit() is
  'A check-in at the desk marks the bookings present whose event starts within the gym''s window around it. check_visit() holds the client''s standing already.';

create function schedule.unmark_for_visit() returns trigger
  language plpgsql security definer
  set search_path = ''
as $$
declare
  v_events uuid[];
begin
  select array_agg(event_id)
    into v_events
    from public.event_participants
   where organization_id = new.organization_id
     and visit_id = new.id
     and status = 'attended';
  if v_events is null then
    return null;
  end if;
  perform schedule.hold(new.organization_id, new.client_id, v_events);
  update public.event_participants
     set status = 'booked'
   where organization_id = new.organization_id
     and visit_id = new.id
     and status = 'attended';
  return null;
end
$$;
comment on function schedule.unmark_for_visit() is 'A visit taken back takes the marks back that it had made, or that had made it.';

-- ---------------------------------------------------------------------------------------------------------------
-- What the program calls
-- ---------------------------------------------------------------------------------------------------------------

create function schedule.obstacle(p_event public.events, p_standing public.client_organizations) returns text
  language sql volatile
  set search_path = ''
as $$
  select case
    when p_event.status = 'cancelled' then 'cancelled'
    when p_event.ends_at <= clock_timestamp() then 'over'
    when p_event.starts_at <= clock_timestamp() then 'started'
    when not schedule.standing_allows(p_event, p_standing) then 'standing'
  end
$$;
comment on function schedule.obstacle(public.events, public.client_organizations) is
  'Why nobody, or not this client, can be booked into the event any more; null when they can. The program lists every reason; this is the wall.';

create function schedule.take_place(p_event public.events, p_client uuid, p_seat_only boolean) returns public.event_participants
  language plpgsql volatile
  set search_path = ''
as $$
declare
  v_notice int := (select r.promotion_notice_minutes from schedule.rules_of(p_event.organization_id) r);
  v_place public.event_participants;
  v_seat boolean := (p_event.capacity is null or p_event.booked_count < p_event.capacity)
    and (p_event.waitlist_count = 0 or p_event.starts_at - schedule.minutes(v_notice) <= clock_timestamp());
begin
  if p_seat_only and not v_seat then
    return null;
  end if;
  insert into public.event_participants (organization_id, event_id, client_id, status, waitlist_position, price_minor,
                                         payment_status, booked_by)
  values (p_event.organization_id, p_event.id, p_client,
          case when v_seat then 'booked' else 'waitlisted' end,
          case when not v_seat then p_event.line_position + 1 end,
          p_event.price_minor,
          case when v_seat and p_event.price_minor > 0 then 'owed' else 'not_required' end,
          access.user_id())
  returning * into v_place;
  if not v_seat then
    -- A seat may have become free in a way that no trigger sees (a shorter notice): then the line has moved just now.
    select * into v_place from public.event_participants where organization_id = v_place.organization_id and id = v_place.id;
  end if;
  return v_place;
end
$$;
comment on function schedule.take_place(public.events, uuid, boolean) is
  'A seat, or (unless only a seat will do, then null) a place at the end of the line. Seats that are free once the notice has passed go to whoever asks first. It is the client''s turn, and the event is locked.';

create function schedule.require_override(p_wanted boolean) returns void
  language plpgsql stable
  set search_path = ''
as $$
begin
  if p_wanted and not access.permitted('checkin.override') then
    raise insufficient_privilege using message = 'this account may not book against the rules';
  end if;
end
$$;

create function schedule.book(p_event uuid, p_client uuid, p_allow_overlap boolean default false)
  returns table (outcome text, participant_id uuid, waitlist_position bigint)
  language plpgsql volatile security definer
  set search_path = ''
as $$
#variable_conflict use_column
declare
  v_organization uuid := access.organization_id();
  v_event public.events;
  v_standing public.client_organizations;
  v_place public.event_participants;
  v_overlaps boolean;
  v_obstacle text;
begin
  perform schedule.require_override(p_allow_overlap);
  perform schedule.hold(v_organization, p_client, array[p_event]);
  select * into v_standing from public.client_organizations where organization_id = v_organization and client_id = p_client;
  select * into v_event from public.events where organization_id = v_organization and id = p_event;
  if v_standing.id is null or v_event.id is null then
    return query select 'unknown', null::uuid, null::bigint;
    return;
  end if;
  select * into v_place
    from public.event_participants
   where organization_id = v_organization
     and event_id = p_event
     and client_id = p_client
     and status in ('booked', 'waitlisted', 'attended', 'no_show');
  v_overlaps := schedule.seat_elsewhere(v_event, p_client) is not null;
  v_obstacle := coalesce(
    schedule.obstacle(v_event, v_standing),
    case when v_overlaps and not p_allow_overlap then 'overlap' end);
  if v_place.id is not null then
    -- Someone in the line takes a seat that is left over once the line does not move by itself any more.
    if v_place.status = 'waitlisted'
       and v_obstacle is null
       and (v_event.capacity is null or v_event.booked_count < v_event.capacity)
       and v_event.starts_at - schedule.minutes((select r.promotion_notice_minutes from schedule.rules_of(v_organization) r))
             <= clock_timestamp() then
      update public.event_participants
         set status = 'booked',
             waitlist_position = null,
             payment_status = case when price_minor > 0 then 'owed' else payment_status end
       where organization_id = v_organization
         and id = v_place.id;
      return query select 'booked', v_place.id, null::bigint;
      return;
    end if;
    return query select 'already', v_place.id, v_place.waitlist_position;
    return;
  end if;
  if v_obstacle is not null then
    return query select v_obstacle, null::uuid, null::bigint;
    return;
  end if;
  -- Nobody waits for a seat at the same time as one they hold: the line would pass them over.
  v_place := schedule.take_place(v_event, p_client, v_overlaps);
  return query select coalesce(v_place.status, 'overlap'), v_place.id, v_place.waitlist_position;
end
$$;
comment on function schedule.book(uuid, uuid, boolean) is
  'Books a client into an event: booked, waitlisted (with the number in the line) or already; or what stands against it: unknown, cancelled, over, started, standing, overlap (a seat at the same time, unless it is allowed and a seat is free).';

create function schedule.promoted_since(p_organization uuid, p_event uuid, p_since timestamptz) returns uuid[]
  language sql stable
  set search_path = ''
as $$
  select coalesce(array_agg(client_id order by promoted_at), '{}')
    from public.event_participants
   where organization_id = p_organization
     and event_id = p_event
     and promoted_at >= p_since
$$;

create function schedule.give_up(p_event public.events, p_place public.event_participants, p_excused boolean) returns text
  language plpgsql volatile
  set search_path = ''
as $$
declare
  v_late boolean := p_place.status = 'booked'
    and not p_excused
    and p_event.status = 'scheduled'
    and p_event.starts_at - schedule.minutes((select r.late_cancel_minutes from schedule.rules_of(p_event.organization_id) r))
          <= clock_timestamp();
  v_status text := case when v_late then 'late_cancelled' else 'cancelled' end;
begin
  update public.event_participants
     set status = v_status,
         left_position = waitlist_position,
         waitlist_position = null,
         cancelled_at = clock_timestamp(),
         payment_status = case when payment_status = 'owed' and not v_late then 'not_required' else payment_status end
   where organization_id = p_place.organization_id
     and id = p_place.id
     and status in ('booked', 'waitlisted');
  return v_status;
end
$$;
comment on function schedule.give_up(public.events, public.event_participants, boolean) is
  'Cancels a place: late when it is a seat and the gym''s window before the start has begun, unless excused. What was owed is owed no longer, unless it is late.';

create function schedule.cancel_place(p_participant uuid, p_excused boolean default false)
  returns table (outcome text, event_id uuid, client_id uuid, promoted uuid[])
  language plpgsql volatile security definer
  set search_path = ''
as $$
#variable_conflict use_column
declare
  v_organization uuid := access.organization_id();
  v_place public.event_participants;
  v_event public.events;
  v_since timestamptz;
  v_outcome text;
begin
  select * into v_place from public.event_participants where organization_id = v_organization and id = p_participant;
  if v_place.id is null then
    return query select 'unknown', null::uuid, null::uuid, '{}'::uuid[];
    return;
  end if;
  perform schedule.hold(v_organization, v_place.client_id,
                        v_place.event_id || schedule.entangled(v_organization, v_place.event_id));
  select * into v_event from public.events where organization_id = v_organization and id = v_place.event_id;
  select * into v_place from public.event_participants where organization_id = v_organization and id = p_participant for no key update;
  v_since := clock_timestamp();
  v_outcome := case
    when v_place.status in ('cancelled', 'late_cancelled') then 'already'
    when v_place.status in ('attended', 'no_show') then 'marked'
    when v_event.ends_at <= v_since then 'over'
    else schedule.give_up(v_event, v_place, p_excused)
  end;
  return query select v_outcome, v_event.id, v_place.client_id, schedule.promoted_since(v_organization, v_event.id, v_since);
end
$$;
comment on function schedule.cancel_place(uuid, boolean) is
  'Gives up a seat or a place in the line: cancelled or late_cancelled, with the clients promoted by it; otherwise unknown, already, marked (present or absent: take that back first) or over.';

create function schedule.move_place(p_participant uuid, p_event uuid, p_allow_overlap boolean default false)
  returns table (outcome text, participant_id uuid, waitlist_position bigint, event_id uuid, client_id uuid, promoted uuid[])
  language plpgsql volatile security definer
  set search_path = ''
as $$
#variable_conflict use_column
declare
  v_organization uuid := access.organization_id();
  v_old public.event_participants;
  v_from public.events;
  v_to public.events;
  v_standing public.client_organizations;
  v_new public.event_participants;
  v_since timestamptz;
  v_overlaps boolean;
  v_outcome text;
begin
  perform schedule.require_override(p_allow_overlap);
  select * into v_old from public.event_participants where organization_id = v_organization and id = p_participant;
  if v_old.id is null then
    return query select 'unknown', null::uuid, null::bigint, null::uuid, null::uuid, '{}'::uuid[];
    return;
  end if;
  perform schedule.hold(v_organization, v_old.client_id,
                        array[v_old.event_id, p_event] || schedule.entangled(v_organization, v_old.event_id));
  select * into v_from from public.events where organization_id = v_organization and id = v_old.event_id;
  select * into v_to from public.events where organization_id = v_organization and id = p_event;
  select * into v_standing from public.client_organizations where organization_id = v_organization and client_id = v_old.client_id;
  select * into v_old from public.event_participants where organization_id = v_organization and id = p_participant for no key update;
  v_since := clock_timestamp();
  v_overlaps := v_to.id is not null and schedule.seat_elsewhere(v_to, v_old.client_id, v_from.id) is not null;
  v_outcome := case
    when v_to.id is null then 'unknown'
    when v_old.status not in ('booked', 'waitlisted') then 'not_held'
    when v_from.ends_at <= v_since then 'not_held'
    when exists (select
                   from public.event_participants
                  where organization_id = v_organization
                    and event_id = p_event
                    and client_id = v_old.client_id
                    and status in ('booked', 'waitlisted', 'attended', 'no_show')) then 'already'
    else coalesce(
      schedule.obstacle(v_to, v_standing),
      case when v_overlaps and not p_allow_overlap then 'overlap' end,
      case when v_old.status = 'booked'
                and (v_to.booked_count >= v_to.capacity
                     or (v_to.waitlist_count > 0
                         and v_to.starts_at - schedule.minutes((select r.promotion_notice_minutes from schedule.rules_of(v_organization) r))
                               > v_since)) then 'full' end)
  end;
  if v_outcome is not null then
    return query select v_outcome, null::uuid, null::bigint, v_from.id, v_old.client_id, '{}'::uuid[];
    return;
  end if;
  v_new := schedule.take_place(v_to, v_old.client_id, v_overlaps);
  if v_new.id is null then
    return query select 'overlap', null::uuid, null::bigint, v_from.id, v_old.client_id, '{}'::uuid[];
    return;
  end if;
  -- A seat exchanged for another is never late.
  perform schedule.give_up(v_from, v_old, true);
  -- Giving the old place up may have moved lines that this client stood in.
  select * into v_new from public.event_participants where organization_id = v_organization and id = v_new.id;
  if v_old.payment_status in ('paid', 'waived') and v_old.price_minor = v_new.price_minor then
    update public.event_participants
       set payment_status = v_old.payment_status
     where organization_id = v_organization
       and id = v_new.id;
    update public.event_participants
       set payment_status = 'not_required'
     where organization_id = v_organization
       and id = v_old.id;
  end if;
  return query
    select case when v_new.status = 'booked' then 'moved' else v_new.status end, v_new.id, v_new.waitlist_position, v_from.id,
           v_old.client_id, schedule.promoted_since(v_organization, v_from.id, v_since);
end
$$;
comment on function schedule.move_place(uuid, uuid, boolean) is
  'Exchanges a place for one in another event, in one step: moved, or waitlisted for one who waited before; otherwise nothing has changed: unknown, not_held, already, full (nobody gives up a seat for a place in a line), or what book() says.';

create function schedule.restore_place(p_participant uuid)
  returns table (outcome text, event_id uuid, client_id uuid, waitlist_position bigint)
  language plpgsql volatile security definer
  set search_path = ''
as $$
#variable_conflict use_column
declare
  v_organization uuid := access.organization_id();
  v_place public.event_participants;
  v_event public.events;
  v_standing public.client_organizations;
  v_outcome text;
begin
  select * into v_place from public.event_participants where organization_id = v_organization and id = p_participant;
  if v_place.id is null then
    return query select 'unknown', null::uuid, null::uuid, null::bigint;
    return;
  end if;
  perform schedule.hold(v_organization, v_place.client_id, array[v_place.event_id]);
  select * into v_event from public.events where organization_id = v_organization and id = v_place.event_id;
  select * into v_standing from public.client_organizations where organization_id = v_organization and client_id = v_place.client_id;
  select * into v_place from public.event_participants where organization_id = v_organization and id = p_participant for no key update;
  v_outcome := case
    when v_place.status not in ('cancelled', 'late_cancelled')
         or exists (select
                      from public.event_participants
                     where organization_id = v_organization
                       and event_id = v_place.event_id
                       and client_id = v_place.client_id
                       and status in ('booked', 'waitlisted', 'attended', 'no_show')) then 'already'
    else coalesce(
      schedule.obstacle(v_event, v_standing),
      case when schedule.seat_elsewhere(v_event, v_place.client_id) is not null then 'overlap'
           when v_place.left_position is null and v_event.booked_count >= v_event.capacity then 'full' end)
  end;
  if v_outcome is null then
    update public.event_participants
       set status = case when left_position is null then 'booked' else 'waitlisted' end,
           waitlist_position = left_position,
           left_position = null,
           cancelled_at = null,
           dropped_for = null,
           payment_status = case when left_position is null and price_minor > 0 and payment_status = 'not_required'
                              then 'owed' else payment_status end
     where organization_id = v_organization
       and id = p_participant;
    select * into v_place from public.event_participants where organization_id = v_organization and id = p_participant;
    v_outcome := v_place.status;
  end if;
  return query select v_outcome, v_event.id, v_place.client_id, case when v_outcome = 'waitlisted' then v_place.waitlist_position end;
end
$$;
comment on function schedule.restore_place(uuid) is
  'Takes a cancellation back: booked when the seat is still free, waitlisted with the old number; otherwise full, already, unknown, or what book() says.';

create function schedule.resize(p_event uuid, p_capacity int)
  returns table (outcome text, booked int, promoted uuid[])
  language plpgsql volatile security definer
  set search_path = ''
as $$
declare
  v_organization uuid := access.organization_id();
  v_event public.events;
  v_since timestamptz;
begin
  if not access.permitted('schedule.edit') then
    raise insufficient_privilege using message = 'this account may not change the schedule';
  end if;
  perform schedule.hold(v_organization, null, p_event || schedule.entangled(v_organization, p_event));
  select * into v_event from public.events where organization_id = v_organization and id = p_event;
  v_since := clock_timestamp();
  if v_event.id is null then
    return query select 'unknown', 0, '{}'::uuid[];
  elsif p_capacity < v_event.booked_count then
    return query select 'too_small', v_event.booked_count, '{}'::uuid[];
  else
    update public.events set capacity = p_capacity where organization_id = v_organization and id = p_event;
    return query
      select 'resized', e.booked_count, schedule.promoted_since(v_organization, p_event, v_since)
        from public.events e
       where e.organization_id = v_organization
         and e.id = p_event;
  end if;
end
$$;
comment on function schedule.resize(uuid, int) is
  'Changes the number of seats (null for no limit): resized, with the clients promoted by it, or too_small when more are booked, or unknown.';

create function schedule.require_roster(p_organization uuid, p_event uuid) returns void
  language plpgsql stable
  set search_path = ''
as $$
begin
  if access.rank(access.tier()) < 3
     and not exists (select
                       from public.events
                      where organization_id = p_organization
                        and id = p_event
                        and trainer_id = access.user_id()) then
    raise insufficient_privilege using message = 'this account does not teach that event';
  end if;
end
$$;

create function schedule.mark(p_participant uuid, p_status text)
  returns table (outcome text, event_id uuid, client_id uuid)
  language plpgsql volatile security definer
  set search_path = ''
as $$
#variable_conflict use_column
declare
  v_organization uuid := access.organization_id();
  v_place public.event_participants;
  v_event public.events;
  v_rules record;
  v_outcome text;
begin
  select * into v_place from public.event_participants where organization_id = v_organization and id = p_participant;
  perform schedule.require_roster(v_organization, v_place.event_id);
  if v_place.id is null or p_status not in ('booked', 'attended', 'no_show') then
    return query select 'unknown', null::uuid, null::uuid;
    return;
  end if;
  perform schedule.hold_standing(v_organization, v_place.client_id);
  perform schedule.hold(v_organization, v_place.client_id, array[v_place.event_id]);
  -- Who teaches may have changed while this waited.
  perform schedule.require_roster(v_organization, v_place.event_id);
  select * into v_event from public.events where organization_id = v_organization and id = v_place.event_id;
  select * into v_place from public.event_participants where organization_id = v_organization and id = p_participant for no key update;
  select * into v_rules from schedule.rules_of(v_organization);
  v_outcome := case
    when v_place.status not in ('booked', 'attended', 'no_show') then 'not_held'
    when v_place.status = p_status then 'unchanged'
    when p_status <> 'booked' and v_event.status = 'cancelled' then 'cancelled'
    when (p_status = 'attended'
          and v_event.starts_at - schedule.minutes(v_rules.check_in_before_minutes) > clock_timestamp())
         or (p_status = 'no_show'
             and v_event.starts_at + schedule.minutes(v_rules.no_show_minutes) > clock_timestamp()) then 'too_early'
  end;
  if v_outcome is null then
    update public.event_participants
       set status = p_status
     where organization_id = v_organization
       and id = p_participant;
    v_outcome := 'marked';
  end if;
  return query select v_outcome, v_event.id, v_place.client_id;
end
$$;
comment on function schedule.mark(uuid, text) is
  'Marks a seat attended, no_show or (taking it back) booked, by staff and by whoever teaches: marked or unchanged; otherwise unknown, not_held, cancelled, too_early. Presence makes a visit, taking it back undoes that visit.';

create function schedule.walk_in(p_event uuid, p_client uuid)
  returns table (outcome text, participant_id uuid)
  language plpgsql volatile security definer
  set search_path = ''
as $$
#variable_conflict use_column
declare
  v_organization uuid := access.organization_id();
  v_event public.events;
  v_standing public.client_organizations;
  v_place public.event_participants;
  v_outcome text;
begin
  perform schedule.require_roster(v_organization, p_event);
  perform schedule.hold_standing(v_organization, p_client);
  perform schedule.hold(v_organization, p_client, array[p_event]);
  perform schedule.require_roster(v_organization, p_event);
  select * into v_standing from public.client_organizations where organization_id = v_organization and client_id = p_client;
  select * into v_event from public.events where organization_id = v_organization and id = p_event;
  select * into v_place
    from public.event_participants
   where organization_id = v_organization
     and event_id = p_event
     and client_id = p_client
     and status in ('booked', 'waitlisted', 'attended', 'no_show')
     for no key update;
  v_outcome := case
    when v_standing.id is null or v_event.id is null then 'unknown'
    when v_place.status = 'attended' then 'already'
    when v_event.status = 'cancelled' then 'cancelled'
    when v_event.ends_at <= clock_timestamp() then 'over'
    when v_event.starts_at
           - schedule.minutes((select r.check_in_before_minutes from schedule.rules_of(v_organization) r))
           > clock_timestamp() then 'too_early'
    when v_place.status in ('booked', 'no_show') then null
    when not schedule.standing_allows(v_event, v_standing) then 'standing'
    when v_event.booked_count >= v_event.capacity then 'full'
    -- Before the notice has passed, a seat that is free belongs to those who wait.
    when v_place.id is null
         and v_event.waitlist_count > 0
         and v_event.starts_at
               - schedule.minutes((select r.promotion_notice_minutes from schedule.rules_of(v_organization) r))
               > clock_timestamp() then 'full'
  end;
  if v_outcome is not null then
    return query select v_outcome, v_place.id;
    return;
  end if;
  if v_place.id is null then
    insert into public.event_participants (organization_id, event_id, client_id, status, price_minor, payment_status, booked_by)
    values (v_organization, p_event, p_client, 'attended', v_event.price_minor,
            case when v_event.price_minor > 0 then 'owed' else 'not_required' end, access.user_id())
    returning * into v_place;
  else
    update public.event_participants
       set status = 'attended',
           waitlist_position = null,
           payment_status = case when v_place.status = 'waitlisted' and price_minor > 0 then 'owed' else payment_status end
     where organization_id = v_organization
       and id = v_place.id;
  end if;
  return query select 'attended', v_place.id;
end
$$;
comment on function schedule.walk_in(uuid, uuid) is
  'Someone stands in the room: marks their booking attended, or gives them a free seat, from the check-in window before the start until the end. attended or already; otherwise unknown, cancelled, over, too_early, standing, full.';

-- An event that nobody teaches was open to every trainer: a comparison with null let the refusal lapse.
create or replace function schedule.class_roster(p_event uuid)
  returns table (participant_id uuid, client_id uuid, given_name text, family_name text, status text, waitlist_position bigint,
                 photo bytea, is_first_visit boolean, has_birthday boolean, last_visit_at timestamptz, care_points text)
  language plpgsql volatile security definer
  set search_path = ''
as $$
#variable_conflict use_column
declare
  v_organization uuid := access.organization_id();
  v_tier text := access.tier();
  v_user uuid := access.user_id();
  v_event public.events;
begin
  select * into v_event from public.events e where e.organization_id = v_organization and e.id = p_event;
  if v_event.id is null or not (access.rank(v_tier) >= 3 or (v_tier = 'trainer' and v_event.trainer_id is not distinct from v_user)) then
    raise insufficient_privilege using message = 'this account does not teach that event';
  end if;
  perform audit.write(v_organization, 'read', 'event_participants', p_event::text, null, '{"fields": ["roster", "care_points"]}', null);
  return query
    select p.id, p.client_id, co.given_name, co.family_name, p.status, p.waitlist_position,
           ph.thumbnail, co.visit_count = 0 and co.last_visit_at is null,
           to_char(c.birth_date, 'MMDD') = to_char(v_event.starts_at at time zone o.time_zone, 'MMDD'),
           co.last_visit_at,
           -- Whoever teaches must know; others need the right.
           case when c.organization_id = v_organization and (v_tier = 'trainer' or access.permitted('members.medical'))
             then coalesce(c.care_points, c.medical_notes)
           end
      from public.event_participants p
      join public.client_organizations co
        on co.organization_id = p.organization_id
       and co.client_id = p.client_id
      join public.organizations o on o.id = p.organization_id
      left join public.clients c
        on c.organization_id = co.home_organization_id
       and c.id = co.client_id
      left join public.client_photos ph
        on ph.organization_id = co.home_organization_id
       and ph.client_id = co.client_id
     where p.organization_id = v_organization
       and p.event_id = p_event
       and p.status in ('booked', 'waitlisted', 'attended', 'no_show')
     order by p.waitlist_position nulls first, co.sort_name;
end
$$;
grant execute on function schedule.booking_rules() to zore_owner, zore_admin, zore_staff, zore_trainer, zore_member;
grant execute on function schedule.mark(uuid, text), schedule.walk_in(uuid, uuid) to zore_owner, zore_admin, zore_staff, zore_trainer;
grant execute on function
  schedule.book(uuid, uuid, boolean), schedule.cancel_place(uuid, boolean), schedule.move_place(uuid, uuid, boolean),
  schedule.restore_place(uuid), schedule.resize(uuid, int)
  to zore_owner, zore_admin, zore_staff;

reset role;

-- ---------------------------------------------------------------------------------------------------------------
-- Triggers
-- ---------------------------------------------------------------------------------------------------------------

-- promote() counts its own promotions and drops in one go; everything else is counted row by row. Only the helper
-- functions can write promoted_at and dropped_for.
drop trigger count_seats on event_participants;
create trigger count_seats after insert or delete on event_participants
  for each row execute function schedule.count_seats();
create trigger count_changed_seats after update of status on event_participants
  for each row
  when (not (current_user = 'zore_definer'
             and old.status = 'waitlisted'
             and (new.promoted_at is distinct from old.promoted_at or new.dropped_for is distinct from old.dropped_for)))
  execute function schedule.count_seats();

create trigger promote after update of capacity, booked_count, waitlist_count, status, starts_at, ends_at on events
  for each row
  when (new.status = 'scheduled' and new.waitlist_count > 0 and (new.capacity is null or new.booked_count < new.capacity))
  execute function schedule.promote();

create trigger guard_new_place before insert on event_participants
  for each row
  when (current_user in ('zore_owner', 'zore_admin', 'zore_staff', 'zore_trainer', 'zore_member'))
  execute function schedule.guard_place();
create trigger guard_place before update of status, waitlist_position on event_participants
  for each row
  when (current_user in ('zore_owner', 'zore_admin', 'zore_staff', 'zore_trainer', 'zore_member'))
  execute function schedule.guard_place();

create trigger visit_for_new_mark before insert on event_participants
  for each row when (new.status = 'attended') execute function schedule.visit_for_mark();
create trigger visit_for_mark before update of status on event_participants
  for each row when (new.status = 'attended' or old.status = 'attended') execute function schedule.visit_for_mark();
create trigger undo_visit_of_mark after update of status on event_participants
  for each row
  when (old.status = 'attended' and new.status <> 'attended' and old.visit_id is not null)
  execute function schedule.undo_visit_of_mark();

create trigger mark_for_visit after insert on visits
  for each row when (new.source <> 'roster' and new.undone_at is null) execute function schedule.mark_for_visit();
create trigger unmark_for_visit after update of undone_at on visits
  for each row when (old.undone_at is null and new.undone_at is not null) execute function schedule.unmark_for_visit();

-- The line's number is derived: not worth a line in the trail.
drop trigger audit_insert on events;
drop trigger audit_update on events;
drop trigger audit_delete on events;
call audit.watch('events', '', 'booked_count,waitlist_count,line_position,during');
