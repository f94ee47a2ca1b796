-- V7: the audit trail: who changed what, when, from which value to which; and who read what is not for every eye.
--
-- Rows are written by statement-level triggers with transition tables (a bulk change costs one statement, not one per
-- row), into monthly partitions. No tier may insert; nobody, not even the tables' owner, may change or remove a row.
-- Medical values are stored as digests.

create table audit_logs (
  organization_id uuid not null,
  id uuid not null default uuidv7(),
  occurred_at timestamptz not null,
  transaction_id xid8 not null,
  actor_user_id uuid,
  actor_tier text,
  ui_session_id uuid,
  login text not null,
  action text not null,
  table_name text not null,
  row_key text,
  subject_client_id uuid,
  old_values jsonb,
  new_values jsonb,
  reason text,
  row_digest bytea not null,
  constraint audit_logs_pk primary key (organization_id, occurred_at, id),
  constraint audit_logs_action_is_a_word check (action ~ '^[a-z]+(-[a-z]+)*$'),
  constraint audit_logs_digest_is_sha256 check (length(row_digest) = 32)
) partition by range (occurred_at);
comment on table audit_logs is
  'Immutable. organization_id is all zeroes for what belongs to no organization. old_values and new_values hold the changed keys of an update, the whole row otherwise. transaction_id groups the rows of one change.';
comment on column audit_logs.row_digest is 'SHA-256 of the row''s canonical form, audit.digest().';
create index audit_logs_actor_idx on audit_logs (organization_id, actor_user_id, occurred_at);
create index audit_logs_subject_idx on audit_logs (organization_id, subject_client_id, occurred_at);
create index audit_logs_row_idx on audit_logs (organization_id, table_name, row_key, occurred_at);

create table audit.audit_logs_default partition of audit_logs default;

create table audit_seals (
  organization_id uuid not null,
  id uuid not null default uuidv7(),
  from_transaction xid8 not null,
  until_transaction xid8 not null,
  row_count bigint not null,
  merkle_root bytea not null,
  previous_digest bytea,
  digest bytea not null,
  sealed_at timestamptz not null default clock_timestamp(),
  constraint audit_seals_pk primary key (organization_id, id),
  constraint audit_seals_window_key unique (organization_id, from_transaction),
  constraint audit_seals_organization_fk foreign key (organization_id) references organizations (id),
  constraint audit_seals_window_in_order check (until_transaction > from_transaction),
  constraint audit_seals_count_is_not_negative check (row_count >= 0),
  constraint audit_seals_digests_are_sha256 check (length(merkle_root) = 32 and length(digest) = 32)
);
comment on table audit_seals is
  'Per organization, over a window of finished transactions [from, until): a Merkle root chained to the seal before.';

-- ---------------------------------------------------------------------------------------------------------------
-- Immutable
-- ---------------------------------------------------------------------------------------------------------------

create function audit.refuse_change() returns trigger
  language plpgsql
  set search_path = ''
as $$
begin
  raise insufficient_privilege using
    message = format('%s on %s: the audit trail is never changed', tg_op, tg_table_name);
end
$$;

create trigger never_changed before update or delete on audit_logs for each row execute function audit.refuse_change();
create trigger never_changed_at_all before update or delete or truncate on audit_logs
  for each statement execute function audit.refuse_change();
create trigger never_truncated before truncate on audit.audit_logs_default
  for each statement execute function audit.refuse_change();
create trigger never_changed before update or delete or truncate on audit_seals
  for each statement execute function audit.refuse_change();
alter table audit_logs enable always trigger never_changed;
alter table audit_logs enable always trigger never_changed_at_all;
alter table audit.audit_logs_default enable always trigger never_truncated;
alter table audit_seals enable always trigger never_changed;

-- ---------------------------------------------------------------------------------------------------------------
-- Capture
-- ---------------------------------------------------------------------------------------------------------------

set role zore_definer;

create function audit.digest(p_organization uuid, p_id uuid, p_occurred_at timestamptz, p_transaction xid8, p_actor uuid, p_tier text,
                             p_session uuid, p_login text, p_action text, p_table text, p_key text, p_subject uuid, p_old jsonb,
                             p_new jsonb, p_reason text) returns bytea
  language sql stable parallel safe
  set search_path = ''
