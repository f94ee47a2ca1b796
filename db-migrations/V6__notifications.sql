-- V6: notifications, what people want to hear of, and the outbox of deliveries.

create table notifications (
  organization_id uuid not null,
  id uuid not null default uuidv7(),
  recipient_id uuid not null,
  type text not null,
  parameters jsonb not null default '{}',
  action_url text,
  read_at timestamptz,
  snoozed_until timestamptz,
  dedupe_key text,
  delivered_in_app boolean not null default true,
  delivered_email boolean not null default false,
  delivered_sms boolean not null default false,
  delivered_push boolean not null default false,
  created_at timestamptz not null default clock_timestamp(),
  updated_at timestamptz not null default clock_timestamp(),
  version bigint not null default 0,
  constraint notifications_pk primary key (organization_id, id),
  constraint notifications_dedupe_key unique (organization_id, recipient_id, dedupe_key),
  constraint notifications_organization_fk foreign key (organization_id) references organizations (id),
  constraint notifications_recipient_fk foreign key (recipient_id) references users (id),
  constraint notifications_type_is_a_word check (type ~ '^[a-z]+([._-][a-z]+)*$'),
  constraint notifications_action_is_a_path check (action_url ~ '^/o/[a-z0-9-]+(/|$)'),
  constraint notifications_parameters_is_object check (jsonb_typeof(parameters) = 'object')
);
comment on table notifications is 'What the recipient is told; the words are made from type and parameters in the reader''s language.';
create index notifications_inbox_idx on notifications (organization_id, recipient_id, created_at desc, id);
create index notifications_unread_idx on notifications (organization_id, recipient_id) where read_at is null;
create index notifications_recipient_idx on notifications (recipient_id);

create table notification_preferences (
  organization_id uuid not null,
  id uuid not null default uuidv7(),
  user_id uuid not null,
  channels jsonb not null default '{}',
  quiet_from time,
  quiet_until time,
  time_zone text,
  email_on boolean not null default true,
  sms_on boolean not null default false,
  push_on boolean not null default false,
  paused_until timestamptz,
  created_at timestamptz not null default clock_timestamp(),
  updated_at timestamptz not null default clock_timestamp(),
  version bigint not null default 0,
  constraint notification_preferences_pk primary key (organization_id, id),
  constraint notification_preferences_user_key unique (organization_id, user_id),
  constraint notification_preferences_organization_fk foreign key (organization_id) references organizations (id),
  constraint notification_preferences_user_fk foreign key (user_id) references users (id),
  constraint notification_preferences_quiet_has_both_ends check ((quiet_from is null) = (quiet_until is null)),
  constraint notification_preferences_channels_is_object check (jsonb_typeof(channels) = 'object')
);
comment on table notification_preferences is 'Channels by type (JSONB), quiet hours in the user''s zone, global switches; per user and organization.';
create index notification_preferences_user_idx on notification_preferences (user_id);

create table notification_deliveries (
  organization_id uuid not null,
  id uuid not null default uuidv7(),
  notification_id uuid,
  channel text not null,
  address text not null,
  subject text,
  body text,
  status text not null default 'waiting',
  attempts int not null default 0,
  not_before timestamptz not null default clock_timestamp(),
  dedupe_key text not null,
  failure text,
  sent_at timestamptz,
  created_at timestamptz not null default clock_timestamp(),
  updated_at timestamptz not null default clock_timestamp(),
  version bigint not null default 0,
  constraint notification_deliveries_pk primary key (organization_id, id),
  constraint notification_deliveries_dedupe_key unique (organization_id, dedupe_key),
  constraint notification_deliveries_notification_fk foreign key (organization_id, notification_id) references notifications (organization_id, id),
  constraint notification_deliveries_channel_is_known check (channel in ('email', 'sms', 'push')),
  constraint notification_deliveries_status_is_known check (status in ('waiting', 'sent', 'dead')),
  constraint notification_deliveries_attempts_are_counted check (attempts >= 0)
);
comment on table notification_deliveries is 'The outbox: written in the transaction of its cause, emptied by the dispatcher.';
create index notification_deliveries_due_idx on notification_deliveries (not_before) where status = 'waiting';
create index notification_deliveries_notification_idx on notification_deliveries (organization_id, notification_id);

