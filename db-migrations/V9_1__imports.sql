-- V9.1: a bound connection takes queries only, so that an import lets its plans go through a function.

set role zore_definer;

create function members.plan_anew() returns void
  language plpgsql volatile security definer
  set search_path = ''
as $$
begin
  perform access.organization_id();
  if not access.permitted('members.import') then
    raise insufficient_privilege using message = 'this account may not import members';
  end if;
  execute 'discard plans';
end
$$;
comment on function members.plan_anew() is
  'For an import into tables that were small when it began: plans made then are kept for as long as nobody analyzes the tables. Lets this session''s plans go; leaves nothing behind.';

revoke all on function members.plan_anew() from public;
grant execute on function members.plan_anew() to zore_owner, zore_admin, zore_staff;

reset role;
