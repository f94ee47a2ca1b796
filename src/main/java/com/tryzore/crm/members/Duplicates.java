package com.tryzore.crm.members;

import com.tryzore.crm.access.Binding;
import com.tryzore.crm.access.Bindings;
import com.tryzore.crm.members.PossibleDuplicate.Sign;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Looks whether the gym has somebody already, fast enough to ask at every field one leaves. */
@Service
@Transactional(readOnly = true)
public class Duplicates {
  private static final int MOST = 5;

  private final JdbcClient sql;
  private final Bindings bindings;

  Duplicates(JdbcClient sql, Bindings bindings) {
    this.sql = sql;
    this.bindings = bindings;
  }

  /**
   * Those with the same e-mail address, the same telephone number, or the same name (case and
   * accents aside) and birth date; most in common first, five at most.
   *
   * @param typed what is known so far
   * @param self the member being edited, who is no duplicate
   */
  public List<PossibleDuplicate> of(ClientData typed, @Nullable ClientId self) {
    Binding binding = bindings.required();
    return sql.sql(
            """
            with signs as (
              select c.id, 'EMAIL' as sign
                from clients c
               where c.organization_id = :organization
                 and c.email = :email
              union all
              select c.id, 'PHONE'
                from clients c
               where c.organization_id = :organization
                 and c.phone = :phone
              union all
              select c.id, 'NAME_AND_BIRTH_DATE'
                from clients c
                join client_organizations co
                  on co.organization_id = c.organization_id
                 and co.client_id = c.id
               where c.organization_id = :organization
                 and c.birth_date = :born
                 and co.sort_name = members.sort_name(:given, :family)),
            people as (
              select id, string_agg(sign, ',' order by sign) as signs, count(*) as many
                from signs
               where id is distinct from :self
               group by id
               order by count(*) desc, id
               limit :most)
            select co.client_id,
                   co.member_number,
                   co.given_name,
                   co.family_name,
                   co.status,
                   co.plan_name,
                   co.valid_until,
                   co.last_visit_at,
                   co.visit_count,
                   co.photo_version,
                   c.birth_date,
                   p.signs
              from people p
              join client_organizations co
                on co.organization_id = :organization
               and co.client_id = p.id
              join clients c
                on c.organization_id = :organization
               and c.id = p.id
             order by p.many desc, co.sort_name, co.client_id
            """)
        .param("organization", binding.organization().value())
        .param("email", typed.email(), java.sql.Types.VARCHAR)
        .param("phone", typed.phone(), java.sql.Types.VARCHAR)
        .param("born", typed.birthDate(), java.sql.Types.DATE)
        .param("given", typed.givenName())
        .param("family", typed.familyName())
        .param("self", self == null ? null : self.value(), java.sql.Types.OTHER)
        .param("most", MOST)
        .query(
            (row, number) ->
                new PossibleDuplicate(
                    new MemberHitMapper(LocalDate.now(binding.zone())).mapRow(row, number),
                    signs(row.getString("signs"))))
        .list();
  }

  private static Set<Sign> signs(String joined) {
    Set<Sign> signs = EnumSet.noneOf(Sign.class);
    Arrays.stream(joined.split(",", -1)).map(Sign::valueOf).forEach(signs::add);
    return signs;
  }
}