as $$
  -- Canonical form: a JSON array of the columns in table order, instants as microseconds since 1970, without the digest.
  select sha256(convert_to(jsonb_build_array(
    p_organization, p_id, (extract(epoch from p_occurred_at) * 1000000)::bigint, p_transaction::text, p_actor, p_tier, p_session,
    p_login, p_action, p_table, p_key, p_subject, p_old, p_new, p_reason)::text, 'UTF8'))
$$;

create function audit.mask(p_row jsonb, p_hidden text[]) returns jsonb
  language sql immutable parallel safe
  set search_path = ''
as $$
  select case when p_hidden = '{}' then p_row else p_row || coalesce(
    (select jsonb_object_agg(h, 'sha256:' || encode(sha256(convert_to(coalesce(p_row ->> 'id', p_row ->> 'client_id') || ':' || (p_row ->> h), 'UTF8')), 'hex'))
       from unnest(p_hidden) h
      where p_row ->> h is not null), '{}') end
$$;
comment on function audit.mask(jsonb, text[]) is 'Replaces what no trail may show by a digest salted with the row''s id: a change is seen, the value is not.';

create function audit.capture() returns trigger
  language plpgsql security definer
  set search_path = ''
as $$
declare
  v_session public.ui_sessions := access.live_session();
  v_hidden text[] := string_to_array(tg_argv[0], ',');
  v_ignored text[] := string_to_array(tg_argv[1], ',') || array['updated_at', 'version'];
  v_nowhere constant uuid := '00000000-0000-0000-0000-000000000000';
  v_at constant timestamptz := clock_timestamp();
  v_transaction constant xid8 := pg_current_xact_id();
  v_login constant text := session_user;
  v_table constant text := tg_table_name;
  v_reason constant text := nullif(current_setting('zore.reason', true), '');
