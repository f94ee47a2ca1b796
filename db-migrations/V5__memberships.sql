-- V5: what is offered (plans) and what a client holds (memberships), with pauses and the ledger of uses.
-- Money is in minor units of the currency (cents), never floating.

create table membership_plans (
  organization_id uuid not null,
  id uuid not null default uuidv7(),
  name text not null,
  kind text not null,
  description text,
  price_minor bigint not null,
  currency text not null,
  billing_period text not null,
  joining_fee_minor bigint not null default 0,
  minimum_term_months int not null default 0,
  notice_days int not null default 0,
  uses_per_period int,
  use_period text,
  valid_days int,
  features jsonb not null default '{}',
  everywhere boolean not null default false,
  archived_at timestamptz,
  created_at timestamptz not null default clock_timestamp(),
  updated_at timestamptz not null default clock_timestamp(),
  version bigint not null default 0,
  constraint membership_plans_pk primary key (organization_id, id),
  constraint membership_plans_name_key unique (organization_id, name),
  constraint membership_plans_organization_fk foreign key (organization_id) references organizations (id),
  constraint membership_plans_name_fits check (length(btrim(name)) between 1 and 200),
  constraint membership_plans_kind_is_known check (kind in ('unlimited', 'per_period', 'pack', 'trial', 'day_pass')),
  constraint membership_plans_price_is_not_negative check (price_minor >= 0 and joining_fee_minor >= 0),
  constraint membership_plans_currency_is_iso check (currency ~ '^[A-Z]{3}$'),
  constraint membership_plans_billing_is_known check (billing_period in ('day', 'week', 'month', 'quarter', 'year', 'once')),
  constraint membership_plans_terms_are_not_negative check (minimum_term_months >= 0 and notice_days >= 0),
  constraint membership_plans_uses_fit_the_kind check (
    (kind in ('per_period', 'pack')) = (uses_per_period is not null)
    and (kind = 'per_period') = (use_period is not null)
    and coalesce(uses_per_period, 1) > 0),
  constraint membership_plans_use_period_is_known check (use_period in ('week', 'month')),
  constraint membership_plans_valid_days_are_positive check (valid_days > 0),
  constraint membership_plans_features_is_object check (jsonb_typeof(features) = 'object')
);
comment on table membership_plans is 'What is offered. A chain''s plans are sold in its gyms; features (JSONB): guest passes, off-peak hours, class tags, booking window.';

create table membership_plan_locations (
  organization_id uuid not null,
  plan_id uuid not null,
  location_organization_id uuid not null,
  constraint membership_plan_locations_pk primary key (organization_id, plan_id, location_organization_id),
  constraint membership_plan_locations_plan_fk foreign key (organization_id, plan_id) references membership_plans (organization_id, id) on delete cascade,
  constraint membership_plan_locations_location_fk foreign key (location_organization_id) references organizations (id)
);
comment on table membership_plan_locations is 'Gyms of the chain where a plan is valid, when not everywhere and not only where it was sold.';
create index membership_plan_locations_location_idx on membership_plan_locations (location_organization_id);

