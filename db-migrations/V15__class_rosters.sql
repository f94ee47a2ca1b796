-- V15: the roster of a class for whoever teaches it: photos, the first visit and the last one told by the day of the class,
-- several marks at once, who walks in found by name, the emergency contact behind a logged look, the page on paper.
--
-- Each function asks for itself whether the bound account teaches the event, now: a substitution gives and takes the right.

set role zore_definer;

-- ---------------------------------------------------------------------------------------------------------------
-- Who comes
-- ---------------------------------------------------------------------------------------------------------------

create function schedule.is_first_visit(p_standing public.client_organizations, p_starts_at timestamptz) returns boolean
  language sql immutable parallel safe
  set search_path = ''
as $$
  select p_standing.last_visit_before_at is null
     and (p_standing.first_visit_at is null or p_standing.first_visit_at > p_starts_at - interval '12 hours')
$$;
comment on function schedule.is_first_visit(public.client_organizations, timestamptz) is
  'Whether the client has not been here before the day of the class. Who was checked in for it at the desk is still new to it.';

create function schedule.is_birthday(p_born date, p_day date) returns boolean
  language sql immutable parallel safe
  set search_path = ''
as $$
  -- Born on 29 February: the 28th, where there is no 29th.
  select (p_born + make_interval(years => extract(year from p_day)::int - extract(year from p_born)::int))::date = p_day
$$;

drop function schedule.class_roster(uuid);

create function schedule.class_roster(p_event uuid, p_print boolean default false)
  returns table (participant_id uuid, client_id uuid, given_name text, family_name text, member_number text, photo_version int,
                 status text, waitlist_position bigint, checked_in_at timestamptz, is_first_visit boolean, has_birthday boolean,
                 last_visit_at timestamptz, care_points text)
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
  perform audit.write(v_organization, case when p_print then 'print' else 'read' end, 'event_participants', p_event::text, null,
                      '{"fields": ["roster", "care_points"]}', null);
  return query
    select p.id, p.client_id, co.given_name, co.family_name, co.member_number, co.photo_version,
           p.status, p.waitlist_position, p.checked_in_at,
           schedule.is_first_visit(co, v_event.starts_at),
           coalesce(schedule.is_birthday(c.birth_date, (v_event.starts_at at time zone o.time_zone)::date), false),
           greatest(co.last_visit_before_at, seen.at),
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
      cross join lateral (
        select max(v.checked_in_at)
          from public.visits v
         where v.organization_id = p.organization_id
           and v.client_id = p.client_id
           and v.checked_in_at <= v_event.starts_at - interval '12 hours'
           and v.undone_at is null) seen (at)
     where p.organization_id = v_organization
       and p.event_id = p_event
       and p.status in ('booked', 'waitlisted', 'attended', 'no_show')
     order by p.waitlist_position nulls first, co.sort_name, p.id;
end
$$;
comment on function schedule.class_roster(uuid, boolean) is
  'The roster of an event for its trainer (and staff and above): names, first visit, birthday, when they were last here before that day, care points. The read, or the print, is logged.';

create function schedule.class_heads(p_from timestamptz, p_until timestamptz)
  returns table (event_id uuid, first_visits int, birthdays int, cares int)
  language plpgsql stable security definer
  set search_path = ''
as $$
#variable_conflict use_column
declare
  v_organization uuid := access.organization_id();
  v_user uuid := access.user_id();
  v_cares boolean := access.tier() = 'trainer' or access.permitted('members.medical');
begin
  return query
    select e.id,
           (count(*) filter (where schedule.is_first_visit(co, e.starts_at)))::int,
           (count(*) filter (where schedule.is_birthday(c.birth_date, (e.starts_at at time zone o.time_zone)::date)))::int,
           (count(*) filter (where v_cares
                               and c.organization_id = v_organization
                               and (c.care_points is not null or c.medical_notes is not null)))::int
      from public.events e
      join public.organizations o on o.id = e.organization_id
      join public.event_participants p
        on p.organization_id = e.organization_id
       and p.event_id = e.id
       and p.status in ('booked', 'attended', 'no_show')
      join public.client_organizations co
        on co.organization_id = p.organization_id
       and co.client_id = p.client_id
      left join public.clients c
        on c.organization_id = co.home_organization_id
       and c.id = co.client_id
     where e.organization_id = v_organization
       and e.trainer_id = v_user
       and e.starts_at >= p_from
       and e.starts_at < least(p_until, p_from + interval '60 days')
     group by e.id;
