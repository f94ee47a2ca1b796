package com.tryzore.crm.members;

import com.tryzore.crm.access.Binding;
import com.tryzore.crm.access.Bindings;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds members of the bound gym while somebody types, and by a scanned number. Answers within a
 * few milliseconds whatever the size of the gym. Whoever may not see members finds none.
 */
@Service
@Transactional(readOnly = true)
public class MemberSearch {
  private static final int MOST = 200;

  private final JdbcClient sql;
  private final Bindings bindings;

  MemberSearch(JdbcClient sql, Bindings bindings) {
    this.sql = sql;
    this.bindings = bindings;
  }

  /**
   * The members whose words begin with all that was typed: parts of the name, the member number,
   * the e-mail address, digits of the telephone number. Case and accents do not matter. E-mail and
   * telephone are found at the client's own gym only. Exact words come first, then by name.
   *
   * @param typed as typed; without a letter or digit nobody is found
   * @param limit how many answers are wanted, at most 200
   */
  public List<MemberHit> find(String typed, int limit) {
    TypedWords words = words(typed);
    if (words.isEmpty() || limit <= 0) {
      return List.of();
    }
    Binding binding = bindings.required();
    return sql.sql(
            """
            select co.*, c.birth_date
              from (%s
                     order by word, sort_name, client_id
                     limit :limit) hit
              join client_organizations co
                on co.organization_id = :organization
               and co.client_id = hit.client_id
              left join clients c
                on c.organization_id = :organization
               and c.id = co.client_id
             order by hit.word, hit.sort_name, hit.client_id
            """
                .formatted(words.answers()))
        .param("organization", binding.organization().value())
        .param("limit", Math.min(limit, MOST))
        .params(words.parameters())
        .query(new MemberHitMapper(today(binding)))
        .list();
  }

  /**
   * The member with exactly this number, as a scanner reads it from a card.
   *
   * @param memberNumber spaces around it do not count; case does
   */
  public Optional<MemberHit> byNumber(String memberNumber) {
    Binding binding = bindings.required();
    return sql.sql(
            """
            select co.*, c.birth_date
              from client_organizations co
              left join clients c
                on c.organization_id = :organization
               and c.id = co.client_id
             where co.organization_id = :organization
               and co.member_number = :number
            """)
        .param("organization", binding.organization().value())
        .param("number", memberNumber.strip())
        .query(new MemberHitMapper(today(binding)))
        .optional();
  }

  /** What was typed, as the database splits and normalises it, and how much begins with it. */
  TypedWords words(String typed) {
    if (typed.isBlank()) {
      return new TypedWords(List.of());
    }
    return new TypedWords(
        sql.sql(
                """
                select typed.token,
                       (select count(*)
                          from (select
                                  from client_words w
                                 where w.organization_id = :organization
                                   and w.word >= typed.token
                                   and w.word < typed.past
                                 limit :counted) entries)
                  from (select token collate "C" as token, (token || :last) collate "C" as past, number
                          from unnest(members.search_tokens(:typed)) with ordinality as tokens (token, number)
                        offset 0) typed
                 order by typed.number
                """)
            .param("organization", bindings.required().organization().value())
            .param("typed", typed.replace("\0", ""))
            .param("last", TypedWords.LAST)
            .param("counted", TypedWords.COUNTED)
            .query((row, number) -> new TypedWords.Word(row.getString(1), row.getInt(2)))
            .list());
  }

  private static LocalDate today(Binding binding) {
    return LocalDate.now(binding.zone());
  }
}
