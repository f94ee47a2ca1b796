-- V1: organizations, users and their roles; the binding of a UI session to a PostgreSQL role.
--
-- How isolation works, in one paragraph: a browser tab's UI session holds a random token. Every transaction begins
-- with  select set_config('zore.session', <token>, true)  on a connection of the tier's own login. Policies ask
-- access.organization_id(), which finds the token's digest in ui_sessions, checks that the session is live and that
-- its tier is session_user's, and raises otherwise. There is nothing to forget in a WHERE clause.
-- PostgreSQL manual: 5.9 Row Security Policies; CREATE FUNCTION, "Writing SECURITY DEFINER Functions Safely".

create schema access;
create schema audit;
create schema members;
create schema schedule;
create schema jobs;

revoke all on schema public from public;

grant usage on schema public to zore_definer, zore_owner, zore_admin, zore_staff, zore_trainer, zore_member;
grant usage, create on schema access, audit, members, schedule, jobs to zore_definer;
grant usage on schema access to zore_gate, zore_owner, zore_admin, zore_staff, zore_trainer, zore_member;
grant usage on schema members, schedule to zore_owner, zore_admin, zore_staff, zore_trainer, zore_member;
grant usage on schema jobs to zore_jobs;

alter default privileges revoke execute on functions from public;
set role zore_definer;
alter default privileges revoke execute on functions from public;
-- Whoever makes a trigger must be allowed to execute its function.
alter default privileges grant execute on functions to zore_migrator;
reset role;

-- ---------------------------------------------------------------------------------------------------------------
-- What every table gets
-- ---------------------------------------------------------------------------------------------------------------

create function access.touch() returns trigger
  language plpgsql
  set search_path = ''
as $$
begin
  new.updated_at := clock_timestamp();
  new.version := old.version + 1;
  new.created_at := old.created_at;
  return new;
end
$$;
comment on function access.touch() is 'Keeps updated_at and version (optimistic locking) whatever writes.';

create procedure access.force_row_security(p_table regclass)
  language plpgsql
  set search_path = ''
as $$
begin
  execute format('alter table %s enable row level security', p_table);
  execute format('alter table %s force row level security', p_table);
  execute format('grant select, insert, update, delete on %s to zore_definer', p_table);
  execute format('create policy "helper functions reach every row" on %s to zore_definer using (true) with check (true)', p_table);
end
$$;
comment on procedure access.force_row_security(regclass) is
  'Row Level Security on and forced; so far only the owner of the helper functions reaches rows.';

create procedure access.protect_tenant_table(p_table regclass)
  language plpgsql
  set search_path = ''
as $$
begin
  call access.force_row_security(p_table);
  execute format($policy$
    create policy "never beyond the bound organization" on %s
      as restrictive
      to zore_owner, zore_admin, zore_staff, zore_trainer, zore_member
      using (organization_id = (select access.organization_id()))
      with check (organization_id = (select access.organization_id()))
  $policy$, p_table);
end
$$;
comment on procedure access.protect_tenant_table(regclass) is
  'The floor under every tenant table: a restrictive policy that no permissive one can lift.';

create procedure access.keep_version(p_table regclass)
  language plpgsql
  set search_path = ''
as $$
begin
  execute format('create trigger touch before update on %s for each row execute function access.touch()', p_table);
end
$$;

-- ---------------------------------------------------------------------------------------------------------------
-- Tables
-- ---------------------------------------------------------------------------------------------------------------

create table organizations (
  id uuid not null default uuidv7(),
  slug text not null,
  name text not null,
  parent_organization_id uuid,
  time_zone text not null,
  locale text not null default 'en',
  currency text not null,
  phone_region text not null,
  settings jsonb not null default '{}',
  created_at timestamptz not null default clock_timestamp(),
  updated_at timestamptz not null default clock_timestamp(),
  version bigint not null default 0,
  constraint organizations_pk primary key (id),
  constraint organizations_slug_key unique (slug),
  constraint organizations_slug_is_a_word check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 60),
  constraint organizations_name_is_given check (length(btrim(name)) between 1 and 200),
  constraint organizations_parent_fk foreign key (parent_organization_id) references organizations (id),
  constraint organizations_parent_is_another check (parent_organization_id <> id),
  constraint organizations_currency_is_iso check (currency ~ '^[A-Z]{3}$'),
  constraint organizations_region_is_iso check (phone_region ~ '^[A-Z]{2}$'),
  constraint organizations_settings_is_object check (jsonb_typeof(settings) = 'object')
);
comment on table organizations is 'The tenant: one gym, or the chain that is its parent. time_zone is an IANA name.';
create index organizations_parent_idx on organizations (parent_organization_id);