begin
  if tg_op = 'INSERT' then
    with changes as materialized (
      select uuidv7() as id, audit.mask(jsonb_strip_nulls(to_jsonb(n)), v_hidden) as after from new_rows n
    ), keyed as materialized (
      select id, after, null::jsonb as before, 'insert' as action,
             coalesce((after ->> 'organization_id')::uuid, case when v_table = 'organizations' then (after ->> 'id')::uuid end, v_session.organization_id, v_nowhere) as organization_id,
             coalesce(after ->> 'id', after ->> 'client_id', after ->> 'plan_id') as row_key,
             coalesce((after ->> 'client_id')::uuid, case when v_table = 'clients' then (after ->> 'id')::uuid when after ->> 'subject_type' = 'clients' then (after ->> 'subject_id')::uuid end) as subject
        from changes
    )
    insert into public.audit_logs (organization_id, id, occurred_at, transaction_id, actor_user_id, actor_tier, ui_session_id, login,
                                   action, table_name, row_key, subject_client_id, old_values, new_values, reason, row_digest)
    select k.organization_id, k.id, v_at, v_transaction, v_session.user_id, v_session.tier, v_session.id, v_login,
           k.action, v_table, k.row_key, k.subject, k.before, k.after, v_reason,
           audit.digest(k.organization_id, k.id, v_at, v_transaction, v_session.user_id, v_session.tier, v_session.id, v_login,
                        k.action, v_table, k.row_key, k.subject, k.before, k.after, v_reason)
      from keyed k;
  elsif tg_op = 'DELETE' then
    with changes as materialized (
      select uuidv7() as id, audit.mask(jsonb_strip_nulls(to_jsonb(o)), v_hidden) as before from old_rows o
    ), keyed as materialized (
      select id, null::jsonb as after, before, 'delete' as action,
             coalesce((before ->> 'organization_id')::uuid, case when v_table = 'organizations' then (before ->> 'id')::uuid end, v_session.organization_id, v_nowhere) as organization_id,
             coalesce(before ->> 'id', before ->> 'client_id', before ->> 'plan_id') as row_key,
             coalesce((before ->> 'client_id')::uuid, case when v_table = 'clients' then (before ->> 'id')::uuid when before ->> 'subject_type' = 'clients' then (before ->> 'subject_id')::uuid end) as subject
        from changes
    )
    insert into public.audit_logs (organization_id, id, occurred_at, transaction_id, actor_user_id, actor_tier, ui_session_id, login,
                                   action, table_name, row_key, subject_client_id, old_values, new_values, reason, row_digest)
    select k.organization_id, k.id, v_at, v_transaction, v_session.user_id, v_session.tier, v_session.id, v_login,
           k.action, v_table, k.row_key, k.subject, k.before, k.after, v_reason,
           audit.digest(k.organization_id, k.id, v_at, v_transaction, v_session.user_id, v_session.tier, v_session.id, v_login,
                        k.action, v_table, k.row_key, k.subject, k.before, k.after, v_reason)
      from keyed k;
  else
    -- Old and new are paired by key; a row whose key itself was changed (superuser only) shows as one gone and one come.
    with olds as materialized (
      select coalesce(j ->> 'id', j ->> 'client_id') || coalesce(j ->> 'organization_id', '') as k, j
        from (select audit.mask(to_jsonb(o), v_hidden) as j from old_rows o) x
    ), news as materialized (
      select coalesce(j ->> 'id', j ->> 'client_id') || coalesce(j ->> 'organization_id', '') as k, j
        from (select audit.mask(to_jsonb(n), v_hidden) as j from new_rows n) x
    ), changes as materialized (
      select uuidv7() as id, coalesce(n.j, o.j) as whole, d.before, d.after
        from olds o
        full join news n on n.k = o.k
        cross join lateral (
          select jsonb_object_agg(key, o.j -> key) filter (where o.j is not null) as before,
                 jsonb_object_agg(key, n.j -> key) filter (where n.j is not null) as after,
                 count(*) as changed
            from jsonb_object_keys(coalesce(n.j, o.j)) key
           where (n.j -> key) is distinct from (o.j -> key)
             and key <> all (v_ignored)) d
       where d.changed > 0
    ), keyed as materialized (
      select id, after, before,
             case when after is null then 'delete' when before is null then 'insert' else 'update' end as action,
             coalesce((whole ->> 'organization_id')::uuid, case when v_table = 'organizations' then (whole ->> 'id')::uuid end, v_session.organization_id, v_nowhere) as organization_id,
             coalesce(whole ->> 'id', whole ->> 'client_id', whole ->> 'plan_id') as row_key,
             coalesce((whole ->> 'client_id')::uuid, case when v_table = 'clients' then (whole ->> 'id')::uuid when whole ->> 'subject_type' = 'clients' then (whole ->> 'subject_id')::uuid end) as subject
        from changes
    )
    insert into public.audit_logs (organization_id, id, occurred_at, transaction_id, actor_user_id, actor_tier, ui_session_id, login,
                                   action, table_name, row_key, subject_client_id, old_values, new_values, reason, row_digest)
    select k.organization_id, k.id, v_at, v_transaction, v_session.user_id, v_session.tier, v_session.id, v_login,
           k.action, v_table, k.row_key, k.subject, k.before, k.after, v_reason,
           audit.digest(k.organization_id, k.id, v_at, v_transaction, v_session.user_id, v_session.tier, v_session.id, v_login,
                        k.action, v_table, k.row_key, k.subject, k.before, k.after, v_reason)
      from keyed k;
  end if;
  return null;
end
$$;
comment on function audit.capture() is
  'Statement-level audit trigger. First argument: columns stored as digests; second: columns that are derived and not worth a line.';

create function audit.write(p_organization uuid, p_action text, p_table text, p_key text, p_subject uuid, p_details jsonb, p_reason text)
  returns void
  language plpgsql volatile security definer
  set search_path = ''
as $$
declare
  v_session public.ui_sessions := access.live_session();
  v_id constant uuid := uuidv7();
  v_at constant timestamptz := clock_timestamp();
  v_login constant text := session_user;
begin
  insert into public.audit_logs (organization_id, id, occurred_at, transaction_id, actor_user_id, actor_tier, ui_session_id, login,
                                 action, table_name, row_key, subject_client_id, old_values, new_values, reason, row_digest)
  values (p_organization, v_id, v_at, pg_current_xact_id(), v_session.user_id, v_session.tier, v_session.id, v_login,
          p_action, p_table, p_key, p_subject, null, p_details, p_reason,
          audit.digest(p_organization, v_id, v_at, pg_current_xact_id(), v_session.user_id, v_session.tier, v_session.id, v_login,
                       p_action, p_table, p_key, p_subject, null, p_details, p_reason));
end
$$;
comment on function audit.write(uuid, text, text, text, uuid, jsonb, text) is 'One line that no trigger can see: a read, a sign-in. For other helper functions only.';

-- ---------------------------------------------------------------------------------------------------------------
-- Reads that matter
-- ---------------------------------------------------------------------------------------------------------------