set role zore_definer;

create function access.notify(p_recipient uuid, p_type text, p_parameters jsonb, p_action_url text, p_dedupe_key text) returns uuid
  language plpgsql volatile security definer
  set search_path = ''
as $$
declare
  v_organization uuid := access.organization_id();
  v_id uuid;
begin
  if access.rank(access.tier()) < 3 and p_recipient <> access.user_id() then
    raise insufficient_privilege using message = 'this account may not notify others';
  end if;
  if not exists (select from public.user_organizations uo
                  where uo.user_id = p_recipient
                    and uo.status = 'active'
                    and uo.organization_id in (v_organization, access.parent_organization_id())) then
    raise foreign_key_violation using
      message = 'the recipient does not belong to the organization',
      constraint = 'notifications_recipient_fk';
  end if;
  insert into public.notifications (organization_id, recipient_id, type, parameters, action_url, dedupe_key)
  values (v_organization, p_recipient, p_type, p_parameters, p_action_url, p_dedupe_key)
  on conflict (organization_id, recipient_id, dedupe_key) do nothing
  returning id into v_id;
  return v_id;
end
$$;
comment on function access.notify(uuid, text, jsonb, text, text) is
  'Tells someone of the bound organization something; null when the dedupe key was used before.';

grant execute on function access.notify(uuid, text, jsonb, text, text) to zore_owner, zore_admin, zore_staff, zore_trainer, zore_member;

reset role;

call access.keep_version('notifications');
call access.keep_version('notification_preferences');
call access.keep_version('notification_deliveries');

call access.protect_tenant_table('notifications');
grant select on notifications to zore_owner, zore_admin, zore_staff, zore_trainer, zore_member;
grant update (read_at, snoozed_until) on notifications to zore_owner, zore_admin, zore_staff, zore_trainer, zore_member;
create policy "the recipient reads" on notifications
  for select to zore_owner, zore_admin, zore_staff, zore_trainer, zore_member
  using (recipient_id = (select access.user_id()));
create policy "the recipient marks read" on notifications
  for update to zore_owner, zore_admin, zore_staff, zore_trainer, zore_member
  using (recipient_id = (select access.user_id()))
  with check (recipient_id = (select access.user_id()));

call access.protect_tenant_table('notification_preferences');
grant select on notification_preferences to zore_owner, zore_admin, zore_staff, zore_trainer, zore_member;
grant insert (organization_id, id, user_id, channels, quiet_from, quiet_until, time_zone, email_on, sms_on, push_on, paused_until)
  on notification_preferences to zore_owner, zore_admin, zore_staff, zore_trainer, zore_member;
grant update (channels, quiet_from, quiet_until, time_zone, email_on, sms_on, push_on, paused_until)
  on notification_preferences to zore_owner, zore_admin, zore_staff, zore_trainer, zore_member;
create policy "everyone sees their own preferences" on notification_preferences
  for select to zore_owner, zore_admin, zore_staff, zore_trainer, zore_member
  using (user_id = (select access.user_id()));
create policy "everyone sets their own preferences" on notification_preferences
  for insert to zore_owner, zore_admin, zore_staff, zore_trainer, zore_member
  with check (user_id = (select access.user_id()));
create policy "everyone changes their own preferences" on notification_preferences
  for update to zore_owner, zore_admin, zore_staff, zore_trainer, zore_member
  using (user_id = (select access.user_id()))
  with check (user_id = (select access.user_id()));

-- The outbox is the dispatcher's alone.
call access.protect_tenant_table('notification_deliveries');
