-- V2: clients ("members" on screen), their standing at each gym, notes, photos, visits, imports, saved views, and the
-- table of normalised words that makes search fast under Row Level Security.
--
-- Each client belongs to the organization that created it. client_organizations carries what another gym of the chain
-- may see of it: name, photo, number, status, valid until. Medical notes never travel.
-- Under RLS the planner uses an index only for leakproof operators, hence text + CHECK, and word ranges for search.

create table clients (
  organization_id uuid not null,
  id uuid not null default uuidv7(),
  user_id uuid not null,
  given_name text not null,
  family_name text not null,
  birth_date date,
  gender text,
  email text,
  phone text,
  street text,
  postal_code text,
  city text,
  country text,
  emergency_name text,
  emergency_phone text,
  emergency_relation text,
  medical_notes text,
  care_points text,
  preferences jsonb not null default '{}',
  import_id uuid,
  erased_at timestamptz,
  created_at timestamptz not null default clock_timestamp(),
  updated_at timestamptz not null default clock_timestamp(),
  version bigint not null default 0,
  constraint clients_pk primary key (organization_id, id),
  constraint clients_user_key unique (organization_id, user_id),
  constraint clients_organization_fk foreign key (organization_id) references organizations (id),
  constraint clients_user_fk foreign key (user_id) references users (id),
  constraint clients_given_name_fits check (length(given_name) <= 100),
  constraint clients_family_name_fits check (length(btrim(family_name)) between 1 and 100),
  constraint clients_birth_date_is_past check (birth_date between date '1900-01-01' and (created_at at time zone 'UTC')::date + 1),
  constraint clients_gender_is_known check (gender in ('female', 'male', 'diverse')),
  constraint clients_email_is_an_address check (email ~ '^[^@\s]+@[^@\s]+$' and email = lower(email) and length(email) <= 254),
  constraint clients_phone_is_e164 check (phone ~ '^\+[0-9]{4,15}$'),
  constraint clients_emergency_phone_is_e164 check (emergency_phone ~ '^\+[0-9]{4,15}$'),
  constraint clients_medical_notes_fit check (length(medical_notes) <= 4000),
  constraint clients_care_points_fit check (length(care_points) <= 300),
  constraint clients_preferences_is_object check (jsonb_typeof(preferences) = 'object')
);
comment on table clients is 'The person who trains, as known to the gym that created the record. Phones are stored as E.164, e-mail in lower case.';
comment on column clients.medical_notes is 'Never in a plain SELECT: read through members.medical_notes(), which logs the read.';
comment on column clients.care_points is 'A few words a trainer needs ("no deep squats"), shown on the class roster; in no tier''s plain SELECT either.';
create index clients_user_idx on clients (user_id);
create index clients_email_idx on clients (organization_id, email) where email is not null;
create index clients_phone_idx on clients (organization_id, phone) where phone is not null;
create index clients_birth_idx on clients (organization_id, birth_date);
create index clients_import_idx on clients (organization_id, import_id) where import_id is not null;

create table client_organizations (
  organization_id uuid not null,
  id uuid not null default uuidv7(),
  client_id uuid not null,
  home_organization_id uuid not null,
  member_number text not null,
  given_name text not null,
  family_name text not null,
  sort_name text not null collate "C",
  status text not null default 'prospect',
  plan_name text,
  valid_until date,
  joined_on date,
  photo_version int not null default 0,
  visit_count bigint not null default 0,
  first_visit_at timestamptz,
  last_visit_at timestamptz,
  last_visit_before_at timestamptz,
  created_at timestamptz not null default clock_timestamp(),
  updated_at timestamptz not null default clock_timestamp(),
  version bigint not null default 0,
  constraint client_organizations_pk primary key (organization_id, id),
  constraint client_organizations_client_key unique (organization_id, client_id),
  constraint client_organizations_number_key unique (organization_id, member_number),
  constraint client_organizations_organization_fk foreign key (organization_id) references organizations (id),
  constraint client_organizations_home_fk foreign key (home_organization_id, client_id) references clients (organization_id, id),
  constraint client_organizations_status_is_known check (status in ('prospect', 'active', 'frozen', 'expired', 'cancelled')),
  constraint client_organizations_number_fits check (member_number ~ '^[^\s[:cntrl:]]+( [^\s[:cntrl:]]+)*$' and length(member_number) <= 40),
  constraint client_organizations_plan_name_fits check (length(plan_name) <= 200),
  constraint client_organizations_visits_are_counted check (visit_count >= 0 and (visit_count > 0) = (first_visit_at is not null))
);
comment on table client_organizations is
  'A client''s standing at one gym. Names are copied from clients by trigger; the reference to another gym''s client stays inside the chain (trigger).';
comment on column client_organizations.sort_name is 'Family name, then given name, normalised as members.normalise() does: what the roster sorts by.';
comment on column client_organizations.valid_until is 'Last day, in the gym''s zone, on which the client may come; null for open-ended or none.';
comment on column client_organizations.last_visit_before_at is 'What an import said of the last visit before this gym counted visits here; last_visit_at is the later of it and the visits that stand.';
create index client_organizations_home_idx on client_organizations (home_organization_id, client_id);
create index client_organizations_name_idx on client_organizations (organization_id, sort_name, client_id);
create index client_organizations_status_idx on client_organizations (organization_id, status, sort_name, client_id);
create index client_organizations_until_idx on client_organizations (organization_id, valid_until, client_id);
create index client_organizations_joined_idx on client_organizations (organization_id, joined_on nulls first, client_id);
create index client_organizations_last_visit_idx on client_organizations (organization_id, last_visit_at nulls first, client_id);
create index client_organizations_plan_idx on client_organizations (organization_id, plan_name, sort_name);