create function members.medical_notes(p_client uuid, p_reason text)
  returns table (medical_notes text, care_points text)
  language plpgsql volatile security definer
  set search_path = ''
as $$
declare
  v_organization uuid := access.organization_id();
begin
  if not access.permitted('members.medical') then
    raise insufficient_privilege using message = 'this account may not read medical notes';
  end if;
  if not exists (select from public.clients c where c.organization_id = v_organization and c.id = p_client) then
    return;
  end if;
  perform audit.write(v_organization, 'read', 'clients', p_client::text, p_client, '{"fields": ["medical_notes", "care_points"]}', p_reason);
  return query
    select c.medical_notes, c.care_points
      from public.clients c
     where c.organization_id = v_organization
       and c.id = p_client;
end
$$;
comment on function members.medical_notes(uuid, text) is 'Medical notes of a client at home, for those with the right; the read is logged. No row for a client of another gym.';

create function members.has_medical_notes(p_client uuid) returns boolean
  language sql stable security definer
  set search_path = ''
as $$
  select exists (select
                   from public.clients c
                  where c.organization_id = (select access.organization_id())
                    and c.id = p_client
                    and (c.medical_notes is not null or c.care_points is not null)
                    and (select access.permitted('members.medical')))
$$;
comment on function members.has_medical_notes(uuid) is 'Whether there is something to reveal; false for those without the right.';

create function schedule.class_roster(p_event uuid)
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
  if v_event.id is null or not (access.rank(v_tier) >= 3 or (v_tier = 'trainer' and v_event.trainer_id = v_user)) then
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
comment on function schedule.class_roster(uuid) is
  'The roster of an event for its trainer (and staff and above): names, photo, first visit, birthday, care points. The read is logged.';

create function access.record_read(p_action text, p_table text, p_key text, p_subject uuid, p_details jsonb, p_reason text) returns void
  language plpgsql volatile security definer
  set search_path = ''
as $$
begin
  if p_action not in ('export', 'print', 'read') then
    raise check_violation using message = 'only reads are recorded this way';
  end if;
  if p_action = 'export' and not access.permitted('members.export') then
    raise insufficient_privilege using message = 'this account may not export';
  end if;
  perform audit.write(access.organization_id(), p_action, p_table, p_key, p_subject, p_details, p_reason);
end
$$;
comment on function access.record_read(text, text, text, uuid, jsonb, text) is
  'Logs a read that the program knows of: an export, a print, a view. Always in the caller''s own name.';

create function access.record_sign_in(p_user uuid, p_email text, p_outcome text, p_address text) returns void
  language plpgsql volatile security definer
  set search_path = ''
as $$
declare
  v_organization uuid := coalesce(
    (select s.organization_id from access.standings(p_user) s order by s.is_primary desc limit 1),
    '00000000-0000-0000-0000-000000000000');
begin
  if p_outcome not in ('succeeded', 'failed', 'throttled', 'signed-out') then
    raise check_violation using message = 'unknown outcome of a sign-in';
  end if;
  if p_outcome = 'succeeded' then
    update public.users set last_signed_in_at = clock_timestamp() where id = p_user;
  end if;
  -- An address nobody has is kept as a digest only: it may be a password typed into the wrong field.
  perform audit.write(v_organization, 'sign-in', 'users', p_user::text, null,
    jsonb_strip_nulls(jsonb_build_object(
      'outcome', p_outcome,
      'user', p_user,
      'email', case when p_user is null then 'sha256:' || encode(sha256(convert_to(lower(p_email), 'UTF8')), 'hex') end,
      'address', p_address)), null);
end
$$;

grant execute on function members.medical_notes(uuid, text), members.has_medical_notes(uuid) to zore_owner, zore_admin, zore_staff;
grant execute on function schedule.class_roster(uuid) to zore_owner, zore_admin, zore_staff, zore_trainer;
grant execute on function access.record_read(text, text, text, uuid, jsonb, text) to zore_owner, zore_admin, zore_staff, zore_trainer;
grant execute on function access.record_sign_in(uuid, text, text, text) to zore_gate;

-- ---------------------------------------------------------------------------------------------------------------
-- Background work
-- ---------------------------------------------------------------------------------------------------------------

create function jobs.partition_alarm() returns bigint
  language sql stable security definer
  set search_path = ''
as $$
  select count(*) from audit.audit_logs_default
