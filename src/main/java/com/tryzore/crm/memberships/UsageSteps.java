package com.tryzore.crm.memberships;

import com.tryzore.crm.access.Binding;
import com.tryzore.crm.access.Bindings;
import com.tryzore.crm.members.ClientId;
import com.tryzore.crm.memberships.terms.Mark;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What {@link Usage} does, each in one transaction. */
@Service
@Transactional
class UsageSteps {
  private final JdbcClient sql;
  private final MembershipRows rows;
  private final MembershipWriter writer;
  private final Bindings bindings;

  UsageSteps(JdbcClient sql, MembershipRows rows, MembershipWriter writer, Bindings bindings) {
    this.sql = sql;
    this.rows = rows;
    this.writer = writer;
    this.bindings = bindings;
  }

  private UUID here() {
    return bindings.required().organization().value();
  }

  CreditStory story(MembershipId membership) {
    return new CreditStory(
        sql.sql(
                """
                select u.id, u.usage_type, u.quantity, u.expires_on, u.reason, u.reverses_id,
                       u.created_at, e.title, coalesce(maker.display_name, '') as maker,
                       exists (select
                                 from membership_usage r
                                where r.organization_id = u.organization_id
                                  and r.reverses_id = u.id) as reversed
                  from membership_usage u
                  left join events e
                    on e.organization_id = u.organization_id
                   and e.id = u.event_id
                  left join users maker on maker.id = u.made_by
                 where u.organization_id = ?
                   and u.membership_id = ?
                 order by u.created_at, u.id
                """)
            .params(here(), membership.value())
            .query(UsageSteps::line)
            .list());
  }

  private static CreditLine line(ResultSet row, int number) throws SQLException {
    UUID reverses = row.getObject("reverses_id", UUID.class);
    return new CreditLine(
        new UsageId(row.getObject("id", UUID.class)),
        UsageType.of(row.getString("usage_type")),
        row.getInt("quantity"),
        row.getObject("expires_on", LocalDate.class),
        row.getString("title"),
        row.getString("reason"),
        reverses == null ? null : new UsageId(reverses),
        row.getBoolean("reversed"),
        new Mark(
            row.getString("maker"), row.getObject("created_at", OffsetDateTime.class).toInstant()));
  }

  UsageChange use(
      ClientId client, UsageType type, LocalDate day, @Nullable UUID event, @Nullable UUID visit) {
    Binding binding = bindings.required();
    List<Membership> held =
        rows.ofClient(binding.organization().value(), client, day).stream()
            .filter(membership -> runsOn(membership, day))
            .sorted(IN_THE_MEMBERS_INTEREST)
            .toList();
    if (held.isEmpty()) {
      return new UsageChange.NothingValid();
    }
    UsageChange last = new UsageChange.NoneLeft(held.getFirst().id());
    for (Membership membership : held) {
      last = useOf(membership.id(), type, day, event, visit, null);
      if (!(last instanceof UsageChange.NoneLeft)) {
        return last;
      }
    }
    return last;
  }

  /** What costs nothing, what would be lost soonest, what ends first. */
  static final Comparator<Membership> IN_THE_MEMBERS_INTEREST =
      Comparator.comparing((Membership m) -> m.kind() == PlanKind.PACK)
          .thenComparing(m -> m.kind() == PlanKind.PER_PERIOD)
          .thenComparing(m -> m.end() == null ? LocalDate.MAX : m.end())
          .thenComparing(m -> m.id().value());

  static boolean runsOn(Membership membership, LocalDate day) {
    LocalDate end = membership.end();
    return !membership.start().isAfter(day)
        && (end == null || !end.isBefore(day))
        && membership.status() != MembershipStatus.CANCELLED
        && !membership.agreement().freezes().cover(day);
  }

  UsageChange useOf(
      MembershipId membership,
      UsageType type,
      LocalDate day,
      @Nullable UUID event,
      @Nullable UUID visit,
      @Nullable String reason) {
    return sql.sql(
            """
            select outcome, usage_id, left_over
              from members.use_credit(?, ?, cast(? as uuid), cast(? as uuid), ?, cast(? as text))
            """)
        .params(membership.value(), type.key())
        .param(text(event))
        .param(text(visit))
        .param(day)
        .param(reason)
        .query(
            (row, number) ->
                switch (row.getString("outcome")) {
                  case "used" ->
                      new UsageChange.Used(
                          membership,
                          new UsageId(row.getObject("usage_id", UUID.class)),
                          row.getInt("left_over"));
                  case "not_counted" -> new UsageChange.NotCounted(membership);
                  case "none_left" -> new UsageChange.NoneLeft(membership);
                  case "not_valid" -> new UsageChange.NothingValid();
                  default -> new UsageChange.Unknown();
                })
        .single();
  }

  private static @Nullable String text(@Nullable UUID id) {
    return id == null ? null : id.toString();
  }

  UsageChange giveBack(UsageId line, @Nullable String reason) {
    Optional<UUID> written =
        sql.sql(
                """
                insert into membership_usage (organization_id, membership_id, event_id, visit_id,
                                              usage_type, quantity, reverses_id, reason, expires_on,
                                              made_by)
                select organization_id, membership_id, event_id, visit_id, 'returned', -quantity, id,
                       cast(:reason as text), expires_on, :user
                  from membership_usage
                 where organization_id = :organization
                   and id = :line
                   and usage_type in ('class', 'visit', 'guest_pass', 'personal_training')
                returning id
                """)
            .param("reason", reason)
            .param("user", bindings.required().user().value())
            .param("organization", here())
            .param("line", line.value())
            .query(UUID.class)
            .optional();
    return written
        .<UsageChange>map(id -> new UsageChange.Written(new UsageId(id)))
        .orElseGet(UsageChange.Unknown::new);
  }

  UsageChange adjust(MembershipId membership, int quantity, String reason) {
    LocalDate today = LocalDate.now(bindings.required().zone());
    Optional<Membership> held = rows.one(here(), membership, today).stream().findFirst();
    if (held.isEmpty()) {
      return new UsageChange.Unknown();
    }
    UUID id =
        sql.sql(
                """
                insert into membership_usage (organization_id, membership_id, usage_type, quantity,
                                              reason, made_by)
                values (?, ?, 'adjustment', ?, ?, ?)
                returning id
                """)
            .params(here(), membership.value(), quantity, reason)
            .param(bindings.required().user().value())
            .query(UUID.class)
            .single();
    writer.tell(held.get().client());
    return new UsageChange.Written(new UsageId(id));
  }
}