create table users (
  id uuid not null default uuidv7(),
  display_name text not null,
  sign_in_email text,
  password_hash text,
  workos_id text,
  locale text,
  disabled_at timestamptz,
  last_signed_in_at timestamptz,
  created_at timestamptz not null default clock_timestamp(),
  updated_at timestamptz not null default clock_timestamp(),
  version bigint not null default 0,
  constraint users_pk primary key (id),
  constraint users_sign_in_email_key unique (sign_in_email),
  constraint users_workos_id_key unique (workos_id),
  constraint users_name_is_given check (length(btrim(display_name)) between 1 and 200),
  constraint users_email_is_lower_case check (sign_in_email = lower(sign_in_email) and length(sign_in_email) <= 254)
);
comment on table users is
  'Every person the system knows. Only those with sign_in_email can sign in; as clients, families may share an e-mail.';

create table user_organizations (
  organization_id uuid not null,
  id uuid not null default uuidv7(),
  user_id uuid not null,
  role text not null,
  status text not null default 'active',
  is_primary boolean not null default false,
  permissions jsonb not null default '{}',
  joined_at timestamptz,
  created_at timestamptz not null default clock_timestamp(),
  updated_at timestamptz not null default clock_timestamp(),
  version bigint not null default 0,
  constraint user_organizations_pk primary key (organization_id, id),
  constraint user_organizations_user_key unique (organization_id, user_id),
  constraint user_organizations_organization_fk foreign key (organization_id) references organizations (id),
  constraint user_organizations_user_fk foreign key (user_id) references users (id),
  constraint user_organizations_role_is_known check (role in ('owner', 'admin', 'staff', 'trainer', 'member')),
  constraint user_organizations_status_is_known check (status in ('invited', 'active', 'disabled')),
  constraint user_organizations_permissions_is_object check (jsonb_typeof(permissions) = 'object')
);
comment on table user_organizations is
  'A user''s role in one organization; permissions grants or withholds single rights, e.g. {"members.export": true}.';
comment on column user_organizations.joined_at is 'When the holder first became active here: by accepting an invitation, or as the first owner.';
create index user_organizations_user_idx on user_organizations (user_id);

create table ui_sessions (
  organization_id uuid not null,
  id uuid not null default uuidv7(),
  user_id uuid not null,
  tier text not null,
  token_digest bytea not null,
  signed_in_at timestamptz not null,
  created_at timestamptz not null default clock_timestamp(),
  last_seen_at timestamptz not null default clock_timestamp(),
  expires_at timestamptz not null,
  closed_at timestamptz,
  constraint ui_sessions_pk primary key (organization_id, id),
  constraint ui_sessions_digest_key unique (token_digest),
  constraint ui_sessions_organization_fk foreign key (organization_id) references organizations (id),
  constraint ui_sessions_user_fk foreign key (user_id) references users (id),
  constraint ui_sessions_tier_is_known check (tier in ('owner', 'admin', 'staff', 'trainer', 'member')),
  constraint ui_sessions_digest_is_sha256 check (length(token_digest) = 32)
);
comment on table ui_sessions is
  'Bindings: one row per browser tab and organization. Holds the digest of the token, never the token.';
create index ui_sessions_user_idx on ui_sessions (user_id);
create index ui_sessions_expiry_idx on ui_sessions (expires_at);

create table invitations (
  organization_id uuid not null,
  id uuid not null default uuidv7(),
  user_id uuid not null,
  role text not null,
  email text not null,
  display_name text not null,
  token_digest bytea not null,
  invited_by uuid not null,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  withdrawn_at timestamptz,
  created_at timestamptz not null default clock_timestamp(),
  constraint invitations_pk primary key (organization_id, id),
  constraint invitations_digest_key unique (token_digest),
  constraint invitations_account_fk foreign key (organization_id, user_id)
    references user_organizations (organization_id, user_id) on delete cascade,
  constraint invitations_inviter_fk foreign key (invited_by) references users (id),
  constraint invitations_role_is_known check (role in ('owner', 'admin', 'staff', 'trainer', 'member'))
);
comment on table invitations is
  'One-time links by which an invited person sets a password. Holds the digest of the token, never the token; name and address are as the inviter typed them.';
create index invitations_user_idx on invitations (organization_id, user_id);
create index invitations_inviter_idx on invitations (invited_by);