end
$$;
comment on function schedule.class_heads(timestamptz, timestamptz) is
  'How many of those who hold a seat are new, have their birthday, have care points, in each event that the bound user teaches and that starts within a time (60 days at most). Numbers only: nothing to log.';

-- ---------------------------------------------------------------------------------------------------------------
-- Photos: those who teach somebody see who it is
-- ---------------------------------------------------------------------------------------------------------------

create or replace function members.photo(p_client uuid, p_small boolean) returns bytea
  language sql stable security definer
  set search_path = ''
as $$
  select case when p_small then p.thumbnail else p.image end
    from public.client_organizations co
    join public.client_photos p
      on p.organization_id = co.home_organization_id
     and p.client_id = co.client_id
   where co.organization_id = (select access.organization_id())
     and co.client_id = p_client
     and (access.rank((select access.tier())) >= 3
          or co.client_id = (select members.client_id())
          or (p_small
              and (select access.tier()) = 'trainer'
              and exists (select
                            from public.event_participants place
                            join public.events e
                              on e.organization_id = place.organization_id
                             and e.id = place.event_id
                           where place.organization_id = co.organization_id
                             and place.client_id = co.client_id
                             and place.status in ('booked', 'waitlisted', 'attended', 'no_show')
                             and e.trainer_id = (select access.user_id()))))
$$;
comment on function members.photo(uuid, boolean) is
  'The photo of a client who stands at the bound gym, whichever gym of the chain keeps it: for staff and above, for themselves, and small for trainers who have them in a class.';

-- ---------------------------------------------------------------------------------------------------------------
-- Emergency contact
-- ---------------------------------------------------------------------------------------------------------------

create function schedule.emergency_contact(p_participant uuid)
  returns table (outcome text, contact_name text, contact_phone text, contact_relation text, home_name text)
  language plpgsql volatile security definer
  set search_path = ''
as $$
#variable_conflict use_column
declare
  v_organization uuid := access.organization_id();
  v_place public.event_participants;
  v_event public.events;
  v_standing public.client_organizations;
  v_client public.clients;
  v_before int;
begin
  select * into v_place from public.event_participants where organization_id = v_organization and id = p_participant;
  perform schedule.require_roster(v_organization, v_place.event_id);
  select * into v_event from public.events where organization_id = v_organization and id = v_place.event_id;
  if v_place.id is null or v_place.status not in ('booked', 'attended', 'no_show') then
    return query select 'unknown', null::text, null::text, null::text, null::text;
    return;
  end if;
  -- Staff find it on the record at any time; whoever teaches needs it round the class.
  select r.check_in_before_minutes into v_before from schedule.rules_of(v_organization) r;
  if access.rank(access.tier()) < 3
     and clock_timestamp() not between v_event.starts_at - greatest(schedule.minutes(v_before), interval '1 hour')
                                   and v_event.ends_at + interval '2 hours' then
    return query select 'not_now', null::text, null::text, null::text, null::text;
    return;
  end if;
  select * into v_standing
    from public.client_organizations
   where organization_id = v_organization
     and client_id = v_place.client_id;
  if v_standing.home_organization_id <> v_organization then
    return query
      select 'at_home', null::text, null::text, null::text, o.name
        from public.organizations o
       where o.id = v_standing.home_organization_id;
    return;
  end if;
  select * into v_client from public.clients where organization_id = v_organization and id = v_place.client_id;
  perform audit.write(v_organization, 'read', 'clients', v_client.id::text, v_client.id,
                      jsonb_build_object('fields', jsonb_build_array('emergency_contact'), 'event', v_event.id), null);
  return query
    select case when v_client.emergency_name is null and v_client.emergency_phone is null then 'none' else 'shown' end,
           v_client.emergency_name, v_client.emergency_phone, v_client.emergency_relation, null::text;
