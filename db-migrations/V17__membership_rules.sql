-- V17: what follows from a membership is worked out by the database, whatever writes.
--
-- A sale says who, which plan, from when and at what price; terms is the plan as it was then. The end, the end of the
-- minimum term, the next bill and the status follow from these, from the freezes and from what was cancelled: a trigger
-- writes them, no tier can. The standings of the chain's gyms follow from the memberships. A job touches what a midnight
-- changes: as the state is worked out and not stepped through, running it twice, late or on two nodes comes to the same.
-- The same dates are explained to people by com.tryzore.crm.memberships.terms; a test holds the two against each other.
--
-- Locks: the standing first, then memberships by id, then their pauses and ledgers.

alter table memberships
  add column cancelled_by uuid,
  add constraint memberships_canceller_fk foreign key (cancelled_by) references users (id);
comment on column memberships.cancelled_by is 'Written by the database: whoever was bound when it was cancelled.';
create index memberships_canceller_idx on memberships (cancelled_by) where cancelled_by is not null;
create index memberships_billing_idx on memberships (organization_id, status, next_billing_on);
create index memberships_pending_idx on memberships (organization_id, starts_on) where status = 'pending';
create index membership_pauses_start_idx on membership_pauses (organization_id, starts_on);
create index membership_usage_expiry_idx on membership_usage (organization_id, expires_on)
  where usage_type = 'granted' and expires_on is not null;

comment on column memberships.terms is
  'The plan as it was when sold (members.terms_of), and of this sale: periods (how many were sold), days, extra_days, renews, price_reason.';
comment on column memberships.ends_on is 'Worked out: the last day, null while open-ended.';
comment on column membership_usage.expires_on is
  'The lot that a line gives to or takes from: the last day of its week or month; null for a lot that ends with the membership.';

-- ---------------------------------------------------------------------------------------------------------------
-- Dates
-- ---------------------------------------------------------------------------------------------------------------

set role zore_definer;

create function members.day_at(p_organization uuid) returns date
  language sql stable
  set search_path = ''
as $$
  -- The job says which midnight it is about.
  select case when session_user = 'zore_jobs' and coalesce(current_setting('zore.day', true), '') <> ''
           then current_setting('zore.day', true)::date
           else (clock_timestamp() at time zone o.time_zone)::date end
    from public.organizations o
   where o.id = p_organization
$$;
comment on function members.day_at(uuid) is 'Today at a gym, in its zone.';

create function members.periods_after(p_start date, p_period text, p_count int) returns date
  language sql immutable parallel safe
  set search_path = ''
as $$
  select case p_period
           when 'day' then p_start + p_count
           when 'week' then p_start + 7 * p_count
           when 'month' then (p_start + make_interval(months => p_count))::date
           when 'quarter' then (p_start + make_interval(months => 3 * p_count))::date
           when 'year' then (p_start + make_interval(months => 12 * p_count))::date
         end
$$;
comment on function members.periods_after(date, text, int) is
  'The first day after so many billing periods, counted from the first day: 31 January, 28 February, 31 March. Null when paid once.';

create function members.frozen_shift(p_organization uuid, p_membership uuid, p_boundary date) returns date
  language plpgsql stable
  set search_path = ''
as $$
declare
  v_moved date := p_boundary;
  v_pause record;
begin
  for v_pause in
    select starts_on, coalesce(resumed_on, ends_on + 1) - starts_on as days
      from public.membership_pauses
     where organization_id = p_organization
       and membership_id = p_membership
     order by starts_on
  loop
    exit when v_pause.starts_on >= v_moved;
    v_moved := v_moved + coalesce(v_pause.days, 0);
  end loop;
  return v_moved;
end
$$;
comment on function members.frozen_shift(uuid, uuid, date) is
  'A first day after something, pushed later by the days of every freeze that begins before it. A freeze without an end counts when it has one.';

create function members.next_billing(p_membership public.memberships, p_day date) returns date
  language plpgsql stable
  set search_path = ''
as $$
declare
  v_longest int := case p_membership.billing_period when 'day' then 1 when 'week' then 7 when 'month' then 31
                     when 'quarter' then 92 when 'year' then 366 end;
  v_number int;
  v_next date := p_membership.starts_on;
begin
  if v_longest is null then
    return null;
  end if;
  if v_next <= p_day then
    -- So many periods have begun at least, had every day been frozen that could be.
    v_number := (p_day - p_membership.starts_on
                 - (members.frozen_shift(p_membership.organization_id, p_membership.id, p_day + 1) - p_day - 1)) / v_longest;
    v_number := greatest(v_number, 0);
    loop
      v_next := members.frozen_shift(p_membership.organization_id, p_membership.id,
        members.periods_after(p_membership.starts_on, p_membership.billing_period, v_number));
      exit when v_next > p_day;
      v_number := v_number + 1;
    end loop;
  end if;
  if v_next > p_membership.ends_on
     or exists (select from public.membership_pauses
                 where organization_id = p_membership.organization_id
                   and membership_id = p_membership.id
                   and starts_on < v_next
                   and ends_on is null
                   and resumed_on is null) then
    return null;
  end if;
  return v_next;
