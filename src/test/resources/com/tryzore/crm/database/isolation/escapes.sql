-- What an injected statement would try. Each line is run as every tier with a live binding, and as the logins of the
-- gate and of background work, and each must be refused: with insufficient_privilege, or with the state that stands
-- after the arrow. Nothing here may succeed.

-- (What a login can do to itself, and only that: change its own password and settings. Every start sets them right.)

-- becoming somebody else
set role zore_owner                                    --> 42501 unless zore_owner
set role zore_definer
set role zore_migrator
set role postgres                                      --> 42501 or 22023
set local role zore_definer
select set_config('role', 'zore_definer', true)
select set_config('role', 'zore_migrator', false)
set session authorization zore_migrator
set session authorization zore_definer
select set_config('session_authorization', 'zore_migrator', true)
grant zore_definer to current_user
grant zore_migrator to current_user
alter role current_user superuser
alter role current_user bypassrls
alter role current_user createrole
alter role current_user connection limit 1
alter role current_user valid until '2000-01-01'
alter role zore_migrator password 'mine'
alter role zore_migrator set search_path = pg_temp
alter role all set search_path = pg_temp
create role mine superuser
drop role zore_jobs
alter default privileges for role zore_definer grant execute on functions to public
grant select on clients to zore_member                 --> 42501 or 42P01
grant zore_owner to zore_member

-- making something of one's own to stand in the way of what is looked up
create table public.mine (a int)
create temporary table mine (a int)
create temporary table clients (organization_id uuid)
create temporary view clients as select 1
create schema mine
create function public.mine() returns int language sql as 'select 1'
create function pg_temp.mine() returns int language sql as 'select 1'
create function access.mine() returns int language sql as 'select 1'
create or replace function access.organization_id() returns uuid language sql as 'select null::uuid'
create or replace function pg_catalog.sha256(bytea) returns bytea language sql as 'select $1'
create operator public.= (leftarg = uuid, rightarg = uuid, function = uuid_eq)
create cast (text as uuid) with inout as implicit
create type public.mine as (a int)
create domain public.mine as text
create sequence public.mine
create view public.mine as select 1
create materialized view public.mine as select 1
create aggregate public.mine (int) (sfunc = int4pl, stype = int)
create collation public.mine from "C"
create text search configuration public.mine (copy = simple)
create extension dblink schema public
create extension file_fdw schema public
create extension pg_trgm schema public
create extension pg_stat_statements schema public
create event trigger mine on ddl_command_start execute function audit.refuse_change()
create publication mine for all tables
create server mine foreign data wrapper mine           --> 42704
create language plpython3u                             --> 42501 or 0A000 or 58P01
create database mine                                   --> 25001
create tablespace mine location '/tmp'                 --> 25001
load '/tmp/mine.so'
do language plpgsql $$ begin execute 'set role zore_definer'; end $$
do language plpgsql $$ begin execute 'create temporary table mine (a int)'; end $$

-- taking the walls down
alter table public.clients disable row level security
alter table public.clients no force row level security
alter table public.clients owner to current_user
alter table public.clients disable trigger all
alter table public.clients add column mine text
alter table public.clients rename to mine
alter policy "staff and above see every client of the gym" on public.clients to public
create policy mine on public.clients using (true)
drop policy "never beyond the bound organization" on public.clients
create trigger mine before insert on public.clients for each row execute function access.touch()
drop trigger audit_update on public.clients
create rule mine as on select to public.clients do instead select 1
create index mine on public.clients (family_name)
create statistics mine on given_name, family_name from public.clients
drop table public.clients
drop schema access cascade
drop function access.organization_id()
comment on table public.clients is 'mine'
alter function access.live_session() security invoker
alter function access.live_session() set search_path = pg_temp
alter table public.audit_logs detach partition audit.audit_logs_default
alter database zore set row_security = off             --> 42501 or 3D000
reindex table public.clients
set row_security = off; select from public.organizations
set local row_security = off; update public.users set locale = 'xx'
set session_replication_role = replica
select set_config('session_replication_role', 'replica', true)

-- whole tables, partitions and files
truncate public.clients
truncate public.visits, public.users cascade
truncate public.audit_logs
select from audit.audit_logs_default
select from audit.audit_logs_2026_12                   --> 42501 or 42P01
insert into audit.audit_logs_default select * from public.audit_logs
delete from audit.audit_logs_default
truncate audit.audit_logs_default
select from public.flyway_schema_history
insert into public.ui_sessions select * from public.ui_sessions
copy public.clients (organization_id) to '/tmp/mine'
copy public.clients (organization_id) to program 'cat'
copy public.clients (organization_id) from '/etc/passwd'
copy public.clients (organization_id) from program 'id'
copy public.client_organizations from stdin            --> 42501 or 0A000
select pg_read_file('/etc/passwd')
select pg_read_binary_file('postgresql.conf')
select pg_ls_dir('.')
select pg_stat_file('postgresql.conf')
select pg_ls_waldir()
select pg_ls_logdir()
select pg_ls_tmpdir()
select lo_import('/etc/passwd')
select lo_export(1, '/tmp/mine')
select lo_create(0)
select lo_creat(-1)
select lo_from_bytea(0, 'kept for the next')
select pg_logical_emit_message(false, 'mine', 'x')
select pg_create_restore_point('mine')
select pg_switch_wal()
select pg_backup_start('mine')
select pg_create_logical_replication_slot('mine', 'pgoutput')
select pg_replication_origin_create('mine')

-- what the server knows of others
select rolpassword from pg_authid
select passwd from pg_shadow
select from pg_statistic
select from pg_statistic_ext_data
select from pg_largeobject
select subconninfo from pg_subscription
select from pg_user_mapping
select from pg_hba_file_rules
select from pg_file_settings
select from pg_config
select from pg_stat_activity
select pg_stat_get_activity(null)
select pg_stat_get_backend_activity(1)
select from pg_stat_statements                         --> 42P01

-- the server's own settings, and other people's sessions
alter system set log_statement = 'all'                 --> 25001
set log_statement = 'none'
set log_min_messages = 'panic'
set track_activities = off
set session_preload_libraries = 'mine'
set dynamic_library_path = '/tmp'
set temp_tablespaces = 'mine'                          --> 42704
select pg_reload_conf()
select pg_rotate_logfile()
select pg_terminate_backend(0)
select pg_cancel_backend(0)
select pg_log_backend_memory_contexts(0)
select pg_promote()
select pg_notify('anyone', 'told')
select pg_advisory_lock(1)
select pg_try_advisory_lock(1)
select pg_advisory_lock_shared(1)
select pg_advisory_xact_lock(1)
select pg_try_advisory_xact_lock(1, 1)
select query_to_xml('select * from pg_authid', true, true, '')
select database_to_xml(true, true, '')
select pg_sleep(0)
select dblink('dbname=zore', 'select 1')               --> 42883
