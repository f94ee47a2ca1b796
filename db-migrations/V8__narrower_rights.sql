-- V8: rights that only the screens had kept are kept by the database.
--
-- Medical columns, prices and ledgers, other people's words, verdicts at the desk, and what an admin can give away; and
-- how a member of another gym of the chain is admitted. Rules that compare old and new values are triggers, since a policy
-- sees one of them only. They speak to the tiers: what helper functions do in a tier's name has been checked by these.

set role zore_definer;

grant execute on function access.is_tier(text) to zore_owner, zore_admin, zore_staff, zore_trainer, zore_member;

-- ---------------------------------------------------------------------------------------------------------------
-- Medical columns: whoever may not read them may not write them
-- ---------------------------------------------------------------------------------------------------------------

create function members.check_medical() returns trigger
  language plpgsql
  set search_path = ''
as $$
begin
  -- current_user: undoing an import gives back what was there before, whatever its own right is.
  if access.is_tier(current_user) and not access.permitted('members.medical') then
    raise insufficient_privilege using message = 'this account may not write medical notes';
  end if;
  return new;
end
$$;
comment on function members.check_medical() is 'Writing medical_notes or care_points takes the right members.medical. With the rights of whoever writes.';

-- ---------------------------------------------------------------------------------------------------------------
-- Words belong to whoever wrote them
-- ---------------------------------------------------------------------------------------------------------------

create function members.keep_words() returns trigger
  language plpgsql
  set search_path = ''
as $$
begin
  if access.is_tier(current_user) and old.written_by is distinct from access.user_id() then
    raise insufficient_privilege using message = 'only its author changes a note';
  end if;
  return new;
end
$$;
comment on function members.keep_words() is 'Nobody puts words into a colleague''s mouth. With the rights of whoever writes.';

-- ---------------------------------------------------------------------------------------------------------------
-- The desk's verdict
-- ---------------------------------------------------------------------------------------------------------------

create function members.check_verdict() returns trigger
  language plpgsql security definer
  set search_path = ''
as $$
declare
  v_here public.client_organizations;
  v_right public.client_organizations;
  v_day date;
begin
  if not access.is_tier(session_user) or access.is_elsewhere(new.organization_id) then
    return new;
  end if;
  select * into v_here
    from public.client_organizations
   where organization_id = new.organization_id and client_id = new.client_id;
  if v_here.id is null then
    return new;
  end if;
  -- The right that decides is the one at home; a visitor may also have been turned away here.
  v_right := v_here;
  if v_here.home_organization_id <> v_here.organization_id then
    select * into v_right
      from public.client_organizations
     where organization_id = v_here.home_organization_id and client_id = new.client_id;
  end if;
  -- A minute's grace: the clock that the verdict was made by need not be the database's.
  select ((new.checked_in_at - interval '1 minute') at time zone o.time_zone)::date into v_day
    from public.organizations o
   where o.id = new.organization_id;
  if v_right.status in ('active', 'prospect')
     and not (v_right.status = 'prospect' and v_right.valid_until is null)
     and (v_right.valid_until is null or v_right.valid_until >= v_day)
     and not (v_here.home_organization_id <> v_here.organization_id and v_here.status = 'cancelled') then
    return new;
  end if;
  raise insufficient_privilege using message = 'the rules keep this client out: letting them in takes a reason';
end
$$;
comment on function members.check_verdict() is
  'A visit that nobody had to allow is one of a client in good standing on that day; every other one is "allowed", which takes a reason and the right checkin.override.';

-- ---------------------------------------------------------------------------------------------------------------
-- Prices, terms and the ledger: what departs from the plan takes the right memberships.override
-- ---------------------------------------------------------------------------------------------------------------

create function members.check_terms() returns trigger
  language plpgsql security definer
  set search_path = ''
as $$
declare
  v_plan public.membership_plans;
  v_departure text;
begin
  if not access.is_tier(session_user) or access.is_elsewhere(new.organization_id) then
    return new;
  end if;
  select * into v_plan
    from public.membership_plans
   where organization_id = new.plan_organization_id and id = new.plan_id;
  if v_plan.id is null then
    return new;
  end if;
  if tg_op = 'INSERT' then
    v_departure := case
      when (new.price_minor, new.currency, new.billing_period) <> (v_plan.price_minor, v_plan.currency, v_plan.billing_period)
        then 'another price than the plan''s'
      when v_plan.archived_at is not null
        then 'a plan that is no longer sold'
      when v_plan.minimum_term_months > 0
       and coalesce(new.minimum_until, '-infinity') < (new.starts_on + make_interval(months => v_plan.minimum_term_months))::date - 1
        then 'a shorter minimum term than the plan''s'
      when coalesce(new.ends_on, 'infinity') > new.starts_on + v_plan.valid_days - 1
        then 'a longer term than the plan''s'
    end;
  else
    v_departure := case
      when (new.price_minor, new.currency, new.billing_period, new.plan_organization_id, new.plan_id)
           <> (old.price_minor, old.currency, old.billing_period, old.plan_organization_id, old.plan_id)
       and (new.price_minor, new.currency, new.billing_period) <> (v_plan.price_minor, v_plan.currency, v_plan.billing_period)
        then 'another price than the plan''s'
      when coalesce(new.minimum_until, '-infinity') < old.minimum_until
        then 'a shorter minimum term than was agreed'
      when new.cancelled_for is distinct from old.cancelled_for and new.cancelled_for < new.minimum_until
        then 'an end before the minimum term'
    end;
  end if;
  if v_departure is not null and not access.permitted('memberships.override') then
    raise insufficient_privilege using message = 'this account may not agree to ' || v_departure;
  end if;
  return new;