end
$$;
comment on function members.next_billing(public.memberships, date) is
  'The first beginning of a billing period after a day; null when paid once, when it ends before, and while it rests until nobody knows when.';

create function members.status_on(p_membership public.memberships, p_day date) returns text
  language sql stable
  set search_path = ''
as $$
  select case
           when p_membership.cancelled_for < p_membership.starts_on then 'cancelled'
           when p_membership.starts_on > p_day then 'pending'
           when p_membership.cancelled_for < p_day then
             case when p_membership.ends_on < p_membership.cancelled_for then 'expired' else 'cancelled' end
           when pause.found and (pause.is_open or p_membership.ends_on is null or p_membership.ends_on >= p_day) then 'frozen'
           when p_membership.ends_on < p_day then 'expired'
           else 'active'
         end
    from (select count(*) > 0 as found, coalesce(bool_or(p.ends_on is null and p.resumed_on is null), false) as is_open
            from public.membership_pauses p
           where p.organization_id = p_membership.organization_id
             and p.membership_id = p_membership.id
             and p.starts_on <= p_day
             and coalesce(p.resumed_on, p.ends_on + 1, 'infinity') > p_day) pause
$$;
comment on function members.status_on(public.memberships, date) is 'The status that follows from the dates and freezes, on that day of the gym.';

create function members.terms_of(p_plan public.membership_plans) returns jsonb
  language sql stable
  set search_path = ''
as $$
  select jsonb_strip_nulls(jsonb_build_object(
    'kind', p_plan.kind,
    'uses_per_period', p_plan.uses_per_period,
    'use_period', p_plan.use_period,
    'valid_days', p_plan.valid_days,
    'minimum_months', p_plan.minimum_term_months,
    'notice_days', p_plan.notice_days,
    'features', p_plan.features,
    'everywhere', p_plan.everywhere,
    'gyms', (select jsonb_agg(l.location_organization_id order by l.location_organization_id)
               from public.membership_plan_locations l
              where l.organization_id = p_plan.organization_id
                and l.plan_id = p_plan.id)))
$$;
comment on function members.terms_of(public.membership_plans) is 'What a sale keeps of the plan: holders keep what they bought, whatever becomes of it.';

create function members.of_the_sale() returns text[]
  language sql immutable parallel safe
  set search_path = ''
as $$
  select array['periods', 'days', 'renews', 'price_reason', 'due']
$$;
comment on function members.of_the_sale() is 'The terms that a sale chooses; all others are the plan''s.';

-- ---------------------------------------------------------------------------------------------------------------
-- What follows is written
-- ---------------------------------------------------------------------------------------------------------------

create function members.agree() returns trigger
  language plpgsql security definer
  set search_path = ''
as $$
declare
  v_plan public.membership_plans;
  v_day date;
  v_end date;
begin
  if access.is_elsewhere(new.organization_id) then
    return new;
  end if;
  if access.is_tier(session_user)
     and (tg_op = 'INSERT' or (new.plan_organization_id, new.plan_id) <> (old.plan_organization_id, old.plan_id)) then
    select * into v_plan
      from public.membership_plans
     where organization_id = new.plan_organization_id and id = new.plan_id;
    if v_plan.id is null then
      return new;
    end if;
    new.terms := members.terms_of(v_plan) || new.terms;
  end if;
  if tg_op = 'UPDATE' and new.cancelled_for is distinct from old.cancelled_for and access.is_tier(session_user) then
    new.cancelled_at := case when new.cancelled_for is not null then clock_timestamp() end;
    new.cancelled_by := case when new.cancelled_for is not null then (access.live_session()).user_id end;
  end if;
  -- Rows that were written before there were terms stay as they were written.
  if not new.terms ? 'minimum_months' then
    return new;
  end if;
  v_day := members.day_at(new.organization_id);
  new.minimum_until := case when (new.terms ->> 'minimum_months')::int > 0
    then members.frozen_shift(new.organization_id, new.id,
           (new.starts_on + make_interval(months => (new.terms ->> 'minimum_months')::int))::date) - 1
  end;
  v_end := case
    when new.terms ? 'periods' then members.periods_after(new.starts_on, new.billing_period, (new.terms ->> 'periods')::int)
    when new.terms ? 'days' then new.starts_on + (new.terms ->> 'days')::int
    when new.terms ? 'valid_days' then new.starts_on + (new.terms ->> 'valid_days')::int
  end;
  new.ends_on := members.frozen_shift(new.organization_id, new.id, v_end) - 1;
  if new.cancelled_for is not null then
    new.ends_on := least(new.ends_on, greatest(new.cancelled_for, new.starts_on));
  end if;
  new.auto_renew := v_end is null;
  new.status := members.status_on(new, v_day);
  new.next_billing_on := case when new.status in ('pending', 'active', 'frozen') then members.next_billing(new, v_day) end;
  return new;
