package com.tryzore.crm.demo;

import com.tryzore.crm.access.Binding;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a demo gym offers, and where its classes take place. */
@Component
@Transactional
class DemoOffer {

  private record Plan(
      String name,
      String kind,
      long price,
      String period,
      @Nullable Integer uses,
      @Nullable String per) {}

  private static final List<Plan> PLANS =
      List.of(
          new Plan("Unlimited Monthly", "unlimited", 4990, "month", null, null),
          new Plan("12 Month Commitment", "unlimited", 3990, "month", null, null),
          new Plan("Off-Peak Monthly", "unlimited", 2990, "month", null, null),
          new Plan("Twice a Week", "per_period", 3490, "month", 2, "week"),
          new Plan("10 Class Pack", "pack", 11900, "once", 10, null));

  private final JdbcClient sql;

  DemoOffer(JdbcClient sql) {
    this.sql = sql;
  }

  /** Makes the plans and rooms, as an admin; answers the plans' names. */
  List<String> plans(Binding admin) {
    for (Plan plan : PLANS) {
      sql.sql(
              """
              insert into membership_plans (organization_id, name, kind, price_minor, currency,
                                            billing_period, uses_per_period, use_period)
              values (?, ?, ?, ?, ?, ?, ?, ?)
              """)
          .param(admin.organization().value())
          .param(plan.name())
          .param(plan.kind())
          .param(plan.price())
          .param(admin.currency().getCurrencyCode())
          .param(plan.period())
          .param(plan.uses())
          .param(plan.per())
          .update();
    }
    for (String room : List.of("Studio A", "Studio B", "Spin Room")) {
      sql.sql("insert into rooms (organization_id, name, capacity) values (?, ?, 20)")
          .params(admin.organization().value(), room)
          .update();
    }
    return PLANS.stream().map(Plan::name).toList();
  }
}