end
$$;
comment on function members.check_terms() is 'A membership is sold, and kept, as its plan says; departures take the right memberships.override.';

create function members.check_ledger() returns trigger
  language plpgsql security definer
  set search_path = ''
as $$
declare
  v_membership public.memberships;
  v_plan public.membership_plans;
  v_departure text;
begin
  if not access.is_tier(session_user) or access.is_elsewhere(new.organization_id) then
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
  v_departure := case
    when new.reverses_id is not null then
      (select 'a reversal that does not mirror its line'
        where not exists (select from public.membership_usage r
                           where r.organization_id = new.organization_id and r.id = new.reverses_id
                             and r.membership_id = new.membership_id and r.quantity = -new.quantity))
    when new.usage_type = 'adjustment' then 'an adjustment'
    when new.usage_type = 'returned' then 'a return of nothing that was used'
    when new.usage_type = 'granted' and (new.quantity < 0 or new.quantity > coalesce(v_plan.uses_per_period, 0))
      then 'another number of uses than the plan''s'
    when new.usage_type = 'granted' and v_plan.kind = 'pack'
     and new.quantity + coalesce((select sum(u.quantity)
                                    from public.membership_usage u
                                   where u.organization_id = new.organization_id
                                     and u.membership_id = new.membership_id
                                     and u.usage_type = 'granted'
                                     and not exists (select from public.membership_usage r
                                                      where r.organization_id = u.organization_id and r.reverses_id = u.id)), 0)
         > v_plan.uses_per_period
      then 'a pack filled twice'
    when new.usage_type <> 'granted' and new.quantity > 0 then 'a use that gives'
    when new.quantity < 0 and new.usage_type <> 'guest_pass' and v_plan.kind in ('pack', 'per_period')
     and new.quantity + coalesce((select sum(u.quantity)
                                    from public.membership_usage u
                                   where u.organization_id = new.organization_id
                                     and u.membership_id = new.membership_id
                                     and u.usage_type <> 'guest_pass'), 0) < 0
      then 'a use beyond the balance'
  end;
  if v_departure is not null and not access.permitted('memberships.override') then
    raise insufficient_privilege using message = 'this account may not enter ' || v_departure;
  end if;
  return new;
end
$$;
comment on function members.check_ledger() is
  'Lines that the plan does not explain (adjustments, more uses than it has, a balance below zero) take the right memberships.override. Guest passes are counted apart.';

-- ---------------------------------------------------------------------------------------------------------------
-- Nobody gives a right that they lack
-- ---------------------------------------------------------------------------------------------------------------

create function access.rights() returns text[]
  language sql immutable parallel safe
  set search_path = ''
as $$
  select array['members.export', 'members.medical', 'members.import', 'memberships.override', 'schedule.edit', 'plans.edit',
               'checkin.override', 'staff.manage']
$$;
comment on function access.rights() is 'Every single right there is.';

create function access.role_has(p_role text, p_permissions jsonb, p_right text) returns boolean
  language sql immutable parallel safe
  set search_path = ''
as $$
  select access.rank(p_role) >= access.right_floor(p_right)
     and (p_role = 'owner' or coalesce(p_permissions -> p_right = 'true'::jsonb, access.default_right(p_role, p_right)))
$$;
comment on function access.role_has(text, jsonb, text) is 'Whether a role with these permissions holds a right: what access.permitted() says of the bound user.';

create function access.give_what_one_has() returns trigger
  language plpgsql security definer
  set search_path = ''
as $$
declare
  v_right text;
begin
  if not access.is_tier(session_user) or access.is_elsewhere(new.organization_id) then
    return new;
  end if;
  foreach v_right in array access.rights() loop
    continue when not access.role_has(new.role, new.permissions, v_right)
               or (tg_op = 'UPDATE' and access.role_has(old.role, old.permissions, v_right))
               or access.permitted(v_right);
    if tg_op = 'UPDATE' and (new.permissions -> v_right) is distinct from (old.permissions -> v_right) then
      raise insufficient_privilege using message = 'this account cannot give a right that it lacks';
    end if;
    -- The right comes with the role alone: whoever is hired or promoted by someone without it, goes without it as well.
    new.permissions := new.permissions || jsonb_build_object(v_right, false);
  end loop;
  return new;