create table client_words (
  organization_id uuid not null,
  word text not null collate "C",
  sort_name text not null collate "C",
  client_id uuid not null,
  constraint client_words_pk primary key (organization_id, word, sort_name, client_id)
);
comment on table client_words is
  'Derived: the normalised words by which a client is found at a gym (names, number; at home also e-mail and phone digits). Search takes a range of words: word >= ''smi'' and word < ''smj''.';
create index client_words_client_idx on client_words (organization_id, client_id, word);

create table member_numbers (
  organization_id uuid not null,
  prefix text not null default '',
  next_number bigint not null default 1,
  constraint member_numbers_pk primary key (organization_id),
  constraint member_numbers_organization_fk foreign key (organization_id) references organizations (id),
  constraint member_numbers_prefix_is_short check (prefix ~ '^[A-Z0-9-]{0,8}$'),
  constraint member_numbers_next_is_positive check (next_number > 0)
);
comment on table member_numbers is 'The next member number a gym gives out.';

create table client_photos (
  organization_id uuid not null,
  client_id uuid not null,
  image bytea not null,
  thumbnail bytea not null,
  media_type text not null default 'image/jpeg',
  created_at timestamptz not null default clock_timestamp(),
  updated_at timestamptz not null default clock_timestamp(),
  version bigint not null default 0,
  constraint client_photos_pk primary key (organization_id, client_id),
  constraint client_photos_client_fk foreign key (organization_id, client_id) references clients (organization_id, id),
  constraint client_photos_are_small check (length(image) <= 1000000 and length(thumbnail) <= 60000),
  constraint client_photos_media_type_is_known check (media_type in ('image/jpeg', 'image/png'))
);
comment on table client_photos is 'At most one photo per client, already resized, kept by the client''s home; other gyms of the chain see it through members.photo().';

create table client_notes (
  organization_id uuid not null,
  id uuid not null default uuidv7(),
  client_id uuid not null,
  kind text not null,
  body text not null,
  written_by uuid not null,
  archived_at timestamptz,
  created_at timestamptz not null default clock_timestamp(),
  updated_at timestamptz not null default clock_timestamp(),
  version bigint not null default 0,
  constraint client_notes_pk primary key (organization_id, id),
  constraint client_notes_client_fk foreign key (organization_id, client_id) references client_organizations (organization_id, client_id),
  constraint client_notes_author_fk foreign key (written_by) references users (id),
  constraint client_notes_kind_is_known check (kind in ('internal', 'desk')),
  constraint client_notes_body_fits check (length(btrim(body)) between 1 and 4000)
);
comment on table client_notes is 'Notes about a client at one gym: internal, or shown at the desk on check-in.';
create index client_notes_client_idx on client_notes (organization_id, client_id, created_at);
create index client_notes_author_idx on client_notes (written_by);

create table visits (
  organization_id uuid not null,
  id uuid not null default uuidv7(),
  client_id uuid not null,
  checked_in_at timestamptz not null default clock_timestamp(),
  checked_in_by uuid not null,
  source text not null,
  verdict text not null,
  override_reason text,
  undone_at timestamptz,
  undone_by uuid,
  created_at timestamptz not null default clock_timestamp(),
  constraint visits_pk primary key (organization_id, id),
  constraint visits_client_fk foreign key (organization_id, client_id) references client_organizations (organization_id, client_id),
  constraint visits_desk_fk foreign key (checked_in_by) references users (id),
  constraint visits_undo_fk foreign key (undone_by) references users (id),
  constraint visits_source_is_known check (source in ('search', 'scan', 'roster')),
  constraint visits_verdict_is_known check (verdict in ('welcome', 'caution', 'allowed')),
  constraint visits_allowed_has_a_reason check ((verdict = 'allowed') = (override_reason is not null and length(btrim(override_reason)) between 1 and 500)),
  constraint visits_undone_by_someone check ((undone_at is null) = (undone_by is null)),
  constraint visits_not_ahead check (checked_in_at <= created_at + interval '1 minute')
);
comment on table visits is 'One check-in at the desk. Undone once, by its reversal columns; never changed otherwise, never deleted.';
create index visits_day_idx on visits (organization_id, checked_in_at desc, id);
create index visits_client_idx on visits (organization_id, client_id, checked_in_at desc);
create index visits_desk_idx on visits (checked_in_by);
create index visits_undo_idx on visits (undone_by) where undone_by is not null;

create table hand_over_notes (
  organization_id uuid not null,
  id uuid not null default uuidv7(),
  body text not null,
  written_by uuid not null,
  done_at timestamptz,
  done_by uuid,
  created_at timestamptz not null default clock_timestamp(),
  updated_at timestamptz not null default clock_timestamp(),
  version bigint not null default 0,
  constraint hand_over_notes_pk primary key (organization_id, id),
  constraint hand_over_notes_organization_fk foreign key (organization_id) references organizations (id),
  constraint hand_over_notes_author_fk foreign key (written_by) references users (id),
  constraint hand_over_notes_done_fk foreign key (done_by) references users (id),
  constraint hand_over_notes_body_fits check (length(btrim(body)) between 1 and 2000),
  constraint hand_over_notes_done_by_someone check ((done_at is null) = (done_by is null))
);
comment on table hand_over_notes is 'What one shift at the desk leaves for the next.';
create index hand_over_notes_open_idx on hand_over_notes (organization_id, created_at) where done_at is null;
create index hand_over_notes_author_idx on hand_over_notes (written_by);
create index hand_over_notes_done_idx on hand_over_notes (done_by) where done_by is not null;