create table memberships (
  organization_id uuid not null,
  id uuid not null default uuidv7(),
  client_id uuid not null,
  plan_organization_id uuid not null,
  plan_id uuid not null,
  plan_name text not null,
  status text not null,
  starts_on date not null,
  ends_on date,
  minimum_until date,
  price_minor bigint not null,
  currency text not null,
  billing_period text not null,
  next_billing_on date,
  auto_renew boolean not null default false,
  cancelled_at timestamptz,
  cancelled_for date,
  cancel_reason text,
  sold_by uuid not null,
  terms jsonb not null default '{}',
  created_at timestamptz not null default clock_timestamp(),
  updated_at timestamptz not null default clock_timestamp(),
  version bigint not null default 0,
  constraint memberships_pk primary key (organization_id, id),
  constraint memberships_client_fk foreign key (organization_id, client_id) references client_organizations (organization_id, client_id),
  constraint memberships_plan_fk foreign key (plan_organization_id, plan_id) references membership_plans (organization_id, id),
  constraint memberships_seller_fk foreign key (sold_by) references users (id),
  constraint memberships_status_is_known check (status in ('pending', 'active', 'frozen', 'expired', 'cancelled')),
  constraint memberships_dates_in_order check (ends_on >= starts_on and minimum_until >= starts_on),
  constraint memberships_price_is_not_negative check (price_minor >= 0),
  constraint memberships_currency_is_iso check (currency ~ '^[A-Z]{3}$'),
  constraint memberships_billing_is_known check (billing_period in ('day', 'week', 'month', 'quarter', 'year', 'once')),
  constraint memberships_terms_is_object check (jsonb_typeof(terms) = 'object')
);
comment on table memberships is 'What one client holds; terms (JSONB) is the plan as it was when sold. Dates are days in the gym''s zone, ends_on inclusive. The plan is the gym''s own or its chain''s (trigger).';
create index memberships_client_idx on memberships (organization_id, client_id, starts_on);
create index memberships_plan_idx on memberships (plan_organization_id, plan_id);
create index memberships_due_idx on memberships (organization_id, status, ends_on);
create index memberships_seller_idx on memberships (sold_by);

create table membership_pauses (
  organization_id uuid not null,
  id uuid not null default uuidv7(),
  membership_id uuid not null,
  starts_on date not null,
  ends_on date,
  reason text,
  fee_minor bigint not null default 0,
  resumed_on date,
  made_by uuid not null,
  created_at timestamptz not null default clock_timestamp(),
  updated_at timestamptz not null default clock_timestamp(),
  version bigint not null default 0,
  constraint membership_pauses_pk primary key (organization_id, id),
  constraint membership_pauses_membership_fk foreign key (organization_id, membership_id) references memberships (organization_id, id),
  constraint membership_pauses_maker_fk foreign key (made_by) references users (id),
  constraint membership_pauses_dates_in_order check (ends_on >= starts_on and resumed_on >= starts_on),
  constraint membership_pauses_fee_is_not_negative check (fee_minor >= 0),
  constraint membership_pauses_apart exclude using gist
    (organization_id with =, membership_id with =, daterange(starts_on, coalesce(resumed_on, ends_on + 1), '[)') with &&)
);
comment on table membership_pauses is 'A freeze: from starts_on through ends_on (open when null), or until the day of resumption.';
create index membership_pauses_membership_idx on membership_pauses (organization_id, membership_id, starts_on);
create index membership_pauses_maker_idx on membership_pauses (made_by);

create table membership_usage (
  organization_id uuid not null,
  id uuid not null default uuidv7(),
  membership_id uuid not null,
  event_id uuid,
  visit_id uuid,
  usage_type text not null,
  quantity int not null,
  reverses_id uuid,
  reason text,
  expires_on date,
  made_by uuid not null,
  created_at timestamptz not null default clock_timestamp(),
  constraint membership_usage_pk primary key (organization_id, id),
  constraint membership_usage_reversed_once unique (organization_id, reverses_id),
  constraint membership_usage_membership_fk foreign key (organization_id, membership_id) references memberships (organization_id, id),
  constraint membership_usage_event_fk foreign key (organization_id, event_id) references events (organization_id, id),
  constraint membership_usage_visit_fk foreign key (organization_id, visit_id) references visits (organization_id, id),
  constraint membership_usage_reversal_fk foreign key (organization_id, reverses_id) references membership_usage (organization_id, id),
  constraint membership_usage_maker_fk foreign key (made_by) references users (id),
  constraint membership_usage_type_is_known
    check (usage_type in ('granted', 'class', 'visit', 'guest_pass', 'personal_training', 'returned', 'adjustment', 'expired')),
  constraint membership_usage_moves_something check (quantity <> 0),
  constraint membership_usage_adjustment_has_a_reason check (usage_type <> 'adjustment' or length(btrim(reason)) > 0)
);
comment on table membership_usage is 'The ledger of a membership: one row per use (negative), grant, return or adjustment. The balance is the sum; rows are reversed, never changed.';
create index membership_usage_membership_idx on membership_usage (organization_id, membership_id, created_at);
create index membership_usage_event_idx on membership_usage (organization_id, event_id) where event_id is not null;
create index membership_usage_visit_idx on membership_usage (organization_id, visit_id) where visit_id is not null;
create index membership_usage_maker_idx on membership_usage (made_by);