$$;
comment on function jobs.partition_alarm() is 'Rows that no month''s partition took. Anything above 0 is an alarm: a month was not made ahead.';

create function jobs.sweep_sessions() returns int
  language plpgsql volatile security definer
  set search_path = ''
as $$
declare
  v_count int;
begin
  -- Closed bindings are kept for 40 days, so that the trail's sessions can be looked up.
  delete from public.ui_sessions
   where expires_at < clock_timestamp() - interval '40 days';
  get diagnostics v_count = row_count;
  return v_count;
end
$$;

create function jobs.found_organization(p_slug text, p_name text, p_parent_slug text, p_time_zone text, p_locale text, p_currency text,
                                        p_phone_region text, p_owner_email text, p_owner_name text, p_password_hash text)
  returns uuid
  language plpgsql volatile security definer
  set search_path = ''
as $$
declare
  v_parent uuid;
  v_organization uuid;
  v_email text := lower(btrim(p_owner_email));
  v_user uuid;
begin
  if p_parent_slug is not null then
    select id into v_parent from public.organizations where slug = p_parent_slug;
    if v_parent is null then
      raise foreign_key_violation using message = 'there is no such chain', constraint = 'organizations_parent_fk';
    end if;
  elsif v_email is null then
    raise check_violation using message = 'a chain or a gym of its own needs an owner', constraint = 'user_organizations_last_owner_stays';
  end if;
  insert into public.organizations (slug, name, parent_organization_id, time_zone, locale, currency, phone_region)
  values (p_slug, p_name, v_parent, p_time_zone, p_locale, p_currency, p_phone_region)
  returning id into v_organization;
  if v_email is not null then
    select id into v_user from public.users where sign_in_email = v_email;
    if v_user is null then
      insert into public.users (display_name, sign_in_email, password_hash)
      values (btrim(p_owner_name), v_email, p_password_hash)
      returning id into v_user;
    end if;
    insert into public.user_organizations (organization_id, user_id, role, is_primary)
    values (v_organization, v_user, 'owner', not exists (select from public.user_organizations where user_id = v_user));
  end if;
  return v_organization;
end
$$;
comment on function jobs.found_organization(text, text, text, text, text, text, text, text, text, text) is
  'Founds a chain or a gym with its first owner (a gym of a chain may do without one of its own). An existing account keeps its password. For the operator of the installation, never for a bound session.';

create function jobs.has_organizations() returns boolean
  language sql stable security definer
  set search_path = ''
as $$
  select exists (select from public.organizations)
$$;

create function jobs.has_organization(p_slug text) returns boolean
  language sql stable security definer
  set search_path = ''
as $$
  select exists (select from public.organizations where slug = p_slug)
$$;

grant execute on function
  jobs.partition_alarm(), jobs.sweep_sessions(), jobs.has_organizations(), jobs.has_organization(text),
  jobs.found_organization(text, text, text, text, text, text, text, text, text, text)
  to zore_jobs;

reset role;

grant usage on schema audit to zore_migrator;

create function jobs.make_partitions(p_months int) returns int
  language plpgsql volatile security definer
  set search_path = ''
as $$
declare
  v_month date;
  v_name text;
  v_made int := 0;
begin
  perform pg_advisory_xact_lock(hashtext('audit_logs partitions'));
  for i in 0 .. least(greatest(p_months, 4), 36) loop
    v_month := (date_trunc('month', now() at time zone 'UTC') + make_interval(months => i))::date;
    v_name := 'audit_logs_' || to_char(v_month, 'YYYY_MM');
    continue when to_regclass('audit.' || v_name) is not null;
    begin
      execute format('create table audit.%I (like public.audit_logs including defaults including constraints)', v_name);
      -- The CHECK spares the attachment a scan; it says what the partition bound says.
      execute format($sql$alter table audit.%I add constraint %I check (occurred_at >= %L and occurred_at < %L)$sql$,
        v_name, v_name || '_month',
        v_month || ' 00:00:00+00', (v_month + interval '1 month')::date || ' 00:00:00+00');
      execute format('alter table audit.%I enable row level security', v_name);
      execute format('alter table audit.%I force row level security', v_name);
      execute format('create trigger never_truncated before truncate on audit.%I for each statement execute function audit.refuse_change()', v_name);
      execute format('alter table audit.%I enable always trigger never_truncated', v_name);
      execute format('alter table public.audit_logs attach partition audit.%I for values from (%L) to (%L)',
        v_name, v_month || ' 00:00:00+00', (v_month + interval '1 month')::date || ' 00:00:00+00');
      v_made := v_made + 1;
    exception when check_violation then
      -- The default partition holds rows of this month: business goes on, the alarm says so.
      raise warning 'partition % could not be attached: rows of its month are in the default partition', v_name;
    end;
  end loop;
  return v_made;