create table imports (
  organization_id uuid not null,
  id uuid not null default uuidv7(),
  file_name text not null,
  file_bytes bigint not null,
  content_sha256 bytea not null,
  mapping jsonb not null default '{}',
  status text not null default 'draft',
  rows_total int not null default 0,
  rows_done int not null default 0,
  rows_created int not null default 0,
  rows_updated int not null default 0,
  rows_skipped int not null default 0,
  rows_rejected int not null default 0,
  failure text,
  made_tags uuid[] not null default '{}',
  started_by uuid not null,
  started_at timestamptz,
  finished_at timestamptz,
  undone_by uuid,
  undone_at timestamptz,
  created_at timestamptz not null default clock_timestamp(),
  updated_at timestamptz not null default clock_timestamp(),
  version bigint not null default 0,
  constraint imports_pk primary key (organization_id, id),
  constraint imports_organization_fk foreign key (organization_id) references organizations (id),
  constraint imports_starter_fk foreign key (started_by) references users (id),
  constraint imports_undo_fk foreign key (undone_by) references users (id),
  constraint imports_status_is_known check (status in ('draft', 'running', 'done', 'cancelled', 'failed', 'undone')),
  constraint imports_file_name_fits check (length(file_name) between 1 and 255),
  constraint imports_mapping_is_object check (jsonb_typeof(mapping) = 'object'),
  constraint imports_file_fits check (file_bytes between 0 and 52428800),
  constraint imports_digest_is_sha256 check (length(content_sha256) = 32)
);
comment on table imports is 'One file of members, from its dry run to its undo. failure is a word of the program''s; made_tags are tags that were new.';
create index imports_recent_idx on imports (organization_id, created_at desc);
create index imports_starter_idx on imports (started_by);
create index imports_undo_idx on imports (undone_by) where undone_by is not null;

create table import_files (
  organization_id uuid not null,
  import_id uuid not null,
  part int not null,
  content bytea not null,
  constraint import_files_pk primary key (organization_id, import_id, part),
  constraint import_files_import_fk foreign key (organization_id, import_id) references imports (organization_id, id) on delete cascade,
  constraint import_files_parts_are_few check (part between 0 and 199),
  constraint import_files_parts_fit check (length(content) <= 262144)
);
comment on table import_files is 'The bytes of a file in parts of 256 kB, so that no memory holds it whole. Removed once it is imported or given up.';
alter table import_files alter column content set storage external;

create table import_rows (
  organization_id uuid not null,
  import_id uuid not null,
  row_number int not null,
  outcome text not null,
  client_id uuid,
  client_version bigint,
  standing_version bigint,
  before jsonb,
  tag_ids uuid[] not null default '{}',
  note_id uuid,
  problems text[] not null default '{}',
  member_number text,
  label text,
  constraint import_rows_pk primary key (organization_id, import_id, row_number),
  constraint import_rows_import_fk foreign key (organization_id, import_id) references imports (organization_id, id) on delete cascade,
  constraint import_rows_outcome_is_known check (outcome in ('created', 'updated', 'skipped', 'rejected'))
);
comment on table import_rows is
  'What became of each row of an import, with the versions it left behind (undo is possible while they stand) and, for an update, the values before.';
comment on column import_rows.before is 'Record and standing as they were, medical notes included: in no tier''s plain SELECT, written by members.remember_before().';
comment on column import_rows.tag_ids is 'Tags that the row put on the client and that were not on before.';
create index import_rows_client_idx on import_rows (organization_id, client_id) where client_id is not null;

create table saved_views (
  organization_id uuid not null,
  id uuid not null default uuidv7(),
  user_id uuid not null,
  screen text not null,
  name text not null,
  query text not null,
  is_shared boolean not null default false,
  created_at timestamptz not null default clock_timestamp(),
  updated_at timestamptz not null default clock_timestamp(),
  version bigint not null default 0,
  constraint saved_views_pk primary key (organization_id, id),
  constraint saved_views_name_key unique (organization_id, user_id, screen, name),
  constraint saved_views_organization_fk foreign key (organization_id) references organizations (id),
  constraint saved_views_user_fk foreign key (user_id) references users (id),
  constraint saved_views_screen_is_known check (screen in ('members', 'calendar', 'audit')),
  constraint saved_views_name_fits check (length(btrim(name)) between 1 and 80),
  constraint saved_views_query_fits check (length(query) <= 2000)
);
comment on table saved_views is 'A screen''s filters under a name: the query part of its address.';
create index saved_views_user_idx on saved_views (user_id);

alter table clients add constraint clients_import_fk
  foreign key (organization_id, import_id) references imports (organization_id, id);

-- ---------------------------------------------------------------------------------------------------------------
-- Words
-- ---------------------------------------------------------------------------------------------------------------

set role zore_definer;

create function members.normalise(p_text text) returns text
  language sql stable parallel safe security definer
  set search_path = ''
as $$
  select regexp_replace(lower(extensions.unaccent('extensions.unaccent'::regdictionary, normalize(p_text, nfkc))), '[''’`´]', '', 'g')
$$;
comment on function members.normalise(text) is 'Without case, accents and apostrophes: O''Brien and Zoë become obrien and zoe.';

create function members.name_words(p_text text) returns setof text
  language sql stable parallel safe
  set search_path = ''
as $$
  select w
    from regexp_split_to_table(members.normalise(p_text), '[^[:alnum:]]+') w
   where w <> ''
  union
  -- O'Brien is also found as Brien.
  select w
    from regexp_split_to_table(members.normalise(regexp_replace(p_text, '[''’`´]', ' ', 'g')), '[^[:alnum:]]+') w
   where w <> ''
     and p_text ~ '[''’`´]'
  union
  -- German keyboards away from home: Müller is also found as Mueller,
  select w
    from regexp_split_to_table(
           members.normalise(replace(replace(replace(replace(replace(replace(normalize(p_text, nfc),
             'ä', 'ae'), 'ö', 'oe'), 'ü', 'ue'), 'Ä', 'ae'), 'Ö', 'oe'), 'Ü', 'ue')), '[^[:alnum:]]+') w
   where w <> ''
     and normalize(p_text, nfc) ~ '[äöüÄÖÜ]'
  union
  -- and Mueller as Müller, which is typed as muller once normalised.
  select w
    from regexp_split_to_table(members.normalise(regexp_replace(p_text, '([aouAOU])e', '\1', 'g')), '[^[:alnum:]]+') w
   where w <> ''
     and p_text ~ '[aouAOU]e'