-- ---------------------------------------------------------------------------------------------------------------
-- The binding: functions that policies ask
-- ---------------------------------------------------------------------------------------------------------------

set role zore_definer;

create function access.rank(p_tier text) returns int
  language sql immutable parallel safe
  set search_path = ''
as $$
  select case p_tier
    when 'owner' then 5
    when 'admin' then 4
    when 'staff' then 3
    when 'trainer' then 2
    when 'member' then 1
    else 0
  end
$$;
comment on function access.rank(text) is 'Height of a tier: owner 5 > admin > staff > trainer > member 1; 0 for anything else.';

create function access.is_tier(p_login text) returns boolean
  language sql immutable parallel safe
  set search_path = ''
as $$
  select p_login in ('zore_owner', 'zore_admin', 'zore_staff', 'zore_trainer', 'zore_member')
$$;

create function access.live_session() returns public.ui_sessions
  language sql stable security definer
  set search_path = ''
as $$
  select s
    from public.ui_sessions s
   where s.token_digest = sha256(convert_to(nullif(current_setting('zore.session', true), ''), 'UTF8'))
     and s.closed_at is null
     and s.expires_at > statement_timestamp()
     and s.last_seen_at > statement_timestamp() - interval '30 minutes'
     and session_user = 'zore_' || s.tier
$$;
comment on function access.live_session() is
  'The UI session this connection is bound to, or null. For other helper functions only.';

create function access.refuse_unbound() returns void
  language plpgsql
  set search_path = ''
as $$
begin
  raise insufficient_privilege using
    message = 'zore: no live session is bound to this connection',
    hint = 'Sign in again.';
end
$$;

create function access.is_elsewhere(p_organization uuid) returns boolean
  language sql stable security definer
  set search_path = ''
as $$
  select access.is_tier(session_user) and p_organization is distinct from (access.live_session()).organization_id
$$;
comment on function access.is_elsewhere(uuid) is
  'Whether a tier writes into another organization than its own. Triggers that run before the policies ask this before they refuse for what they found, and let the policies speak: nobody hears what there is elsewhere.';

create function access.organization_id() returns uuid
  language plpgsql stable security definer
  set search_path = ''
as $$
declare
  v_id uuid := (access.live_session()).organization_id;
begin
  if v_id is null then
    perform access.refuse_unbound();
  end if;
  return v_id;
end
$$;
comment on function access.organization_id() is
  'The bound organization. Raises insufficient_privilege when there is no live binding for this login.';

create function access.user_id() returns uuid
  language plpgsql stable security definer
  set search_path = ''
as $$
declare
  v_id uuid := (access.live_session()).user_id;
begin
  if v_id is null then
    perform access.refuse_unbound();
  end if;
  return v_id;
end
$$;
comment on function access.user_id() is
  'The bound user. Raises insufficient_privilege when there is no live binding for this login.';

create function access.session_id() returns uuid
  language plpgsql stable security definer
  set search_path = ''
as $$
declare
  v_id uuid := (access.live_session()).id;
begin
  if v_id is null then
    perform access.refuse_unbound();
  end if;
  return v_id;
end
$$;

create function access.tier() returns text
  language plpgsql stable security definer
  set search_path = ''
as $$
declare
  v_tier text := (access.live_session()).tier;
begin
  if v_tier is null then
    perform access.refuse_unbound();
  end if;
  return v_tier;
end
$$;

create function access.parent_organization_id() returns uuid
  language sql stable security definer
  set search_path = ''
as $$
  select o.parent_organization_id
    from public.organizations o
   where o.id = (select access.organization_id())
$$;
comment on function access.parent_organization_id() is 'The chain above the bound gym, or null.';

create function access.chain_of(p_organization uuid) returns setof uuid
  language sql stable security definer
  set search_path = ''
as $$
  select o.id
    from public.organizations mine
    join public.organizations o
      on o.id = mine.id
      or o.id = mine.parent_organization_id
      or o.parent_organization_id = mine.id
      or o.parent_organization_id = mine.parent_organization_id
   where mine.id = p_organization
$$;
comment on function access.chain_of(uuid) is
  'The organizations that form one chain with the given one, itself and the parent included. For other helper functions only.';

create function access.role_in(p_user uuid, p_organization uuid) returns public.user_organizations
  language sql stable security definer
  set search_path = ''
as $$
  -- A role in the parent organization counts in the gyms below it, except a member's: members stand where
  -- client_organizations says. The higher role wins.
  select uo
    from public.organizations o
    join public.user_organizations uo
      on uo.organization_id = o.id
      or (uo.organization_id = o.parent_organization_id and uo.role <> 'member')
    join public.users u
      on u.id = uo.user_id
     and u.disabled_at is null
   where o.id = p_organization
     and uo.user_id = p_user
     and uo.status = 'active'
   order by access.rank(uo.role) desc, uo.organization_id = o.id desc
   limit 1