end
$$;
comment on function members.agree() is
  'A sale keeps the plan''s terms; end, minimum term, next bill and status are worked out from them, the freezes and the cancellation.';

create function members.freezes_count() returns trigger
  language plpgsql security definer
  set search_path = ''
as $$
begin
  if access.is_elsewhere(new.organization_id) then
    return null;
  end if;
  update public.memberships
     set starts_on = starts_on
   where organization_id = new.organization_id
     and id = new.membership_id;
  return null;
end
$$;
comment on function members.freezes_count() is 'A freeze that is made, changed or ended moves the dates of its membership.';

create function members.move_renewal() returns trigger
  language plpgsql security definer
  set search_path = ''
as $$
begin
  update public.memberships r
     set starts_on = new.ends_on + 1
   where r.organization_id = new.organization_id
     and r.client_id = new.client_id
     and r.terms ->> 'renews' = new.id::text
     and r.status = 'pending'
     and r.starts_on = old.ends_on + 1;
  return null;
end
$$;
comment on function members.move_renewal() is 'A renewal that has not begun follows the end of what it renews.';

create or replace function members.check_terms() returns trigger
  language plpgsql security definer
  set search_path = ''
as $$
declare
  v_plan public.membership_plans;
  v_departure text;
  v_moved boolean := tg_op = 'UPDATE'
    and (new.plan_organization_id, new.plan_id) is distinct from (old.plan_organization_id, old.plan_id);
begin
  -- current_user: what the triggers of this schema work out has been checked where it came from.
  if not access.is_tier(session_user) or access.is_elsewhere(new.organization_id) or pg_trigger_depth() > 1 then
    return new;
  end if;
  select * into v_plan
    from public.membership_plans
   where organization_id = new.plan_organization_id and id = new.plan_id;
  if v_plan.id is null then
    return new;
  end if;
  if tg_op = 'INSERT' or v_moved then
    v_departure := case
      when (new.price_minor, new.currency, new.billing_period) <> (v_plan.price_minor, v_plan.currency, v_plan.billing_period)
        then 'another price than the plan''s'
      when v_plan.archived_at is not null
        then 'a plan that is no longer sold'
      when new.terms - members.of_the_sale() <> members.terms_of(v_plan)
        then 'other terms than the plan''s'
      when new.terms ? 'days' and (v_plan.valid_days is not null or new.terms ? 'periods')
        then 'another term than the plan''s'
      when new.ends_on < new.minimum_until
        then 'a shorter term than the plan''s minimum'
    end;
  else
    v_departure := case
      when (new.price_minor, new.currency, new.billing_period) <> (old.price_minor, old.currency, old.billing_period)
       and (new.price_minor, new.currency, new.billing_period) <> (v_plan.price_minor, v_plan.currency, v_plan.billing_period)
        then 'another price than the plan''s'
      when new.terms is distinct from old.terms
        then 'other terms than were agreed'
      when new.starts_on <> old.starts_on
        then 'another beginning than was agreed'
      when new.cancelled_for is distinct from old.cancelled_for and new.cancelled_for < new.minimum_until
        then 'an end before the minimum term'
      when new.cancelled_for is distinct from old.cancelled_for
       and new.cancelled_for < members.day_at(new.organization_id) + coalesce((new.terms ->> 'notice_days')::int, 0)
        then 'an end before the notice has passed'
    end;
  end if;
  if v_departure is not null and not access.permitted('memberships.override') then
    raise insufficient_privilege using message = 'this account may not agree to ' || v_departure;
  end if;
  return new;
end
$$;

create function members.check_pause() returns trigger
  language plpgsql security definer
  set search_path = ''
as $$
declare
  v_membership public.memberships;
  v_most int;
  v_departure text;