$$;

create function members.number_words(p_number text) returns setof text
  language sql stable parallel safe
  set search_path = ''
as $$
  -- M-00012 is found as m00012, 00012 and 12: as one word, by each part with a digit, by digits without leading zeros.
  select regexp_replace(members.normalise(p_number), '[^[:alnum:]]+', '', 'g')
  union
  select w
    from regexp_split_to_table(members.normalise(p_number), '[^[:alnum:]]+') w
   where w ~ '[0-9]'
  union
  select ltrim(d[1], '0')
    from regexp_matches(p_number, '[0-9]+', 'g') d
$$;

create function members.phone_words(p_phone text) returns setof text
  language sql immutable parallel safe
  set search_path = ''
as $$
  -- What people say on the telephone: all digits, without the country's code, with the 0 dialled at home instead, and
  -- the last 7 and 4. Country codes by length: ITU-T E.164, "List of assigned country codes".
  select distinct w
    from regexp_replace(p_phone, '[^0-9]', '', 'g') d
    cross join regexp_replace(d, '^(1|7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]'
                                 || '|(2[1-689]|3[578]|42|5[09]|6[7-9]|8[035789]|9[679])[0-9])', '') n
    cross join lateral (values (d), (n), (case when d not like '1%' then '0' || n end), (right(d, 7)), (right(d, 4))) v (w)
   where w <> ''
$$;

create function members.search_tokens(p_typed text) returns text[]
  language sql stable parallel safe
  set search_path = ''
as $$
  select case
    -- Digits in groups are one telephone number: +49 (0)421 720 4476, 555-0134.
    when typed ~ '^[+(]?[0-9][0-9\s()./+-]*$' and typed ~ '[^0-9]'
      then array[regexp_replace(regexp_replace(replace(typed, '(0)', ''), '[^0-9]', '', 'g'), '^00(?=[1-9])', '')]
    -- Longest first, so that the search drives from the rarest. An e-mail address stays whole; everything else is
    -- split as names are.
    else (select coalesce(array_agg(t order by length(t) desc, t), '{}')
            from (select distinct t
                    from regexp_split_to_table(typed, '\s+') piece
                    cross join lateral (
                      select lower(piece) as t where piece like '%@%'
                      union all
                      select w from regexp_split_to_table(members.normalise(piece), '[^[:alnum:]]+') w
                       where piece not like '%@%') w
                   where t <> ''
                   limit 6) tokens)
    end
    from btrim(left(p_typed, 200)) typed
$$;
comment on function members.search_tokens(text) is 'What was typed, as prefixes of client_words.word, longest first.';

create function members.sort_name(p_given text, p_family text) returns text
  language sql stable parallel safe
  set search_path = ''
as $$
  select left(members.normalise(p_family) || ' ' || members.normalise(p_given), 200)
$$;

create function members.write_words(p_organizations uuid[], p_clients uuid[]) returns void
  language sql volatile security definer
  set search_path = ''
as $$
  insert into public.client_words (organization_id, word, sort_name, client_id)
  select distinct co.organization_id, left(w.word, 100), co.sort_name, co.client_id
    from unnest(p_organizations, p_clients) as k (organization_id, client_id)
    join public.client_organizations co
      on co.organization_id = k.organization_id
     and co.client_id = k.client_id
    left join public.clients c
      on c.organization_id = co.home_organization_id
     and c.id = co.client_id
     and co.home_organization_id = co.organization_id
    cross join lateral (
      select members.name_words(co.given_name || ' ' || co.family_name)
      union
      select members.number_words(co.member_number)
      union
      select c.email where c.email is not null
      union
      select members.phone_words(c.phone) where c.phone is not null) as w (word)
   where w.word <> ''
$$;
comment on function members.write_words(uuid[], uuid[]) is 'Adds the words of these standings; the caller has deleted the old ones.';

-- ---------------------------------------------------------------------------------------------------------------
-- What triggers keep right
-- ---------------------------------------------------------------------------------------------------------------

create function members.give_user() returns trigger
  language plpgsql security definer
  set search_path = ''
as $$
begin
  -- Clients are 1:1 with users; one without an account gets a row nobody can sign in with.
  if new.user_id is null then
    insert into public.users (display_name)
    values (left(btrim(new.given_name || ' ' || new.family_name), 200))
    returning id into new.user_id;
  elsif not exists (select from public.user_organizations
                     where user_id = new.user_id and organization_id = new.organization_id)
        and exists (select from public.users u
                     where u.id = new.user_id
                       and (u.sign_in_email is not null
                            or exists (select from public.clients c where c.user_id = u.id))) then
    if access.is_elsewhere(new.organization_id) then
      return new;
    end if;
    raise insufficient_privilege using message = 'this account does not belong to the organization';
  end if;
  return new;
end
$$;

create function members.copy_identity() returns trigger
  language plpgsql security definer
  set search_path = ''
as $$
begin
  -- The names a gym shows are those of the client's record; a standing may refer to clients of the same chain only.
  select c.given_name, c.family_name
    into new.given_name, new.family_name
    from public.clients c
   where c.organization_id = new.home_organization_id
     and c.id = new.client_id;
  if not found or (new.home_organization_id <> new.organization_id
                   and new.home_organization_id not in (select access.chain_of(new.organization_id))) then
    if access.is_elsewhere(new.organization_id) then
      return new;
    end if;
    raise foreign_key_violation using
      message = 'there is no such client in this chain',
      constraint = 'client_organizations_home_fk';
  end if;
  new.sort_name := members.sort_name(new.given_name, new.family_name);
  if new.member_number is null then
    new.member_number := members.next_member_number(new.organization_id);
  end if;
  new.last_visit_at := new.last_visit_before_at;
  return new;
end
$$;

create function members.next_member_number(p_organization uuid) returns text
  language plpgsql volatile security definer
  set search_path = ''
as $$
declare
  v_number text;