set role zore_definer;

create function members.check_plan_of_chain() returns trigger
  language plpgsql security definer
  set search_path = ''
as $$
begin
  if new.plan_organization_id <> new.organization_id
     and not exists (select from public.organizations
                      where id = new.organization_id and parent_organization_id = new.plan_organization_id) then
    if access.is_elsewhere(new.organization_id) then
      return new;
    end if;
    raise foreign_key_violation using
      message = 'the plan belongs neither to the gym nor to its chain',
      constraint = 'memberships_plan_fk';
  end if;
  return new;
end
$$;

create function members.check_plan_location() returns trigger
  language plpgsql security definer
  set search_path = ''
as $$
begin
  if new.location_organization_id not in (select access.chain_of(new.organization_id)) then
    if access.is_elsewhere(new.organization_id) then
      return new;
    end if;
    raise foreign_key_violation using
      message = 'the gym does not belong to the chain',
      constraint = 'membership_plan_locations_location_fk';
  end if;
  return new;
end
$$;

create function members.my_memberships() returns setof uuid
  language sql stable security definer
  set search_path = ''
as $$
  select m.id
    from public.memberships m
   where m.organization_id = (select access.organization_id())
     and m.client_id = (select members.client_id())
$$;
comment on function members.my_memberships() is 'The memberships of the bound user as a client of the bound gym.';

grant execute on function members.my_memberships() to zore_owner, zore_admin, zore_staff, zore_trainer, zore_member;

reset role;

create trigger check_plan before insert or update of organization_id, plan_organization_id, plan_id on memberships
  for each row execute function members.check_plan_of_chain();
create trigger check_location before insert or update on membership_plan_locations
  for each row execute function members.check_plan_location();

call access.keep_version('membership_plans');
call access.keep_version('memberships');
call access.keep_version('membership_pauses');

-- A chain's plans are seen in the gyms below it: the floor lets the parent's rows through for reading, and only then.
create procedure access.protect_table_of_chain(p_table regclass)
  language plpgsql
  set search_path = ''
as $$
declare
  v_verb text;
begin
  call access.force_row_security(p_table);
  execute format($policy$
    create policy "never beyond the bound organization and the chain above it" on %s
      as restrictive for select
      to zore_owner, zore_admin, zore_staff, zore_trainer, zore_member
      using (organization_id = (select access.organization_id()) or organization_id = (select access.parent_organization_id()))
  $policy$, p_table);
  execute format($policy$
    create policy "never add beyond the bound organization" on %s
      as restrictive for insert
      to zore_owner, zore_admin, zore_staff, zore_trainer, zore_member
      with check (organization_id = (select access.organization_id()))
  $policy$, p_table);
  execute format($policy$
    create policy "never change beyond the bound organization" on %s
      as restrictive for update
      to zore_owner, zore_admin, zore_staff, zore_trainer, zore_member
      using (organization_id = (select access.organization_id()))
      with check (organization_id = (select access.organization_id()))
  $policy$, p_table);
  execute format($policy$
    create policy "never remove beyond the bound organization" on %s
      as restrictive for delete
      to zore_owner, zore_admin, zore_staff, zore_trainer, zore_member
      using (organization_id = (select access.organization_id()))
  $policy$, p_table);
end
$$;

call access.protect_table_of_chain('membership_plans');
grant select on membership_plans to zore_owner, zore_admin, zore_staff, zore_trainer, zore_member;
grant insert (organization_id, id, name, kind, description, price_minor, currency, billing_period, joining_fee_minor,
              minimum_term_months, notice_days, uses_per_period, use_period, valid_days, features, everywhere)
  on membership_plans to zore_owner, zore_admin;