end
$$;
comment on function schedule.emergency_contact(uuid) is
  'Whom to call for somebody who has a seat in a class, for whoever teaches it, from the check-in window (an hour at least) before until two hours after; the look is logged. shown or none; otherwise unknown, not_now, at_home (another gym of the chain keeps the record).';

-- ---------------------------------------------------------------------------------------------------------------
-- Walk-ins
-- ---------------------------------------------------------------------------------------------------------------

create function schedule.find_walk_ins(p_event uuid, p_typed text)
  returns table (client_id uuid, given_name text, family_name text, member_number text, place_status text, may_take_part boolean)
  language plpgsql volatile security definer
  set search_path = ''
as $$
#variable_conflict use_column
declare
  v_organization uuid := access.organization_id();
  v_tokens text[] := members.search_tokens(p_typed);
  v_event public.events;
  v_before int;
begin
  perform schedule.require_roster(v_organization, p_event);
  select * into v_event from public.events where organization_id = v_organization and id = p_event;
  select r.check_in_before_minutes into v_before from schedule.rules_of(v_organization) r;
  if v_event.id is null
     or v_event.status <> 'scheduled'
     or clock_timestamp() not between v_event.starts_at - schedule.minutes(v_before) and v_event.ends_at
     or coalesce(length(v_tokens[1]), 0) < 2 then
    return;
  end if;
  perform audit.write(v_organization, 'read', 'client_organizations', null, null,
                      jsonb_build_object('fields', jsonb_build_array('walk_in'), 'event', p_event), null);
  return query
    with hit as (
      -- The longest word leads; client_words has telephone numbers and addresses as well, which do not count here.
      select distinct w.client_id
        from (select w.client_id
                from public.client_words w
               where w.organization_id = v_organization
                 and w.word >= v_tokens[1] collate "C"
                 and w.word < (v_tokens[1] || U&'\+10FFFF') collate "C"
               order by w.word, w.sort_name, w.client_id
               limit 1000) w)
    select co.client_id, co.given_name, co.family_name, co.member_number, place.status,
           schedule.standing_allows(v_event, co)
      from hit
      join public.client_organizations co
        on co.organization_id = v_organization
       and co.client_id = hit.client_id
      left join public.event_participants place
        on place.organization_id = v_organization
       and place.event_id = p_event
       and place.client_id = co.client_id
       and place.status in ('booked', 'waitlisted', 'attended', 'no_show')
     where not exists (
             select
               from unnest(v_tokens) as t (token)
              where not exists (
                      select
                        from (select members.name_words(co.given_name || ' ' || co.family_name)
                              union all
                              select members.number_words(co.member_number)) as own (word)
                       where starts_with(own.word, t.token)))
     order by co.sort_name, co.client_id
     limit 8;
end
$$;
comment on function schedule.find_walk_ins(uuid, text) is
  'Who may stand in the room: members by the beginnings of their names or by number, eight at most, while walk_in() lets somebody into the event; for whoever teaches it. Two characters at least. The look is logged.';

create function schedule.undo_walk_in(p_participant uuid) returns text
  language plpgsql volatile security definer
  set search_path = ''
as $$
declare
  v_organization uuid := access.organization_id();
  v_place public.event_participants;
begin
  select * into v_place from public.event_participants where organization_id = v_organization and id = p_participant;
  perform schedule.require_roster(v_organization, v_place.event_id);
  if v_place.id is null then
    return 'unknown';
  end if;
  perform schedule.hold_standing(v_organization, v_place.client_id);
  perform schedule.hold(v_organization, v_place.client_id,
                        v_place.event_id || schedule.entangled(v_organization, v_place.event_id));
  perform schedule.require_roster(v_organization, v_place.event_id);
  select * into v_place from public.event_participants where organization_id = v_organization and id = p_participant for no key update;
  if v_place.status <> 'attended'
     or v_place.booked_by <> access.user_id()
     or v_place.created_at < clock_timestamp() - interval '10 minutes' then
    return 'too_late';
  end if;
  update public.event_participants
     set status = 'cancelled',
         cancelled_at = clock_timestamp(),
         payment_status = case when payment_status = 'owed' then 'not_required' else payment_status end
   where organization_id = v_organization
     and id = p_participant;
  return 'undone';