begin
  insert into public.member_numbers (organization_id) values (p_organization) on conflict do nothing;
  loop
    update public.member_numbers
       set next_number = next_number + 1
     where organization_id = p_organization
    returning prefix || lpad((next_number - 1)::text, 6, '0') into v_number;
    exit when not exists (select from public.client_organizations
                           where organization_id = p_organization and member_number = v_number);
  end loop;
  return v_number;
end
$$;

create function members.reserve_member_numbers(p_count int) returns setof text
  language plpgsql volatile security definer
  set search_path = ''
as $$
declare
  v_organization uuid := access.organization_id();
  v_missing int := p_count;
  v_last bigint;
  v_prefix text;
  v_given int;
begin
  if access.rank(access.tier()) < 3 then
    raise insufficient_privilege using message = 'only staff and above give out member numbers';
  end if;
  if p_count not between 0 and 1000000 then
    raise check_violation using message = 'between 0 and 1,000,000 numbers at a time';
  end if;
  insert into public.member_numbers (organization_id) values (v_organization) on conflict do nothing;
  while v_missing > 0 loop
    update public.member_numbers
       set next_number = next_number + v_missing
     where organization_id = v_organization
    returning next_number - 1, prefix into v_last, v_prefix;
    return query
      select v_prefix || lpad(n::text, 6, '0')
        from generate_series(v_last - v_missing + 1, v_last) n
       where not exists (select from public.client_organizations
                          where organization_id = v_organization
                            and member_number = v_prefix || lpad(n::text, 6, '0'));
    get diagnostics v_given = row_count;
    v_missing := v_missing - v_given;
  end loop;
end
$$;
comment on function members.reserve_member_numbers(int) is
  'So many unused member numbers at once, for an import: one by one, each would visit every earlier version of the counter''s row.';

create function members.keep_last_visit() returns trigger
  language plpgsql
  set search_path = ''
as $$
begin
  new.last_visit_at := greatest(old.last_visit_at, new.last_visit_before_at);
  return new;
end
$$;

create function members.words_of_new_standings() returns trigger
  language plpgsql security definer
  set search_path = ''
as $$
declare
  v_organizations uuid[];
  v_clients uuid[];
begin
  select array_agg(organization_id), array_agg(client_id) into v_organizations, v_clients from new_rows;
  if v_clients is not null then
    perform members.write_words(v_organizations, v_clients);
  end if;
  return null;
end
$$;

create function members.words_of_changed_standings() returns trigger
  language plpgsql security definer
  set search_path = ''
as $$
declare
  v_organizations uuid[];
  v_clients uuid[];
begin
  select array_agg(n.organization_id), array_agg(n.client_id)
    into v_organizations, v_clients
    from new_rows n
    join old_rows o
      on o.organization_id = n.organization_id
     and o.id = n.id
   where (o.given_name, o.family_name, o.member_number) is distinct from (n.given_name, n.family_name, n.member_number);
  if v_clients is not null then
    delete from public.client_words w
     using unnest(v_organizations, v_clients) as k (organization_id, client_id)
     where w.organization_id = k.organization_id
       and w.client_id = k.client_id;
    perform members.write_words(v_organizations, v_clients);
  end if;
  return null;
end
$$;

create function members.words_of_removed_standings() returns trigger
  language plpgsql security definer
  set search_path = ''
as $$
begin
  delete from public.client_words w
   using old_rows o
   where w.organization_id = o.organization_id
     and w.client_id = o.client_id;
  return null;
end
$$;

create function members.pass_on_changes() returns trigger
  language plpgsql security definer
  set search_path = ''
as $$
declare
  v_organizations uuid[];
  v_clients uuid[];
begin
  -- Names travel to every gym where the client stands (whose triggers renew the words) and to the user's row.
  update public.client_organizations co
     set given_name = n.given_name,
         family_name = n.family_name,
         sort_name = members.sort_name(n.given_name, n.family_name)
    from new_rows n
    join old_rows o
      on o.organization_id = n.organization_id
     and o.id = n.id
   where (o.given_name, o.family_name) is distinct from (n.given_name, n.family_name)
     and co.home_organization_id = n.organization_id
     and co.client_id = n.id;
  update public.users u
     set display_name = left(btrim(n.given_name || ' ' || n.family_name), 200)
    from new_rows n
    join old_rows o
      on o.organization_id = n.organization_id
     and o.id = n.id
   where (o.given_name, o.family_name) is distinct from (n.given_name, n.family_name)
     and u.id = n.user_id
     and u.sign_in_email is null;
  -- E-mail and phone are searched at home only.
  select array_agg(n.organization_id), array_agg(n.id)
    into v_organizations, v_clients
    from new_rows n
    join old_rows o
      on o.organization_id = n.organization_id
     and o.id = n.id
   where (o.email, o.phone) is distinct from (n.email, n.phone);
  if v_clients is not null then
    delete from public.client_words w
     using unnest(v_organizations, v_clients) as k (organization_id, client_id)
     where w.organization_id = k.organization_id
       and w.client_id = k.client_id;
    perform members.write_words(v_organizations, v_clients);
  end if;
  return null;
end
$$;

create function members.count_photo() returns trigger
  language plpgsql security definer
  set search_path = ''
as $$
begin
  update public.client_organizations
     set photo_version = case when tg_op = 'DELETE' then 0 else photo_version + 1 end
   where home_organization_id = coalesce(new.organization_id, old.organization_id)
     and client_id = coalesce(new.client_id, old.client_id);
  return null;
end
$$;

create function members.check_visit() returns trigger
  language plpgsql security definer
  set search_path = ''