grant update (name, kind, description, price_minor, currency, billing_period, joining_fee_minor, minimum_term_months, notice_days,
              uses_per_period, use_period, valid_days, features, everywhere, archived_at)
  on membership_plans to zore_owner, zore_admin;
create policy "everyone sees plans" on membership_plans
  for select to zore_owner, zore_admin, zore_staff, zore_trainer, zore_member
  using (true);
create policy "admins and above with the right add plans" on membership_plans
  for insert to zore_owner, zore_admin
  with check ((select access.permitted('plans.edit')));
create policy "admins and above with the right change plans" on membership_plans
  for update to zore_owner, zore_admin
  using ((select access.permitted('plans.edit')))
  with check ((select access.permitted('plans.edit')));

call access.protect_table_of_chain('membership_plan_locations');
grant select on membership_plan_locations to zore_owner, zore_admin, zore_staff, zore_trainer, zore_member;
grant insert, delete on membership_plan_locations to zore_owner, zore_admin;
create policy "everyone sees where plans are valid" on membership_plan_locations
  for select to zore_owner, zore_admin, zore_staff, zore_trainer, zore_member
  using (true);
create policy "admins and above with the right say where plans are valid" on membership_plan_locations
  for insert to zore_owner, zore_admin
  with check ((select access.permitted('plans.edit')));
create policy "admins and above with the right withdraw plans from gyms" on membership_plan_locations
  for delete to zore_owner, zore_admin
  using ((select access.permitted('plans.edit')));

call access.protect_tenant_table('memberships');
grant select on memberships to zore_owner, zore_admin, zore_staff, zore_trainer, zore_member;
grant insert (organization_id, id, client_id, plan_organization_id, plan_id, plan_name, status, starts_on, ends_on, minimum_until,
              price_minor, currency, billing_period, next_billing_on, auto_renew, sold_by, terms)
  on memberships to zore_owner, zore_admin, zore_staff;
grant update (plan_organization_id, plan_id, plan_name, status, starts_on, ends_on, minimum_until, price_minor, currency, billing_period,
              next_billing_on, auto_renew, cancelled_at, cancelled_for, cancel_reason, terms)
  on memberships to zore_owner, zore_admin, zore_staff;
create policy "everyone sees their own memberships" on memberships
  for select to zore_owner, zore_admin, zore_staff, zore_trainer, zore_member
  using (client_id = (select members.client_id()));
create policy "staff and above see memberships" on memberships
  for select to zore_owner, zore_admin, zore_staff
  using (true);
create policy "staff and above sell, in their own name" on memberships
  for insert to zore_owner, zore_admin, zore_staff
  with check (sold_by = (select access.user_id()));
create policy "staff and above change memberships" on memberships
  for update to zore_owner, zore_admin, zore_staff
  using (true)
  with check (true);

call access.protect_tenant_table('membership_pauses');
grant select on membership_pauses to zore_owner, zore_admin, zore_staff, zore_trainer, zore_member;
grant insert (organization_id, id, membership_id, starts_on, ends_on, reason, fee_minor, made_by)
  on membership_pauses to zore_owner, zore_admin, zore_staff;
grant update (starts_on, ends_on, reason, fee_minor, resumed_on) on membership_pauses to zore_owner, zore_admin, zore_staff;
create policy "everyone sees their own pauses" on membership_pauses
  for select to zore_owner, zore_admin, zore_staff, zore_trainer, zore_member
  using (membership_id in (select members.my_memberships()));
create policy "staff and above see pauses" on membership_pauses
  for select to zore_owner, zore_admin, zore_staff
  using (true);
create policy "staff and above freeze, in their own name" on membership_pauses
  for insert to zore_owner, zore_admin, zore_staff
  with check (made_by = (select access.user_id()));
create policy "staff and above change pauses" on membership_pauses
  for update to zore_owner, zore_admin, zore_staff
  using (true)
  with check (true);