end
$$;
comment on function schedule.undo_walk_in(uuid) is
  'Takes back somebody let in by mistake, by who let them in and within ten minutes: the place, what was owed for it, and the visit it made. undone; otherwise unknown or too_late.';

-- ---------------------------------------------------------------------------------------------------------------
-- Several marks at once
-- ---------------------------------------------------------------------------------------------------------------

create function schedule.mark_places(p_event uuid, p_participants uuid[], p_from text, p_to text)
  returns table (outcome text, marked uuid[])
  language plpgsql volatile security definer
  set search_path = ''
as $$
#variable_conflict use_column
declare
  v_organization uuid := access.organization_id();
  v_event public.events;
  v_rules record;
  v_clients uuid[];
  v_client uuid;
  v_held int;
  v_marked uuid[];
  v_outcome text;
begin
  perform schedule.require_roster(v_organization, p_event);
  if p_from not in ('booked', 'attended', 'no_show') or p_to not in ('booked', 'attended', 'no_show') or p_from = p_to
     or cardinality(p_participants) > 2000 then
    return query select 'unknown', '{}'::uuid[];
    return;
  end if;
  select coalesce(array_agg(p.client_id order by p.client_id), '{}')
    into v_clients
    from public.event_participants p
   where p.organization_id = v_organization
     and p.event_id = p_event
     and p.id = any (p_participants)
     and p.status = p_from;
  -- Nobody is waited for with several standings in hand: whoever holds one of them may wait for another.
  select count(*)
    into v_held
    from (select
            from public.client_organizations co
           where co.organization_id = v_organization
             and co.client_id = any (v_clients)
           order by co.client_id
             for no key update skip locked) held;
  if v_held < cardinality(v_clients) then
    perform schedule.try_again();
  end if;
  foreach v_client in array v_clients loop
    perform schedule.take_turn(v_organization, v_client);
  end loop;
  perform schedule.hold(v_organization, null, array[p_event]);
  -- Who teaches may have changed while this waited.
  perform schedule.require_roster(v_organization, p_event);
  select * into v_event from public.events where organization_id = v_organization and id = p_event;
  select * into v_rules from schedule.rules_of(v_organization);
  v_outcome := case
    when v_event.id is null then 'unknown'
    when p_to <> 'booked' and v_event.status = 'cancelled' then 'cancelled'
    when (p_to = 'attended'
          and v_event.starts_at - schedule.minutes(v_rules.check_in_before_minutes) > clock_timestamp())
         or (p_to = 'no_show'
             and v_event.starts_at + schedule.minutes(v_rules.no_show_minutes) > clock_timestamp()) then 'too_early'
  end;
  if v_outcome is null then
    with changed as (
      update public.event_participants p
         set status = p_to
       where p.organization_id = v_organization
         and p.event_id = p_event
         and p.id = any (p_participants)
         and p.client_id = any (v_clients)
         and p.status = p_from
      returning p.id)
    select coalesce(array_agg(id), '{}') into v_marked from changed;
    v_outcome := 'marked';
  end if;
  return query select v_outcome, coalesce(v_marked, '{}');
end
$$;
comment on function schedule.mark_places(uuid, uuid[], text, text) is
  'Marks those of the given places in an event that are still as they were seen (p_from), in one change, by staff and by whoever teaches: marked, with the places; otherwise unknown, cancelled, too_early.';

grant execute on function
  schedule.class_roster(uuid, boolean), schedule.class_heads(timestamptz, timestamptz), schedule.emergency_contact(uuid),
  schedule.find_walk_ins(uuid, text), schedule.undo_walk_in(uuid), schedule.mark_places(uuid, uuid[], text, text)
  to zore_owner, zore_admin, zore_staff, zore_trainer;

reset role;