as $$
begin
  -- Whoever writes a visit waits for the others of the same client, so that two scans within five minutes are one.
  perform from public.client_organizations
    where organization_id = new.organization_id and client_id = new.client_id
    for no key update;
  if exists (select from public.visits v
              where v.organization_id = new.organization_id
                and v.client_id = new.client_id
                and v.undone_at is null
                and v.checked_in_at > new.checked_in_at - interval '5 minutes'
                and v.checked_in_at < new.checked_in_at + interval '5 minutes') then
    if access.is_elsewhere(new.organization_id) then
      return new;
    end if;
    raise unique_violation using
      message = 'this client is checked in already',
      constraint = 'visits_one_in_five_minutes';
  end if;
  return new;
end
$$;

create function members.count_visit() returns trigger
  language plpgsql security definer
  set search_path = ''
as $$
begin
  if tg_op = 'INSERT' then
    update public.client_organizations
       set visit_count = visit_count + 1,
           first_visit_at = least(first_visit_at, new.checked_in_at),
           last_visit_at = greatest(last_visit_at, new.checked_in_at)
     where organization_id = new.organization_id
       and client_id = new.client_id;
  else
    -- An undo. undo_once() holds the standing's lock, so that this statement sees every visit that stands.
    update public.client_organizations co
       set visit_count = co.visit_count - 1,
           first_visit_at = v.first_at,
           last_visit_at = greatest(v.last_at, co.last_visit_before_at)
      from (select min(checked_in_at) as first_at, max(checked_in_at) as last_at
              from public.visits
             where organization_id = new.organization_id
               and client_id = new.client_id
               and undone_at is null) v
     where co.organization_id = new.organization_id
       and co.client_id = new.client_id;
  end if;
  return null;
end
$$;

create function members.undo_once() returns trigger
  language plpgsql security definer
  set search_path = ''
as $$
begin
  perform from public.client_organizations
    where organization_id = old.organization_id and client_id = old.client_id
    for no key update;
  if old.undone_at is not null then
    raise check_violation using
      message = 'this visit is undone already',
      constraint = 'visits_undone_once';
  end if;
  if (to_jsonb(new) - 'undone_at' - 'undone_by') <> (to_jsonb(old) - 'undone_at' - 'undone_by') or new.undone_at is null then
    raise check_violation using
      message = 'a visit is undone, never changed',
      constraint = 'visits_only_undone';
  end if;
  return new;
end
$$;

create function members.client_id() returns uuid
  language sql stable security definer
  set search_path = ''
as $$
  -- Someone may be a client of several gyms: it is the standing here that counts, the own gym's record before a visitor's.
  select co.client_id
    from public.clients c
    join public.client_organizations co
      on co.home_organization_id = c.organization_id
     and co.client_id = c.id
   where c.user_id = (select access.user_id())
     and co.organization_id = (select access.organization_id())
   order by co.home_organization_id = co.organization_id desc
   limit 1
$$;
comment on function members.client_id() is 'The client that the bound user is at the bound gym, or null. Policies use it for a member''s own rows.';

-- ---------------------------------------------------------------------------------------------------------------
-- Reads of what no plain SELECT shows (they log themselves from V7 on)
-- ---------------------------------------------------------------------------------------------------------------

create function members.photo(p_client uuid, p_small boolean) returns bytea
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
     and (access.rank((select access.tier())) >= 3 or co.client_id = (select members.client_id()))
$$;
comment on function members.photo(uuid, boolean) is 'The photo of a client who stands at the bound gym, whichever gym of the chain keeps it.';

create function members.standings(p_client uuid)
  returns table (organization_id uuid, organization_name text, slug text, time_zone text, is_home boolean, member_number text,
                 status text, plan_name text, valid_until date, joined_on date, visit_count bigint, last_visit_at timestamptz)
  language sql stable security definer
  set search_path = ''
as $$
  select o.id, o.name, o.slug, o.time_zone, co.organization_id = co.home_organization_id, co.member_number,
         co.status, co.plan_name, co.valid_until, co.joined_on, co.visit_count, co.last_visit_at
    from public.client_organizations here
    join public.client_organizations co
      on co.home_organization_id = here.home_organization_id
     and co.client_id = here.client_id
    join public.organizations o on o.id = co.organization_id
   where here.organization_id = (select access.organization_id())
     and here.client_id = p_client
     and (access.rank((select access.tier())) >= 3 or here.client_id = (select members.client_id()))
   order by co.organization_id = co.home_organization_id desc, o.name
$$;
comment on function members.standings(uuid) is 'Where in the chain a client of the bound gym stands.';

create function members.admit(p_client uuid, p_home uuid) returns uuid
  language plpgsql volatile security definer
  set search_path = ''
as $$
declare
  v_id uuid;
begin
  if access.rank(access.tier()) < 3 then
    raise insufficient_privilege using message = 'only staff and above admit visitors';
  end if;
  insert into public.client_organizations (organization_id, client_id, home_organization_id, status, plan_name, valid_until, photo_version)
  select access.organization_id(), co.client_id, co.home_organization_id, co.status, co.plan_name, co.valid_until, co.photo_version
    from public.client_organizations co
   where co.organization_id = p_home
     and co.home_organization_id = p_home
     and co.client_id = p_client
     and p_home in (select access.chain_of(access.organization_id()))
  returning id into v_id;
  return v_id;
end
$$;
comment on function members.admit(uuid, uuid) is 'Gives a client of another gym of the chain a standing at the bound gym; null when there is no such client in the chain.';

grant execute on function
  members.normalise(text), members.search_tokens(text), members.sort_name(text, text), members.client_id(),
  members.photo(uuid, boolean), members.standings(uuid)
  to zore_owner, zore_admin, zore_staff, zore_trainer, zore_member;
grant execute on function
  members.admit(uuid, uuid), members.reserve_member_numbers(int), members.name_words(text), members.number_words(text),
  members.phone_words(text)
  to zore_owner, zore_admin, zore_staff;

reset role;

create trigger give_user before insert on clients for each row execute function members.give_user();
create trigger pass_on_changes after update on clients
  referencing old table as old_rows new table as new_rows
  for each statement execute function members.pass_on_changes();