$$;
comment on function access.role_in(uuid, uuid) is
  'The role row by which a user may act in an organization, or null. For other helper functions only.';

create function access.default_right(p_tier text, p_right text) returns boolean
  language sql immutable parallel safe
  set search_path = ''
as $$
  select case p_right
    when 'members.medical'      then access.rank(p_tier) >= 3
    when 'members.import'       then access.rank(p_tier) >= 3
    when 'checkin.override'     then access.rank(p_tier) >= 3
    when 'schedule.edit'        then access.rank(p_tier) >= 3
    when 'members.export'       then access.rank(p_tier) >= 4
    when 'memberships.override' then access.rank(p_tier) >= 4
    when 'plans.edit'           then access.rank(p_tier) >= 4
    when 'staff.manage'         then access.rank(p_tier) >= 4
    else false
  end
$$;
comment on function access.default_right(text, text) is
  'What a tier may do before single rights are granted or withheld: the cascade of rights, written in this one place.';

create function access.right_floor(p_right text) returns int
  language sql immutable parallel safe
  set search_path = ''
as $$
  select case p_right
    when 'members.medical'      then 3
    when 'members.import'       then 3
    when 'members.export'       then 3
    when 'memberships.override' then 3
    when 'checkin.override'     then 3
    when 'schedule.edit'        then 3
    when 'plans.edit'           then 4
    when 'staff.manage'         then 4
    else 6
  end
$$;
comment on function access.right_floor(text) is
  'The lowest tier (as a rank) to which a single right can ever be granted: a trainer never exports members.';

create function access.permitted(p_right text) returns boolean
  language plpgsql stable security definer
  set search_path = ''
as $$
declare
  v_session public.ui_sessions := access.live_session();
  v_role public.user_organizations;
begin
  if v_session.id is null then
    perform access.refuse_unbound();
  end if;
  if access.rank(v_session.tier) < access.right_floor(p_right) then
    return false;
  end if;
  if v_session.tier = 'owner' then
    return true;
  end if;
  v_role := access.role_in(v_session.user_id, v_session.organization_id);
  return coalesce(v_role.permissions -> p_right = 'true'::jsonb, access.default_right(v_session.tier, p_right));
end
$$;
comment on function access.permitted(text) is
  'Whether the bound user holds a single right, e.g. members.export. Owners hold every right.';

create function access.my_organizations() returns setof uuid
  language sql stable security definer
  set search_path = ''
as $$
  select o.id
    from public.user_organizations uo
    join public.organizations o
      on o.id = uo.organization_id
      or (o.parent_organization_id = uo.organization_id and uo.role <> 'member')
   where uo.user_id = (select access.user_id())
     and uo.status = 'active'
$$;
comment on function access.my_organizations() is 'The organizations the bound user may open: what the switcher shows.';

create function access.colleagues() returns setof uuid
  language sql stable security definer
  set search_path = ''
as $$
  -- Staff and above see every account of the gym, and those of the chain who act in it. Trainers and members see who
  -- works there, but not who else trains there. Whoever has been invited and has never accepted is still a stranger:
  -- an invitation must not tell whose address it was sent to.
  select uo.user_id
    from public.user_organizations uo
   where uo.joined_at is not null
     and ((uo.organization_id = (select access.organization_id())
           and (uo.role <> 'member' or access.rank((select access.tier())) >= 3))
          or (uo.organization_id = (select access.parent_organization_id()) and uo.role <> 'member'))
$$;
comment on function access.colleagues() is 'The users of the same organization whom the bound user may see.';

-- ---------------------------------------------------------------------------------------------------------------
-- The gate: sign-in and the life of UI sessions
-- ---------------------------------------------------------------------------------------------------------------

create function access.new_token() returns text
  language sql volatile
  set search_path = ''