call access.protect_tenant_table('membership_usage');
grant select on membership_usage to zore_owner, zore_admin, zore_staff, zore_trainer, zore_member;
grant insert (organization_id, id, membership_id, event_id, visit_id, usage_type, quantity, reverses_id, reason, expires_on, made_by)
  on membership_usage to zore_owner, zore_admin, zore_staff;
create policy "everyone sees their own ledger" on membership_usage
  for select to zore_owner, zore_admin, zore_staff, zore_trainer, zore_member
  using (membership_id in (select members.my_memberships()));
create policy "staff and above see ledgers" on membership_usage
  for select to zore_owner, zore_admin, zore_staff
  using (true);
create policy "staff and above add lines, in their own name" on membership_usage
  for insert to zore_owner, zore_admin, zore_staff
  with check (made_by = (select access.user_id()));

-- ---------------------------------------------------------------------------------------------------------------
-- Undoing an import of members: possible while nothing else has touched them
-- ---------------------------------------------------------------------------------------------------------------

set role zore_definer;

create function members.remember_before(p_import uuid) returns void
  language plpgsql volatile security definer
  set search_path = ''
as $$
declare
  v_organization uuid := access.organization_id();
begin
  if not access.permitted('members.import') then
    raise insufficient_privilege using message = 'this account may not import members';
  end if;
  update public.import_rows r
     set before = jsonb_build_object('client', to_jsonb(c), 'standing', to_jsonb(co))
    from public.client_organizations co
    left join public.clients c
      on c.organization_id = co.organization_id
     and c.id = co.client_id
   where r.organization_id = v_organization
     and r.import_id = p_import
     and r.outcome = 'updated'
     and r.before is null
     and co.organization_id = v_organization
     and co.client_id = r.client_id
     and exists (select from public.imports i
                  where i.organization_id = v_organization and i.id = p_import and i.status = 'running');
end
$$;
comment on function members.remember_before(uuid) is
  'Keeps what members were before a running import updates them, medical notes included, where no tier reads them. Of visitors from another gym of the chain only the standing.';

create function members.remember_versions(p_import uuid) returns void
  language plpgsql volatile security definer
  set search_path = ''
as $$
declare
  v_organization uuid := access.organization_id();
begin
  if not access.permitted('members.import') then
    raise insufficient_privilege using message = 'this account may not import members';
  end if;
  update public.import_rows r
     set client_version = c.version,
         standing_version = co.version
    from public.client_organizations co
    left join public.clients c
      on c.organization_id = co.organization_id
     and c.id = co.client_id
   where r.organization_id = v_organization
     and r.import_id = p_import
     and r.outcome = 'updated'
     and co.organization_id = v_organization
     and co.client_id = r.client_id
     and exists (select from public.imports i
                  where i.organization_id = v_organization and i.id = p_import and i.status = 'running');
end
$$;
comment on function members.remember_versions(uuid) is 'Keeps the versions that a running import leaves the members it updated with.';

create function members.import_obstacles(p_import uuid)
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
           and r.outcome in ('created', 'updated')) o
     where o.obstacle is not null
     order by o.row_number;
end
$$;
comment on function members.import_obstacles(uuid) is
  'The members of an import whom something else has touched since, and what: while there is one, the import cannot be undone.';

create function members.undo_import(p_import uuid) returns bigint
  language plpgsql volatile security definer
  set search_path = ''
as $$
declare
  v_organization uuid := access.organization_id();
  v_import public.imports;
  v_users uuid[];
  v_rows bigint;