create trigger copy_identity before insert on client_organizations for each row execute function members.copy_identity();
create trigger keep_last_visit before update of last_visit_before_at on client_organizations
  for each row execute function members.keep_last_visit();
create trigger write_words after insert on client_organizations
  referencing new table as new_rows
  for each statement execute function members.words_of_new_standings();
create trigger renew_words after update on client_organizations
  referencing old table as old_rows new table as new_rows
  for each statement execute function members.words_of_changed_standings();
create trigger remove_words after delete on client_organizations
  referencing old table as old_rows
  for each statement execute function members.words_of_removed_standings();
create trigger count_photo after insert or update or delete on client_photos for each row execute function members.count_photo();
create trigger check_visit before insert on visits for each row execute function members.check_visit();
create trigger undo_once before update on visits for each row execute function members.undo_once();
create trigger count_visit after insert or update on visits for each row execute function members.count_visit();

call access.keep_version('clients');
call access.keep_version('client_photos');
call access.keep_version('client_notes');
call access.keep_version('hand_over_notes');
call access.keep_version('imports');
call access.keep_version('saved_views');
-- Visits and photos change statistics, not what people edit: they do not disturb someone who has the form open.
create trigger touch before update of given_name, family_name, member_number, status, plan_name, valid_until, joined_on
  on client_organizations for each row execute function access.touch();

-- ---------------------------------------------------------------------------------------------------------------
-- Policies
-- ---------------------------------------------------------------------------------------------------------------

call access.protect_tenant_table('clients');
grant select (organization_id, id, user_id, given_name, family_name, birth_date, gender, email, phone, street, postal_code, city,
              country, emergency_name, emergency_phone, emergency_relation, preferences, import_id, erased_at, created_at,
              updated_at, version)
  on clients to zore_owner, zore_admin, zore_staff, zore_trainer, zore_member;
grant insert (organization_id, id, user_id, given_name, family_name, birth_date, gender, email, phone, street, postal_code, city,
              country, emergency_name, emergency_phone, emergency_relation, medical_notes, care_points, preferences, import_id)
  on clients to zore_owner, zore_admin, zore_staff;
grant update (given_name, family_name, birth_date, gender, email, phone, street, postal_code, city, country, emergency_name,
              emergency_phone, emergency_relation, medical_notes, care_points, preferences)
  on clients to zore_owner, zore_admin, zore_staff;

create policy "everyone sees their own record" on clients
  for select to zore_owner, zore_admin, zore_staff, zore_trainer, zore_member
  using (user_id = (select access.user_id()));
create policy "staff and above see every client of the gym" on clients
  for select to zore_owner, zore_admin, zore_staff
  using (true);
create policy "staff and above add clients" on clients
  for insert to zore_owner, zore_admin, zore_staff
  with check (true);
create policy "staff and above change clients" on clients
  for update to zore_owner, zore_admin, zore_staff
  using (erased_at is null)
  with check (erased_at is null);

call access.protect_tenant_table('client_organizations');
grant select on client_organizations to zore_owner, zore_admin, zore_staff, zore_trainer, zore_member;
grant insert (organization_id, id, client_id, home_organization_id, member_number, status, plan_name, valid_until, joined_on,
              last_visit_before_at)
  on client_organizations to zore_owner, zore_admin, zore_staff;
grant update (member_number, status, plan_name, valid_until, joined_on, last_visit_before_at)
  on client_organizations to zore_owner, zore_admin, zore_staff;

create policy "everyone sees their own standing" on client_organizations
  for select to zore_owner, zore_admin, zore_staff, zore_trainer, zore_member
  using (client_id = (select members.client_id()));
create policy "staff and above see every standing at the gym" on client_organizations
  for select to zore_owner, zore_admin, zore_staff
  using (true);
create policy "staff and above give their own clients a standing" on client_organizations
  for insert to zore_owner, zore_admin, zore_staff
  with check (home_organization_id = organization_id);
create policy "staff and above change standings" on client_organizations
  for update to zore_owner, zore_admin, zore_staff
  using (true)
  with check (true);

call access.protect_tenant_table('client_words');
grant select on client_words to zore_owner, zore_admin, zore_staff;
create policy "staff and above search" on client_words
  for select to zore_owner, zore_admin, zore_staff
  using (true);

call access.protect_tenant_table('member_numbers');
grant select on member_numbers to zore_owner, zore_admin, zore_staff;
create policy "staff and above see the next number" on member_numbers
  for select to zore_owner, zore_admin, zore_staff
  using (true);

call access.protect_tenant_table('client_photos');
grant select, delete on client_photos to zore_owner, zore_admin, zore_staff;
grant insert (organization_id, client_id, image, thumbnail, media_type) on client_photos to zore_owner, zore_admin, zore_staff;
grant update (image, thumbnail, media_type) on client_photos to zore_owner, zore_admin, zore_staff;
create policy "staff and above see photos" on client_photos
  for select to zore_owner, zore_admin, zore_staff
  using (true);
create policy "staff and above add photos" on client_photos
  for insert to zore_owner, zore_admin, zore_staff
  with check (true);
create policy "staff and above replace photos" on client_photos
  for update to zore_owner, zore_admin, zore_staff
  using (true)
  with check (true);
create policy "staff and above remove photos" on client_photos
  for delete to zore_owner, zore_admin, zore_staff
  using (true);

call access.protect_tenant_table('client_notes');
grant select on client_notes to zore_owner, zore_admin, zore_staff;
grant insert (organization_id, id, client_id, kind, body, written_by) on client_notes to zore_owner, zore_admin, zore_staff;
grant update (kind, body, archived_at) on client_notes to zore_owner, zore_admin, zore_staff;
create policy "staff and above read notes" on client_notes
  for select to zore_owner, zore_admin, zore_staff
  using (true);
create policy "staff and above write notes in their own name" on client_notes
  for insert to zore_owner, zore_admin, zore_staff
  with check (written_by = (select access.user_id()));