as $$
  -- Three random UUIDs carry 366 bits from the server's strong random source; the digest leaves 256, as 64 hex digits.
  select encode(sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8')), 'hex')
$$;

create function access.credential(p_email text)
  returns table (user_id uuid, password_hash text, display_name text, is_disabled boolean, locale text)
  language sql stable security definer
  set search_path = ''
as $$
  select u.id, u.password_hash, u.display_name, u.disabled_at is not null, u.locale
    from public.users u
   where u.sign_in_email = lower(btrim(p_email))
$$;
comment on function access.credential(text) is 'What the gate needs to check a password; no row for an unknown address.';

create function access.standings(p_user uuid)
  returns table (organization_id uuid, slug text, name text, tier text, is_primary boolean, parent_organization_id uuid,
                 time_zone text, locale text, currency text, phone_region text)
  language sql stable security definer
  set search_path = ''
as $$
  select s.*
    from (select distinct on (o.id)
                 o.id, o.slug, o.name, uo.role, uo.is_primary and uo.organization_id = o.id as is_primary,
                 o.parent_organization_id, o.time_zone, o.locale, o.currency, o.phone_region
            from public.user_organizations uo
            join public.users u
              on u.id = uo.user_id
             and u.disabled_at is null
            join public.organizations o
              on o.id = uo.organization_id
              or (o.parent_organization_id = uo.organization_id and uo.role <> 'member')
           where uo.user_id = p_user
             and uo.status = 'active'
           order by o.id, access.rank(uo.role) desc, uo.organization_id = o.id desc) s
   order by s.is_primary desc, s.parent_organization_id nulls first, s.name
$$;
comment on function access.standings(uuid) is
  'Where a user may act, with the tier there, primary first; roles in a chain count in its gyms.';

create function access.open_session(p_user uuid, p_slug text, p_signed_in_at timestamptz)
  returns table (session_id uuid, token text, organization_id uuid, tier text, expires_at timestamptz)
  language plpgsql volatile security definer
  set search_path = ''
as $$
#variable_conflict use_column
declare
  v_organization uuid := (select o.id from public.organizations o where o.slug = p_slug);
  v_role public.user_organizations := access.role_in(p_user, v_organization);
  v_token text := access.new_token();
begin
  if v_role.id is null
     or p_signed_in_at is null
     or p_signed_in_at <= clock_timestamp() - interval '12 hours'
     or p_signed_in_at > clock_timestamp() + interval '1 minute' then
    raise insufficient_privilege using message = 'there is no such place for this account';
  end if;
  return query
    insert into public.ui_sessions as s (organization_id, user_id, tier, token_digest, signed_in_at, expires_at)
    values (v_organization, p_user, v_role.role, sha256(convert_to(v_token, 'UTF8')), p_signed_in_at,
            p_signed_in_at + interval '12 hours')
    returning s.id, v_token, s.organization_id, s.tier, s.expires_at;
end
$$;
comment on function access.open_session(uuid, text, timestamptz) is
  'Opens a UI session for a user who has signed in and holds a role there; an unknown slug and one without a role are refused alike. It ends 12 h after sign-in, or 30 min after its last touch.';

create function access.touch_session(p_token text) returns boolean
  language plpgsql volatile security definer
  set search_path = ''
as $$
begin
  update public.ui_sessions
     set last_seen_at = clock_timestamp()
   where token_digest = sha256(convert_to(p_token, 'UTF8'))
     and closed_at is null
     and expires_at > clock_timestamp()
     and last_seen_at > clock_timestamp() - interval '30 minutes';
  return found;
end
$$;

create function access.close_session(p_token text) returns void
  language sql volatile security definer
  set search_path = ''
as $$
  update public.ui_sessions
     set closed_at = clock_timestamp()
   where token_digest = sha256(convert_to(p_token, 'UTF8'))
     and closed_at is null
$$;

create function access.close_sessions_of(p_user uuid) returns void
  language sql volatile security definer
  set search_path = ''
as $$
  update public.ui_sessions
     set closed_at = clock_timestamp()
   where user_id = p_user
     and closed_at is null
$$;
comment on function access.close_sessions_of(uuid) is 'Ends every UI session of a user, e.g. after a changed password.';

create function access.change_password(p_user uuid, p_hash text) returns void
  language sql volatile security definer
  set search_path = ''
as $$
  update public.users set password_hash = p_hash where id = p_user
$$;

create function access.remember_locale(p_user uuid, p_locale text) returns void
  language sql volatile security definer
  set search_path = ''
as $$
  update public.users set locale = p_locale where id = p_user and locale is distinct from p_locale
$$;

-- ---------------------------------------------------------------------------------------------------------------
-- Staff accounts: invitations
-- ---------------------------------------------------------------------------------------------------------------

create function access.invite(p_email text, p_display_name text, p_role text) returns text
  language plpgsql volatile security definer
  set search_path = ''
as $$
declare
  v_organization uuid := access.organization_id();
  v_rank int := access.rank(access.tier());
  v_email text := lower(btrim(p_email));
  v_token text := access.new_token();
  v_user uuid;
  v_present public.user_organizations;
begin
  if not access.permitted('staff.manage') or access.rank(p_role) = 0 or access.rank(p_role) >= v_rank then
    raise insufficient_privilege using message = 'this account may not give that role';
  end if;
  if v_email !~ '^[^@\s]+@[^@\s]+$' then
    raise check_violation using message = 'that is not an e-mail address', constraint = 'users_email_is_an_address';
  end if;
  select id into v_user from public.users where sign_in_email = v_email;
  if v_user is null then
    insert into public.users (display_name, sign_in_email) values (btrim(p_display_name), v_email) returning id into v_user;
  end if;
  select * into v_present
    from public.user_organizations
   where organization_id = v_organization
     and user_id = v_user
     for update;
  if v_present.status = 'active' then
    raise unique_violation using message = 'this person has an account here already', constraint = 'user_organizations_user_key';
  end if;
  if access.rank(v_present.role) >= v_rank then
    raise insufficient_privilege using message = 'this account may not change that role';
  end if;
  if v_present.id is null then
    insert into public.user_organizations (organization_id, user_id, role, status, is_primary)
    values (v_organization, v_user, p_role, 'invited',
            not exists (select from public.user_organizations where user_id = v_user));
  else
    update public.user_organizations
       set role = p_role, status = 'invited'
     where organization_id = v_organization
       and user_id = v_user;
  end if;
  update public.invitations
     set withdrawn_at = clock_timestamp()
   where organization_id = v_organization
     and user_id = v_user
     and accepted_at is null
     and withdrawn_at is null;
  insert into public.invitations (organization_id, user_id, role, email, display_name, token_digest, invited_by, expires_at)
  values (v_organization, v_user, p_role, v_email, btrim(p_display_name), sha256(convert_to(v_token, 'UTF8')), access.user_id(),
          clock_timestamp() + interval '7 days');
  return v_token;
end
$$;
comment on function access.invite(text, text, text) is
  'Makes (or finds) the account, gives it an invited role below the caller''s own, and returns the token of a one-time link that is good for 7 days. An earlier link stops working.';

create function access.open_invitation(p_token text) returns setof public.invitations
  language sql stable security definer
  set search_path = ''
as $$
  select i.*
    from public.invitations i
    join public.user_organizations uo
      on uo.organization_id = i.organization_id
     and uo.user_id = i.user_id
     and uo.status = 'invited'
    join public.users u
      on u.id = i.user_id
     and u.disabled_at is null
   where i.token_digest = sha256(convert_to(p_token, 'UTF8'))
     and i.accepted_at is null
     and i.withdrawn_at is null
     and i.expires_at > clock_timestamp()
$$;

create function access.invitation(p_token text)
  returns table (email text, display_name text, organization_name text, slug text, role text, needs_password boolean)
  language sql stable security definer
  set search_path = ''
as $$
  -- The name is the one the inviter typed: whoever holds the link need not be the account's holder.
  select u.sign_in_email, i.display_name, o.name, o.slug, i.role, u.password_hash is null
    from access.open_invitation(p_token) i
    join public.users u on u.id = i.user_id
    join public.organizations o on o.id = i.organization_id
$$;

create function access.accept_invitation(p_token text, p_hash text, p_holder uuid default null) returns uuid
  language plpgsql volatile security definer
  set search_path = ''
as $$
declare
  v_invitation public.invitations;
begin
  select * into v_invitation from access.open_invitation(p_token);
  if v_invitation.id is null then
    return null;
  end if;
  -- The link proves nothing about who holds an account: the inviter has it too, and may have made the account in somebody
  -- else's name. Whoever accepts for an account with a password must have shown to know it.
  if p_holder is distinct from v_invitation.user_id
     and exists (select from public.users where id = v_invitation.user_id and password_hash is not null) then
    raise insufficient_privilege using message = 'only the holder of the account may accept this invitation';
  end if;
  -- One link, one use, also when clicked twice at once.
  update public.invitations
     set accepted_at = clock_timestamp()
   where organization_id = v_invitation.organization_id
     and id = v_invitation.id
     and accepted_at is null
     and withdrawn_at is null;
  if not found then
    return null;
  end if;
  -- A link never replaces a password that its holder has set.
  update public.users set password_hash = p_hash where id = v_invitation.user_id and password_hash is null and p_hash is not null;
  if exists (select from public.users where id = v_invitation.user_id and password_hash is null) then
    raise check_violation using message = 'a password is needed';
  end if;
  update public.user_organizations
     set status = 'active'
   where organization_id = v_invitation.organization_id
     and user_id = v_invitation.user_id
     and status = 'invited';
  return v_invitation.user_id;
end
$$;
comment on function access.accept_invitation(text, text, uuid) is
  'Uses a one-time link: sets the first password, or takes the word of the holder (p_holder, who has just shown the password), and makes the role active. Null when the link is used, withdrawn or expired.';

-- ---------------------------------------------------------------------------------------------------------------
-- Rules that hold whatever writes
-- ---------------------------------------------------------------------------------------------------------------

create function access.keep_an_owner() returns trigger
  language plpgsql security definer
  set search_path = ''
as $$
begin
  if old.role = 'owner' and old.status = 'active'
     and (tg_op = 'DELETE' or new.role <> 'owner' or new.status <> 'active'
          or new.user_id <> old.user_id or new.organization_id <> old.organization_id) then
    -- Two owners who leave at once wait for each other here.
    perform from public.organizations where id = old.organization_id for no key update;
    if not exists (select from public.user_organizations
                    where organization_id = old.organization_id and role = 'owner' and status = 'active' and id <> old.id) then
      raise check_violation using
        message = 'an organization keeps at least one owner',
        constraint = 'user_organizations_last_owner_stays';
    end if;
  end if;
  if tg_op = 'DELETE' then
    return old;
  end if;
  return new;
end
$$;

create function access.keep_consent() returns trigger
  language plpgsql security definer
  set search_path = ''
as $$
begin
  -- Nobody is made part of an organization by its own people alone: a bound session cannot make a role active that its
  -- holder has never accepted.
  if new.status = 'active' and new.joined_at is null then
    if tg_op = 'UPDATE' and access.is_tier(session_user) then
      raise insufficient_privilege using message = 'the invitation has not been accepted';
    end if;
    new.joined_at := clock_timestamp();
  end if;
  return new;
end
$$;

create function access.end_sessions_without_right() returns trigger
  language plpgsql security definer
  set search_path = ''
as $$
begin
  if tg_op = 'UPDATE' and new.role = old.role and new.status = old.status then
    return null;
  end if;
  update public.ui_sessions s
     set closed_at = clock_timestamp()
    from public.organizations o
   where s.user_id = old.user_id
     and s.closed_at is null
     and o.id = s.organization_id
     and (o.id = old.organization_id or o.parent_organization_id = old.organization_id);
  return null;
end
$$;
comment on function access.end_sessions_without_right() is
  'Revocation: a changed, disabled or deleted role ends the UI sessions it had opened, with the next statement.';

create function access.end_sessions_of_disabled_user() returns trigger
  language plpgsql security definer
  set search_path = ''
as $$
begin
  if new.disabled_at is not null then
    perform access.close_sessions_of(new.id);
  end if;
  return null;
end
$$;

create function access.check_organization() returns trigger
  language plpgsql security definer
  set search_path = ''
as $$
begin
  if new.parent_organization_id is not null
     and (exists (select from public.organizations where id = new.parent_organization_id and parent_organization_id is not null)
          or exists (select from public.organizations where parent_organization_id = new.id)) then
    raise check_violation using
      message = 'a chain has two levels: the chain and its gyms',
      constraint = 'organizations_two_levels';
  end if;
  if not exists (select from pg_catalog.pg_timezone_names where name = new.time_zone) then
    raise check_violation using
      message = 'the time zone is not an IANA name',
      constraint = 'organizations_time_zone_is_known';
  end if;
  return new;
end
$$;

grant execute on function
  access.credential(text), access.standings(uuid), access.open_session(uuid, text, timestamptz),
  access.touch_session(text), access.close_session(text), access.close_sessions_of(uuid),
  access.change_password(uuid, text), access.remember_locale(uuid, text),
  access.invitation(text), access.accept_invitation(text, text, uuid)
  to zore_gate;
grant execute on function
  access.organization_id(), access.user_id(), access.session_id(), access.tier(), access.rank(text),
  access.permitted(text), access.parent_organization_id(), access.my_organizations(), access.colleagues()
  to zore_owner, zore_admin, zore_staff, zore_trainer, zore_member;
grant execute on function
  access.invite(text, text, text), access.default_right(text, text), access.right_floor(text)
  to zore_owner, zore_admin;

reset role;

create trigger keep_an_owner before update or delete on user_organizations
  for each row execute function access.keep_an_owner();
create trigger keep_consent before insert or update of status on user_organizations
  for each row execute function access.keep_consent();
create trigger end_sessions after update or delete on user_organizations
  for each row execute function access.end_sessions_without_right();
create trigger end_sessions after update of disabled_at on users
  for each row execute function access.end_sessions_of_disabled_user();
create trigger check_organization before insert or update of parent_organization_id, time_zone on organizations
  for each row execute function access.check_organization();

call access.keep_version('organizations');
call access.keep_version('users');
call access.keep_version('user_organizations');

-- ---------------------------------------------------------------------------------------------------------------
-- Policies
-- ---------------------------------------------------------------------------------------------------------------

call access.force_row_security('organizations');
grant select on organizations to zore_owner, zore_admin, zore_staff, zore_trainer, zore_member;
grant update (name, time_zone, locale, currency, phone_region, settings) on organizations to zore_owner;

create policy "everyone sees the organizations they may open" on organizations
  for select to zore_owner, zore_admin, zore_staff, zore_trainer, zore_member
  using (id = (select access.organization_id()) or id in (select access.my_organizations()));
create policy "owners change their organization" on organizations
  for update to zore_owner
  using (id = (select access.organization_id()))
  with check (id = (select access.organization_id()));

call access.force_row_security('users');
grant select (id, display_name, sign_in_email, locale, disabled_at, last_signed_in_at, created_at, updated_at, version)
  on users to zore_owner, zore_admin, zore_staff;
grant select (id, display_name, locale) on users to zore_trainer, zore_member;
grant update (display_name, locale) on users to zore_owner, zore_admin, zore_staff, zore_trainer, zore_member;

create policy "everyone sees themselves" on users
  for select to zore_owner, zore_admin, zore_staff, zore_trainer, zore_member
  using (id = (select access.user_id()));
create policy "everyone sees the colleagues their tier may see" on users
  for select to zore_owner, zore_admin, zore_staff, zore_trainer, zore_member
  using (id in (select access.colleagues()));
create policy "everyone changes their own name and language" on users
  for update to zore_owner, zore_admin, zore_staff, zore_trainer, zore_member
  using (id = (select access.user_id()))
  with check (id = (select access.user_id()));

-- Roles are given by access.invite() alone: nobody is attached to an organization unasked.
call access.protect_tenant_table('user_organizations');
grant select on user_organizations to zore_owner, zore_admin, zore_staff, zore_trainer, zore_member;
grant delete on user_organizations to zore_owner, zore_admin;
grant update (role, status, is_primary, permissions) on user_organizations to zore_owner, zore_admin;

create policy "everyone sees their own role" on user_organizations
  for select to zore_owner, zore_admin, zore_staff, zore_trainer, zore_member
  using (user_id = (select access.user_id()));
create policy "staff and above see who has which role" on user_organizations
  for select to zore_owner, zore_admin, zore_staff
  using (true);
create policy "owners change roles, to one below their own" on user_organizations
  for update to zore_owner
  using (true)
  with check (role in ('admin', 'staff', 'trainer', 'member'));
create policy "owners take roles away" on user_organizations
  for delete to zore_owner
  using (true);
create policy "admins change roles below their own" on user_organizations
  for update to zore_admin
  using (role in ('staff', 'trainer', 'member') and (select access.permitted('staff.manage')))
  with check (role in ('staff', 'trainer', 'member') and (select access.permitted('staff.manage')));
create policy "admins take roles below their own away" on user_organizations
  for delete to zore_admin
  using (role in ('staff', 'trainer', 'member') and (select access.permitted('staff.manage')));

-- Nobody but the helper functions ever reads bindings.
call access.protect_tenant_table('ui_sessions');

call access.protect_tenant_table('invitations');
grant select (organization_id, id, user_id, role, email, display_name, invited_by, expires_at, accepted_at, withdrawn_at, created_at)
  on invitations to zore_owner, zore_admin;
grant update (withdrawn_at) on invitations to zore_owner, zore_admin;

create policy "admins and above see invitations" on invitations
  for select to zore_owner, zore_admin
  using (true);
create policy "owners withdraw invitations to roles below their own" on invitations
  for update to zore_owner
  using (role in ('admin', 'staff', 'trainer', 'member'))
  with check (role in ('admin', 'staff', 'trainer', 'member') and withdrawn_at is not null);
create policy "admins withdraw invitations to roles below their own" on invitations
  for update to zore_admin
  using (role in ('staff', 'trainer', 'member') and (select access.permitted('staff.manage')))
  with check (role in ('staff', 'trainer', 'member') and withdrawn_at is not null and (select access.permitted('staff.manage')));