begin
  if not access.permitted('members.import') then
    raise insufficient_privilege using message = 'this account may not import members';
  end if;
  select * into v_import
    from public.imports i
   where i.organization_id = v_organization and i.id = p_import
     for update;
  if v_import.status is distinct from 'done' then
    raise check_violation using message = 'only an import that is done can be undone', constraint = 'imports_undone_once';
  end if;
  -- Whoever is changing one of these members finishes first; whoever comes later waits.
  perform
    from public.client_organizations co
    join public.import_rows r
      on r.organization_id = co.organization_id
     and r.client_id = co.client_id
   where co.organization_id = v_organization
     and r.import_id = p_import
   order by co.client_id
     for update of co;
  perform
    from public.clients c
    join public.import_rows r
      on r.organization_id = c.organization_id
     and r.client_id = c.id
   where c.organization_id = v_organization
     and r.import_id = p_import
   order by c.id
     for update of c;
  if exists (select from members.import_obstacles(p_import)) then
    raise check_violation using message = 'members of the import were changed since', constraint = 'imports_undo_untouched';
  end if;
  perform set_config('zore.reason', 'import undone: ' || v_import.file_name, true);

  delete from public.taggables t
   using public.import_rows r
   where r.organization_id = v_organization
     and r.import_id = p_import
     and t.organization_id = v_organization
     and t.subject_type = 'clients'
     and t.subject_id = r.client_id
     and t.tag_id = any (r.tag_ids);
  delete from public.client_notes n
   using public.import_rows r
   where r.organization_id = v_organization
     and r.import_id = p_import
     and n.organization_id = v_organization
     and n.id = r.note_id;

  -- Members who were updated get back what they had before the first row that touched them.
  update public.clients c
     set (given_name, family_name, birth_date, gender, email, phone, street, postal_code, city, country, emergency_name,
          emergency_phone, emergency_relation, medical_notes, care_points, preferences)
       = (select b.given_name, b.family_name, b.birth_date, b.gender, b.email, b.phone, b.street, b.postal_code, b.city, b.country,
                 b.emergency_name, b.emergency_phone, b.emergency_relation, b.medical_notes, b.care_points, b.preferences
            from jsonb_populate_record(null::public.clients, f.before -> 'client') b)
    from (select distinct on (r.client_id) r.client_id, r.before
            from public.import_rows r
           where r.organization_id = v_organization
             and r.import_id = p_import
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
    from public.import_rows r
   where r.organization_id = v_organization
     and r.import_id = p_import
     and r.outcome = 'updated'
     and co.organization_id = v_organization
     and co.client_id = r.client_id;

  -- Members who were made go, and the rows of users that were made for them.
  delete from public.client_organizations co
   using public.import_rows r
   where r.organization_id = v_organization
     and r.import_id = p_import
     and r.outcome = 'created'
     and co.organization_id = v_organization
     and co.client_id = r.client_id;
  with gone as (
    delete from public.clients c
     using public.import_rows r
     where r.organization_id = v_organization
       and r.import_id = p_import
       and r.outcome = 'created'
       and c.organization_id = v_organization
       and c.id = r.client_id
    returning c.user_id)
  select array_agg(g.user_id) into v_users from gone g;
  delete from public.users u
   where u.id = any (v_users)
     and u.sign_in_email is null
     and not exists (select from public.user_organizations uo where uo.user_id = u.id)
     and not exists (select from public.clients c where c.user_id = u.id);
  delete from public.tags t
   where t.organization_id = v_organization
     and t.id = any (v_import.made_tags)
     and not exists (select from public.taggables g where g.organization_id = v_organization and g.tag_id = t.id);

  select count(*) into v_rows
    from public.import_rows r
   where r.organization_id = v_organization
     and r.import_id = p_import
     and r.outcome in ('created', 'updated');
  update public.imports i
     set status = 'undone',
         undone_by = access.user_id(),
         undone_at = clock_timestamp()
   where i.organization_id = v_organization
     and i.id = p_import;
  return v_rows;
end
$$;
comment on function members.undo_import(uuid) is
  'Takes a whole import back: made members go, updated ones get back what they had. All or nothing; refused while members.import_obstacles() names one.';

grant execute on function
  members.remember_before(uuid), members.remember_versions(uuid), members.import_obstacles(uuid), members.undo_import(uuid)
  to zore_owner, zore_admin, zore_staff;

reset role;