begin
  if not access.is_tier(session_user) or access.is_elsewhere(new.organization_id) then
    return new;
  end if;
  -- Two who freeze or end at once come one after the other.
  select * into v_membership
    from public.memberships
   where organization_id = new.organization_id and id = new.membership_id
     for no key update;
  if v_membership.id is null then
    return new;
  end if;
  if new.starts_on < v_membership.starts_on or (tg_op = 'INSERT' and new.starts_on > v_membership.ends_on) then
    raise check_violation using
      message = 'a freeze lies within its membership',
      constraint = 'membership_pauses_within';
  end if;
  v_most := (v_membership.terms #>> '{features,freeze_days}')::int;
  v_departure := case
    when tg_op = 'UPDATE' and new.resumed_on is not distinct from old.resumed_on
     and new.starts_on = old.starts_on and new.ends_on is not distinct from old.ends_on then null
    when tg_op = 'INSERT' and new.starts_on < members.day_at(new.organization_id) - 31
      or tg_op = 'UPDATE' and new.starts_on < old.starts_on
      then 'a freeze in the past'
    when tg_op = 'INSERT' and new.resumed_on is null and v_most is not null
     and (new.ends_on is null
          or new.ends_on + 1 - new.starts_on
             + coalesce((select sum(coalesce(p.resumed_on, p.ends_on + 1) - p.starts_on)
                           from public.membership_pauses p
                          where p.organization_id = new.organization_id
                            and p.membership_id = new.membership_id
                            and p.id <> new.id), 0) > v_most)
      then 'a longer freeze than the plan''s'
    when tg_op = 'UPDATE' and coalesce(new.resumed_on, new.ends_on + 1, 'infinity') > coalesce(old.resumed_on, old.ends_on + 1, 'infinity')
      then 'a freeze made longer'
  end;
  if v_departure is not null and not access.permitted('memberships.override') then
    raise insufficient_privilege using message = 'this account may not enter ' || v_departure;
  end if;
  return new;
end
$$;
comment on function members.check_pause() is
  'A freeze lies within its membership; one in the past, longer than the plan''s (features.freeze_days) or made longer afterwards takes the right memberships.override.';

-- ---------------------------------------------------------------------------------------------------------------
-- Standings follow
-- ---------------------------------------------------------------------------------------------------------------

create function members.standing_of(p_organization uuid, p_home uuid, p_client uuid)
  returns table (status text, plan_name text, valid_until date)
  language plpgsql stable
  set search_path = ''
as $$
declare
  v_held public.memberships;
  v_until date;
  v_next date;
begin
  -- Of those that are valid at this gym: what runs before what rests, what lasts longest, then what ended last.
  select m.* into v_held
    from public.client_organizations co
    join public.memberships m
      on m.organization_id = co.organization_id
     and m.client_id = co.client_id
   where co.home_organization_id = p_home
     and co.client_id = p_client
     and (m.organization_id = p_organization
          or m.terms -> 'everywhere' = 'true'::jsonb
          or m.terms -> 'gyms' ? p_organization::text)
   order by array_position(array['active', 'frozen', 'expired', 'cancelled', 'pending'],
                           case m.status when 'cancelled' then 'expired' else m.status end),
            m.ends_on desc nulls first, m.id
   limit 1;
  if v_held.id is null then
    return;
  end if;
  if v_held.status = 'pending' then
    return query select 'prospect', v_held.plan_name, null::date;
    return;
  end if;
  v_until := v_held.ends_on;
  -- Whatever follows without a gap counts as well.
  while v_until is not null and v_held.status in ('active', 'frozen') loop
    select coalesce(max(coalesce(m.ends_on, 'infinity')), v_until) into v_next
      from public.client_organizations co
      join public.memberships m
        on m.organization_id = co.organization_id
       and m.client_id = co.client_id
     where co.home_organization_id = p_home
       and co.client_id = p_client
       and (m.organization_id = p_organization
            or m.terms -> 'everywhere' = 'true'::jsonb
            or m.terms -> 'gyms' ? p_organization::text)
       and m.status in ('pending', 'active', 'frozen')
       and m.starts_on <= v_until + 1;
    exit when v_next <= v_until;
    v_until := nullif(v_next, 'infinity');
  end loop;
  return query select v_held.status, v_held.plan_name, v_until;
end
$$;
comment on function members.standing_of(uuid, uuid, uuid) is
  'The standing that follows from the memberships that are valid at a gym; none when there never was one.';

create function members.renew_standing(p_organization uuid, p_client uuid) returns void
  language plpgsql
  set search_path = ''
as $$
declare
  v_here record;
  v_right record;
begin
  for v_here in
    select co.organization_id, co.home_organization_id, co.status, co.plan_name, co.valid_until
      from public.client_organizations sold
      join public.client_organizations co
        on co.home_organization_id = sold.home_organization_id
       and co.client_id = sold.client_id
     where sold.organization_id = p_organization
       and sold.client_id = p_client
     order by co.organization_id
       for no key update of co
  loop
    select * into v_right from members.standing_of(v_here.organization_id, v_here.home_organization_id, p_client);
    if v_right.status is not null
       and (v_right.status, v_right.plan_name, v_right.valid_until)
           is distinct from (v_here.status, v_here.plan_name, v_here.valid_until) then
      update public.client_organizations
         set status = v_right.status,
             plan_name = v_right.plan_name,
             valid_until = v_right.valid_until
       where organization_id = v_here.organization_id
         and client_id = p_client;
    end if;
  end loop;
end
$$;
comment on function members.renew_standing(uuid, uuid) is 'Writes the standings at every gym of the chain that follow from what a client holds.';

create function members.standings_follow() returns trigger
  language plpgsql security definer
  set search_path = ''
as $$
declare
  v_client record;
begin
  for v_client in
    select distinct m.organization_id, m.client_id
      from new_rows m
     where m.terms ? 'minimum_months'
       and not access.is_elsewhere(m.organization_id)
     order by 1, 2
  loop
    perform members.renew_standing(v_client.organization_id, v_client.client_id);
  end loop;
  return null;
end
$$;

create function members.standing_of_visitor() returns trigger
  language plpgsql security definer
  set search_path = ''
as $$
declare
  v_right record;
begin
  select * into v_right from members.standing_of(new.organization_id, new.home_organization_id, new.client_id);
  if v_right.status is not null then
    new.status := v_right.status;
    new.plan_name := v_right.plan_name;
    new.valid_until := v_right.valid_until;
  end if;
  return new;
end
$$;
comment on function members.standing_of_visitor() is 'Who comes from another gym of the chain stands here as their memberships that are valid here say.';

-- ---------------------------------------------------------------------------------------------------------------
-- The ledger
-- ---------------------------------------------------------------------------------------------------------------

create function members.lot_of(p_membership public.memberships, p_day date) returns date
  language sql immutable
  set search_path = ''
as $$
  select case
           when p_membership.terms ->> 'kind' <> 'per_period' then null
           when p_membership.terms ->> 'use_period' = 'week' then p_day + 7 - extract(isodow from p_day)::int
           else (date_trunc('month', p_day::timestamp) + interval '1 month')::date - 1
         end
$$;
comment on function members.lot_of(public.memberships, date) is
  'The lot that a use on that day takes from: the Sunday of its week, the last day of its month, or null for what ends with the membership.';

create function members.balance(p_organization uuid, p_membership uuid, p_lot date) returns int
  language sql stable
  set search_path = ''
as $$
  select coalesce(sum(u.quantity), 0)::int
    from public.membership_usage u
   where u.organization_id = p_organization
     and u.membership_id = p_membership
     and u.usage_type <> 'guest_pass'
     and u.expires_on is not distinct from p_lot
$$;
comment on function members.balance(uuid, uuid, date) is 'What is left in one lot: the sum of its lines. Guest passes are counted apart.';

create function members.settle_lots(p_membership public.memberships, p_day date, p_by uuid) returns int
  language plpgsql
  set search_path = ''
as $$
declare
  v_ended boolean := p_membership.status in ('expired', 'cancelled');
  v_lines int;
begin
  insert into public.membership_usage (organization_id, membership_id, usage_type, quantity, expires_on, made_by)
  select p_membership.organization_id, p_membership.id, 'expired', -sum(u.quantity), u.expires_on, p_by
    from public.membership_usage u
   where u.organization_id = p_membership.organization_id
     and u.membership_id = p_membership.id
     and u.usage_type <> 'guest_pass'
     and (u.expires_on < p_day or v_ended)
   group by u.expires_on
  having sum(u.quantity) > 0;
  get diagnostics v_lines = row_count;
  return v_lines;
end
$$;
comment on function members.settle_lots(public.memberships, date, uuid) is
  'What is left of a lot whose last day has passed, or of a membership that is over, expires by a line of its own. How many lines.';

create function members.open_lot(p_membership public.memberships, p_lot date, p_by uuid) returns void
  language sql
  set search_path = ''
as $$
  insert into public.membership_usage (organization_id, membership_id, usage_type, quantity, expires_on, made_by)
  select p_membership.organization_id, p_membership.id, 'granted', (p_membership.terms ->> 'uses_per_period')::int, p_lot, p_by
   where not exists (select from public.membership_usage u
                      where u.organization_id = p_membership.organization_id
                        and u.membership_id = p_membership.id
                        and u.usage_type = 'granted'
                        and u.expires_on is not distinct from p_lot)
$$;
comment on function members.open_lot(public.memberships, date, uuid) is 'The uses of a week or month, or of a pack, once.';

create function members.ledger_follows() returns trigger
  language plpgsql security definer
  set search_path = ''
as $$
declare
  v_user uuid;
begin
  if access.is_elsewhere(new.organization_id)
     or coalesce(new.terms ->> 'kind', '') not in ('pack', 'per_period')
     or not new.terms ? 'minimum_months' then
    return null;
  end if;
  v_user := coalesce((access.live_session()).user_id, new.sold_by);
  if tg_op = 'INSERT' then
    if new.terms ->> 'kind' = 'pack' then
      perform members.open_lot(new, null, v_user);
    end if;
    return null;
  end if;
  if new.status in ('expired', 'cancelled') and old.status not in ('expired', 'cancelled') then
    perform members.settle_lots(new, members.day_at(new.organization_id), v_user);
  elsif new.status not in ('expired', 'cancelled') and old.status in ('expired', 'cancelled') then
    -- Taken back, or made longer: what expired with the membership is there again.
    insert into public.membership_usage (organization_id, membership_id, usage_type, quantity, reverses_id, expires_on, made_by)
    select u.organization_id, u.membership_id, 'returned', -u.quantity, u.id, u.expires_on, v_user
      from public.membership_usage u
     where u.organization_id = new.organization_id
       and u.membership_id = new.id
       and u.usage_type = 'expired'
       and (u.expires_on is null or u.expires_on >= members.day_at(new.organization_id))
       and not exists (select from public.membership_usage r
                        where r.organization_id = u.organization_id and r.reverses_id = u.id);
  end if;
  return null;
end
$$;
comment on function members.ledger_follows() is 'A pack that is sold is filled; what is left when a membership is over expires, and comes back with it.';

create or replace function members.check_ledger() returns trigger
  language plpgsql security definer
  set search_path = ''
as $$
declare
  v_membership public.memberships;
  v_plan public.membership_plans;
  v_kind text;
  v_uses int;
  v_departure text;
begin
  -- What the triggers of this schema write by themselves follows from what has been checked.
  if not access.is_tier(session_user) or access.is_elsewhere(new.organization_id) or pg_trigger_depth() > 1 then
    return new;
  end if;
  -- Whoever writes a line waits for the others of the same membership, so that a balance is what it says.
  select * into v_membership
    from public.memberships
   where organization_id = new.organization_id and id = new.membership_id
     for no key update;
  select * into v_plan
    from public.membership_plans
   where organization_id = v_membership.plan_organization_id and id = v_membership.plan_id;
  if v_plan.id is null then
    return new;
  end if;
  v_kind := coalesce(v_membership.terms ->> 'kind', v_plan.kind);
  v_uses := coalesce((v_membership.terms ->> 'uses_per_period')::int, v_plan.uses_per_period, 0);
  v_departure := case
    when new.reverses_id is not null then
      (select 'a reversal that does not mirror its line'
        where not exists (select from public.membership_usage r
                           where r.organization_id = new.organization_id and r.id = new.reverses_id
                             and r.membership_id = new.membership_id and r.quantity = -new.quantity
                             and r.expires_on is not distinct from new.expires_on
                             and r.usage_type in ('class', 'visit', 'guest_pass', 'personal_training')))
    when new.usage_type = 'adjustment' then 'an adjustment'
    when new.usage_type = 'returned' then 'a return of nothing that was used'
    when new.usage_type = 'expired'
     and not (new.quantity < 0
              and (v_membership.status in ('expired', 'cancelled') or coalesce(new.expires_on < members.day_at(new.organization_id), false))
              and -new.quantity <= members.balance(new.organization_id, new.membership_id, new.expires_on))
      then 'an expiry of what has not expired'
    when new.usage_type = 'granted' and (new.quantity < 0 or new.quantity > v_uses)
      then 'another number of uses than the plan''s'
    when new.usage_type = 'granted' and v_kind = 'per_period'
     and new.expires_on is distinct from members.lot_of(v_membership, new.expires_on)
      then 'uses of no week or month'
    when new.usage_type = 'granted' and v_kind in ('pack', 'per_period')
     and new.quantity + coalesce((select sum(u.quantity)
                                    from public.membership_usage u
                                   where u.organization_id = new.organization_id
                                     and u.membership_id = new.membership_id
                                     and u.usage_type = 'granted'
                                     and u.expires_on is not distinct from new.expires_on
                                     and not exists (select from public.membership_usage r
                                                      where r.organization_id = u.organization_id and r.reverses_id = u.id)), 0)
         > v_uses
      then 'a pack filled twice'
    when new.usage_type <> 'granted' and new.quantity > 0 then 'a use that gives'
    when new.usage_type = 'guest_pass'
     and -new.quantity > members.guest_passes_left(v_membership)
      then 'more guest passes than the plan''s'
    when new.quantity < 0 and new.usage_type not in ('guest_pass', 'expired') and v_kind in ('pack', 'per_period')
     and new.quantity + members.balance(new.organization_id, new.membership_id, new.expires_on) < 0
      then 'a use beyond the balance'
  end;
  if v_departure is not null and not access.permitted('memberships.override') then
    raise insufficient_privilege using message = 'this account may not enter ' || v_departure;
  end if;
  return new;
end
$$;

create function members.guest_passes_left(p_membership public.memberships) returns int
  language sql stable
  set search_path = ''
as $$
  select coalesce((p_membership.terms #>> '{features,guest_passes}')::int, 0) + coalesce(sum(u.quantity), 0)::int
    from public.membership_usage u
   where u.organization_id = p_membership.organization_id
     and u.membership_id = p_membership.id
     and u.created_at >= date_trunc('month', clock_timestamp())
     and (u.usage_type = 'guest_pass'
          or exists (select from public.membership_usage g
                      where g.organization_id = u.organization_id and g.id = u.reverses_id and g.usage_type = 'guest_pass'))
$$;
comment on function members.guest_passes_left(public.memberships) is 'Guest passes of this month that are left.';

create function members.use_credit(p_membership uuid, p_type text, p_event uuid, p_visit uuid, p_day date, p_reason text)
  returns table (outcome text, usage_id uuid, left_over int)
  language plpgsql volatile security definer
  set search_path = ''
as $$
#variable_conflict use_column
declare
  v_organization uuid := access.organization_id();
  v_user uuid := access.user_id();
  v_membership public.memberships;
  v_lot date;
  v_left int;
  v_usage uuid;
begin
  if access.rank(access.tier()) < 3 then
    raise insufficient_privilege using message = 'only staff and above use what members hold';
  end if;
  select * into v_membership
    from public.memberships
   where organization_id = v_organization and id = p_membership
     for no key update;
  if v_membership.id is null or p_type not in ('class', 'visit', 'guest_pass', 'personal_training') then
    return query select 'unknown', null::uuid, 0;
    return;
  end if;
  if p_reason is null and (members.status_on(v_membership, p_day) <> 'active') then
    return query select 'not_valid', null::uuid, 0;
    return;
  end if;
  if p_type <> 'guest_pass' and coalesce(v_membership.terms ->> 'kind', '') not in ('pack', 'per_period') then
    return query select 'not_counted', null::uuid, 0;
    return;
  end if;
  perform members.settle_lots(v_membership, members.day_at(v_organization), v_user);
  v_lot := case when p_type <> 'guest_pass' then members.lot_of(v_membership, p_day) end;
  if p_type <> 'guest_pass' and v_membership.terms ->> 'kind' = 'per_period' then
    perform members.open_lot(v_membership, v_lot, v_user);
  end if;
  v_left := case when p_type = 'guest_pass' then members.guest_passes_left(v_membership)
                 else members.balance(v_organization, p_membership, v_lot) end;
  if v_left < 1 and p_reason is null then
    return query select 'none_left', null::uuid, v_left;
    return;
  end if;
  insert into public.membership_usage (organization_id, membership_id, event_id, visit_id, usage_type, quantity, reason,
                                       expires_on, made_by)
  values (v_organization, p_membership, p_event, p_visit, p_type, -1, p_reason, v_lot, v_user)
  returning id into v_usage;
  return query select 'used', v_usage, v_left - 1;
end
$$;
comment on function members.use_credit(uuid, text, uuid, uuid, date, text) is
  'One use on a day of the gym: used, with what is left in that lot; otherwise unknown, not_valid (ended, frozen or not begun), not_counted, none_left. With a reason it goes past dates and balance, which takes memberships.override.';

-- ---------------------------------------------------------------------------------------------------------------
-- Midnight
-- ---------------------------------------------------------------------------------------------------------------

create function jobs.turn_memberships(p_now timestamptz, p_limit int)
  returns table (organization_id uuid, memberships int, expired_lots int)
  language plpgsql volatile security definer
  set search_path = ''
as $$
#variable_conflict use_column
declare
  v_gym record;
  v_day date;
  v_due uuid[];
  v_lots int;
begin
  for v_gym in select o.id, o.time_zone from public.organizations o order by o.id loop
    v_day := (p_now at time zone v_gym.time_zone)::date;
    perform set_config('zore.day', v_day::text, true);
    select coalesce(array_agg(d.id order by d.id), '{}') into v_due
      from (select m.id
              from public.memberships m
             where m.organization_id = v_gym.id and m.status = 'pending' and m.starts_on <= v_day
            union
            select m.id
              from public.memberships m
             where m.organization_id = v_gym.id and m.status = 'active' and m.ends_on < v_day
            union
            select m.id
              from public.memberships m
             where m.organization_id = v_gym.id and m.status = 'active' and m.next_billing_on <= v_day
            union
            select m.id
              from public.membership_pauses p
              join public.memberships m
                on m.organization_id = p.organization_id
               and m.id = p.membership_id
               and m.status = 'active'
             where p.organization_id = v_gym.id
               and p.starts_on <= v_day
               and coalesce(p.resumed_on, p.ends_on + 1, 'infinity') > v_day
            union
            select m.id
              from public.memberships m
             where m.organization_id = v_gym.id and m.status = 'frozen' and members.status_on(m, v_day) <> 'frozen'
             limit p_limit) d
      join public.memberships m
        on m.organization_id = v_gym.id
       and m.id = d.id
     where m.terms ? 'minimum_months';
    -- The standings first, as everybody else does; whoever is being served at this moment is left to the next round.
    select coalesce(array_agg(l.id order by l.id), '{}') into v_due
      from (select m.id
              from public.memberships m
              join public.client_organizations co
                on co.organization_id = m.organization_id
               and co.client_id = m.client_id
             where m.organization_id = v_gym.id
               and m.id = any (v_due)
             order by co.client_id, m.id
               for no key update of co skip locked) l;
    select coalesce(array_agg(l.id), '{}') into v_due
      from (select m.id
              from public.memberships m
             where m.organization_id = v_gym.id
               and m.id = any (v_due)
             order by m.id
               for no key update skip locked) l;
    update public.memberships m
       set starts_on = m.starts_on
     where m.organization_id = v_gym.id
       and m.id = any (v_due)
       and (m.status, m.next_billing_on) is distinct from
           (members.status_on(m, v_day),
            case when members.status_on(m, v_day) in ('pending', 'active', 'frozen') then members.next_billing(m, v_day) end);
    get diagnostics memberships = row_count;
    v_lots := 0;
    select coalesce(sum(members.settle_lots(m, v_day, m.sold_by)), 0)
      into v_lots
      from (select m.*
              from public.memberships m
             where m.organization_id = v_gym.id
               and m.id in (select u.membership_id
                              from public.membership_usage u
                             where u.organization_id = v_gym.id
                               and u.usage_type = 'granted'
                               and u.expires_on between v_day - 8 and v_day - 1
                               and members.balance(u.organization_id, u.membership_id, u.expires_on) > 0
                             limit p_limit)
             order by m.id
               for no key update skip locked) m;
    if memberships + v_lots > 0 then
      organization_id := v_gym.id;
      expired_lots := v_lots;
      return next;
    end if;
  end loop;
  perform set_config('zore.day', '', true);
end
$$;
comment on function jobs.turn_memberships(timestamptz, int) is
  'What the midnight of each gym changes: memberships begin, rest, go on, are billed, end; lots expire. At most so many of each a gym and call: again until nothing is left. As of a moment; later runs make up for those that did not happen.';

-- Sold before: the end that was written is what they were sold for.
update public.memberships m
   set terms = members.terms_of(p) || jsonb_strip_nulls(jsonb_build_object('days',
         case when m.ends_on is not null
           then greatest(1, m.ends_on - m.starts_on + 1
                  - coalesce((select sum(coalesce(f.resumed_on, f.ends_on + 1) - f.starts_on)
                                from public.membership_pauses f
                               where f.organization_id = m.organization_id
                                 and f.membership_id = m.id
                                 and f.starts_on <= m.ends_on), 0)::int)
         end))
  from public.membership_plans p
 where p.organization_id = m.plan_organization_id
   and p.id = m.plan_id;

grant execute on function members.use_credit(uuid, text, uuid, uuid, date, text) to zore_owner, zore_admin, zore_staff;
grant execute on function jobs.turn_memberships(timestamptz, int) to zore_jobs;

reset role;

-- ---------------------------------------------------------------------------------------------------------------
-- Triggers and rights
-- ---------------------------------------------------------------------------------------------------------------

create trigger agree before insert or update on memberships for each row execute function members.agree();
create trigger move_renewal after update on memberships
  for each row when (old.ends_on is distinct from new.ends_on and new.ends_on is not null)
  execute function members.move_renewal();
create trigger ledger_follows after insert or update of status, starts_on on memberships
  for each row execute function members.ledger_follows();
create trigger standings_follow_sale after insert on memberships
  referencing new table as new_rows
  for each statement execute function members.standings_follow();
create trigger standings_follow after update on memberships
  referencing new table as new_rows
  for each statement execute function members.standings_follow();
create trigger standing_of_visitor before insert on client_organizations
  for each row when (new.home_organization_id <> new.organization_id)
  execute function members.standing_of_visitor();
create trigger check_pause before insert or update on membership_pauses
  for each row execute function members.check_pause();
create trigger freezes_count after insert or update on membership_pauses
  for each row execute function members.freezes_count();

-- Worked out, and so nobody's to write.
revoke update (cancelled_at, status, ends_on, minimum_until, next_billing_on, auto_renew) on memberships
  from zore_owner, zore_admin, zore_staff;
revoke insert (ends_on, minimum_until, next_billing_on, auto_renew) on memberships
  from zore_owner, zore_admin, zore_staff;