end
$$;
comment on function access.give_what_one_has() is
  'Below owner nobody grants a single right that they do not hold; one that a new role would bring is withheld.';

-- ---------------------------------------------------------------------------------------------------------------
-- Visitors from another gym of the chain
-- ---------------------------------------------------------------------------------------------------------------

drop function members.admit(uuid, uuid);

create function members.sister_gyms() returns table (slug text, name text)
  language sql stable security definer
  set search_path = ''
as $$
  select o.slug, o.name
    from public.organizations o
   where o.id in (select access.chain_of((select access.organization_id())))
     and o.id <> (select access.organization_id())
     and not exists (select from public.organizations below where below.parent_organization_id = o.id)
     and access.rank((select access.tier())) >= 3
   order by o.name
$$;
comment on function members.sister_gyms() is 'The other gyms of the bound gym''s chain, for those at the desk.';

create function members.admit_visitor(p_home text, p_number text) returns uuid
  language plpgsql volatile security definer
  set search_path = ''
as $$
declare
  v_organization uuid := access.organization_id();
  v_number text := btrim(left(p_number, 40));
  v_home public.client_organizations;
begin
  if access.rank(access.tier()) < 3 then
    raise insufficient_privilege using message = 'only staff and above admit visitors';
  end if;
  -- Someone who guesses numbers is stopped; every try stands in the trail.
  if (select count(*)
        from public.audit_logs a
       where a.organization_id = v_organization
         and a.actor_user_id = access.user_id()
         and a.occurred_at > clock_timestamp() - interval '10 minutes'
         and a.action = 'admit'
         and a.new_values ->> 'found' = 'false') >= 10 then
    raise program_limit_exceeded using
      message = 'too many numbers were tried that nobody has',
      constraint = 'visitors_tried_too_often';
  end if;
  select co.* into v_home
    from members.sister_gyms() g
    join public.organizations o on o.slug = g.slug
    join public.client_organizations co
      on co.organization_id = o.id
     and co.home_organization_id = o.id
     and co.member_number in (v_number, upper(v_number))
    join public.clients c
      on c.organization_id = co.organization_id
     and c.id = co.client_id
     and c.erased_at is null
   where g.slug = p_home
   order by co.member_number = v_number desc
   limit 1;
  perform audit.write(v_organization, 'admit', 'client_organizations', null, v_home.client_id,
    jsonb_build_object('home', left(p_home, 60), 'number', v_number, 'found', v_home.id is not null), null);
  if v_home.id is null then
    return null;
  end if;
  insert into public.client_organizations (organization_id, client_id, home_organization_id, status, plan_name, valid_until,
                                           photo_version)
  values (v_organization, v_home.client_id, v_home.home_organization_id, v_home.status, v_home.plan_name, v_home.valid_until,
          v_home.photo_version)
  on conflict (organization_id, client_id) do nothing;
  return v_home.client_id;
end
$$;
comment on function members.admit_visitor(text, text) is
  'Gives the client of that member number at that gym of the chain a standing at the bound gym, and answers who it is; null for unknown and foreign alike. Only what a standing carries travels. Every try is logged, ten in vain stop the account for a while.';

grant execute on function members.sister_gyms(), members.admit_visitor(text, text) to zore_owner, zore_admin, zore_staff;

reset role;

-- ---------------------------------------------------------------------------------------------------------------
-- Triggers and policies
-- ---------------------------------------------------------------------------------------------------------------

create trigger check_medical_insert before insert on clients
  for each row when (new.medical_notes is not null or new.care_points is not null)
  execute function members.check_medical();
create trigger check_medical_update before update of medical_notes, care_points on clients
  for each row when ((new.medical_notes, new.care_points) is distinct from (old.medical_notes, old.care_points))
  execute function members.check_medical();

create trigger keep_words before update of kind, body on client_notes
  for each row when ((new.kind, new.body) is distinct from (old.kind, old.body))
  execute function members.keep_words();
create trigger keep_words before update of body on hand_over_notes
  for each row when (new.body is distinct from old.body)
  execute function members.keep_words();

-- After check_visit, which has locked the standing.
create trigger check_visit_verdict before insert on visits
  for each row when (new.verdict <> 'allowed')
  execute function members.check_verdict();

create trigger check_terms before insert or update on memberships
  for each row execute function members.check_terms();
create trigger check_ledger before insert on membership_usage
  for each row execute function members.check_ledger();

create trigger give_what_one_has before insert or update of role, permissions on user_organizations
  for each row execute function access.give_what_one_has();

-- Authors change and put away what they wrote; admins and above put away what anybody wrote.
drop policy "staff and above change notes" on client_notes;
create policy "staff and above change their own notes" on client_notes
  for update to zore_owner, zore_admin, zore_staff
  using (written_by = (select access.user_id()))
  with check (written_by = (select access.user_id()));
create policy "admins and above put notes away" on client_notes
  for update to zore_owner, zore_admin
  using (true)
  with check (true);

alter policy "staff and above add clients" on clients
  with check (import_id is null or (select access.permitted('members.import')));