create policy "staff and above change notes" on client_notes
  for update to zore_owner, zore_admin, zore_staff
  using (true)
  with check (true);

call access.protect_tenant_table('visits');
grant select on visits to zore_owner, zore_admin, zore_staff, zore_trainer, zore_member;
grant insert (organization_id, id, client_id, checked_in_at, checked_in_by, source, verdict, override_reason)
  on visits to zore_owner, zore_admin, zore_staff;
grant update (undone_at, undone_by) on visits to zore_owner, zore_admin, zore_staff;
create policy "everyone sees their own visits" on visits
  for select to zore_owner, zore_admin, zore_staff, zore_trainer, zore_member
  using (client_id = (select members.client_id()));
create policy "staff and above see visits" on visits
  for select to zore_owner, zore_admin, zore_staff
  using (true);
create policy "staff and above check clients in, in their own name" on visits
  for insert to zore_owner, zore_admin, zore_staff
  with check (checked_in_by = (select access.user_id())
              and (verdict <> 'allowed' or (select access.permitted('checkin.override'))));
create policy "staff and above undo visits, in their own name" on visits
  for update to zore_owner, zore_admin, zore_staff
  using (true)
  with check (undone_by = (select access.user_id()));

call access.protect_tenant_table('hand_over_notes');
grant select on hand_over_notes to zore_owner, zore_admin, zore_staff;
grant insert (organization_id, id, body, written_by) on hand_over_notes to zore_owner, zore_admin, zore_staff;
grant update (body, done_at, done_by) on hand_over_notes to zore_owner, zore_admin, zore_staff;
create policy "staff and above read what the last shift left" on hand_over_notes
  for select to zore_owner, zore_admin, zore_staff
  using (true);
create policy "staff and above leave notes in their own name" on hand_over_notes
  for insert to zore_owner, zore_admin, zore_staff
  with check (written_by = (select access.user_id()));
create policy "staff and above tick notes off" on hand_over_notes
  for update to zore_owner, zore_admin, zore_staff
  using (true)
  with check (done_by is null or done_by = (select access.user_id()));

call access.protect_tenant_table('imports');
grant select on imports to zore_owner, zore_admin, zore_staff;
grant insert (organization_id, id, file_name, file_bytes, content_sha256, mapping, status, rows_total, rows_done, rows_created,
              rows_updated, rows_skipped, rows_rejected, failure, made_tags, started_by, started_at, finished_at)
  on imports to zore_owner, zore_admin, zore_staff;
grant update (mapping, status, rows_total, rows_done, rows_created, rows_updated, rows_skipped, rows_rejected, failure, made_tags,
              started_at, finished_at, undone_by, undone_at)
  on imports to zore_owner, zore_admin, zore_staff;
create policy "staff and above with the right see imports" on imports
  for select to zore_owner, zore_admin, zore_staff
  using ((select access.permitted('members.import')));
create policy "staff and above with the right start imports in their own name" on imports
  for insert to zore_owner, zore_admin, zore_staff
  with check (started_by = (select access.user_id()) and (select access.permitted('members.import')));
create policy "staff and above with the right carry imports on" on imports
  for update to zore_owner, zore_admin, zore_staff
  using ((select access.permitted('members.import')))
  with check ((select access.permitted('members.import')) and (undone_by is null or undone_by = (select access.user_id())));

call access.protect_tenant_table('import_files');
grant select, insert, delete on import_files to zore_owner, zore_admin, zore_staff;
create policy "staff and above with the right read files to import" on import_files
  for select to zore_owner, zore_admin, zore_staff
  using ((select access.permitted('members.import')));
create policy "staff and above with the right keep files to import" on import_files
  for insert to zore_owner, zore_admin, zore_staff
  with check ((select access.permitted('members.import')));
create policy "staff and above with the right drop files" on import_files
  for delete to zore_owner, zore_admin, zore_staff
  using ((select access.permitted('members.import')));

call access.protect_tenant_table('import_rows');
grant select (organization_id, import_id, row_number, outcome, client_id, client_version, standing_version, tag_ids, note_id, problems,
              member_number, label)
  on import_rows to zore_owner, zore_admin, zore_staff;
grant insert (organization_id, import_id, row_number, outcome, client_id, client_version, standing_version, tag_ids, note_id, problems,
              member_number, label)
  on import_rows to zore_owner, zore_admin, zore_staff;
create policy "staff and above with the right see what became of rows" on import_rows
  for select to zore_owner, zore_admin, zore_staff
  using ((select access.permitted('members.import')));
create policy "staff and above with the right record rows" on import_rows
  for insert to zore_owner, zore_admin, zore_staff
  with check ((select access.permitted('members.import')));

call access.protect_tenant_table('saved_views');
grant select, delete on saved_views to zore_owner, zore_admin, zore_staff, zore_trainer, zore_member;
grant insert (organization_id, id, user_id, screen, name, query, is_shared)
  on saved_views to zore_owner, zore_admin, zore_staff, zore_trainer, zore_member;
grant update (name, query, is_shared) on saved_views to zore_owner, zore_admin, zore_staff, zore_trainer, zore_member;
create policy "everyone sees their own views" on saved_views
  for select to zore_owner, zore_admin, zore_staff, zore_trainer, zore_member
  using (user_id = (select access.user_id()));
create policy "staff and above see shared views" on saved_views
  for select to zore_owner, zore_admin, zore_staff
  using (is_shared);
create policy "everyone saves views of their own" on saved_views
  for insert to zore_owner, zore_admin, zore_staff, zore_trainer, zore_member
  with check (user_id = (select access.user_id()));
create policy "everyone changes their own views" on saved_views
  for update to zore_owner, zore_admin, zore_staff, zore_trainer, zore_member
  using (user_id = (select access.user_id()))
  with check (user_id = (select access.user_id()));
create policy "everyone removes their own views" on saved_views
  for delete to zore_owner, zore_admin, zore_staff, zore_trainer, zore_member
  using (user_id = (select access.user_id()));