end
$$;
comment on function jobs.make_partitions(int) is
  'Makes the audit partitions of this month and at least four months ahead (UTC months). Idempotent; the number made is returned.';
grant execute on function jobs.make_partitions(int) to zore_jobs;

-- ---------------------------------------------------------------------------------------------------------------
-- What is watched
-- ---------------------------------------------------------------------------------------------------------------

create procedure audit.watch(p_table regclass, p_hidden text default '', p_derived text default '')
  language plpgsql
  set search_path = ''
as $$
begin
  execute format('create trigger audit_insert after insert on %s referencing new table as new_rows for each statement execute function audit.capture(%L, %L)', p_table, p_hidden, p_derived);
  execute format('create trigger audit_update after update on %s referencing old table as old_rows new table as new_rows for each statement execute function audit.capture(%L, %L)', p_table, p_hidden, p_derived);
  execute format('create trigger audit_delete after delete on %s referencing old table as old_rows for each statement execute function audit.capture(%L, %L)', p_table, p_hidden, p_derived);
  execute format('alter table %s enable always trigger audit_insert', p_table);
  execute format('alter table %s enable always trigger audit_update', p_table);
  execute format('alter table %s enable always trigger audit_delete', p_table);
end
$$;

call audit.watch('organizations');
call audit.watch('users', 'password_hash', 'last_signed_in_at');
call audit.watch('user_organizations');
call audit.watch('ui_sessions', 'token_digest', 'last_seen_at');
call audit.watch('invitations', 'token_digest');
call audit.watch('clients', 'medical_notes,care_points');
call audit.watch('client_organizations', '', 'sort_name,visit_count,first_visit_at,last_visit_at,photo_version');
call audit.watch('client_photos', 'image,thumbnail');
call audit.watch('client_notes');
call audit.watch('visits');
call audit.watch('hand_over_notes');
call audit.watch('imports', '', 'rows_done');
call audit.watch('tags');
call audit.watch('taggables');
call audit.watch('rooms');
call audit.watch('event_series');
call audit.watch('events', '', 'booked_count,waitlist_count,during');
call audit.watch('event_participants');
call audit.watch('membership_plans');
call audit.watch('membership_plan_locations');
call audit.watch('memberships');
call audit.watch('membership_pauses');
call audit.watch('membership_usage');
call audit.watch('notification_preferences');

-- ---------------------------------------------------------------------------------------------------------------
-- Policies
-- ---------------------------------------------------------------------------------------------------------------

alter table audit_logs enable row level security;
alter table audit_logs force row level security;
alter table audit.audit_logs_default enable row level security;
alter table audit.audit_logs_default force row level security;
alter table audit_seals enable row level security;
alter table audit_seals force row level security;

grant select, insert on audit_logs, audit_seals to zore_definer;
grant select on audit.audit_logs_default to zore_definer;
create policy "helper functions write and read" on audit_logs for select to zore_definer using (true);
create policy "helper functions write" on audit_logs for insert to zore_definer with check (true);
create policy "helper functions count what no month took" on audit.audit_logs_default for select to zore_definer using (true);
create policy "helper functions read seals" on audit_seals for select to zore_definer using (true);
create policy "helper functions seal" on audit_seals for insert to zore_definer with check (true);

create policy "never beyond the bound organization" on audit_logs
  as restrictive
  to zore_owner, zore_admin, zore_staff, zore_trainer, zore_member
  using (organization_id = (select access.organization_id()))
  with check (organization_id = (select access.organization_id()));
create policy "never beyond the bound organization" on audit_seals
  as restrictive
  to zore_owner, zore_admin, zore_staff, zore_trainer, zore_member
  using (organization_id = (select access.organization_id()))
  with check (organization_id = (select access.organization_id()));

grant select on audit_logs, audit_seals to zore_owner;
create policy "owners read the trail" on audit_logs for select to zore_owner using (true);
create policy "owners read the seals" on audit_seals for select to zore_owner using (true);

select jobs.make_partitions(4);
