package com.tryzore.crm.demo;

import com.tryzore.crm.access.Binding;
import com.tryzore.crm.access.UserId;
import com.tryzore.crm.frontdesk.HandOver;
import com.tryzore.crm.members.ClientId;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** What one shift leaves for the next at a demo gym, and what waits in people's inboxes. */
@Component
@Transactional
class DemoDesk {

  private final JdbcClient sql;
  private final HandOver handOver;
  private final JsonMapper json;

  DemoDesk(JdbcClient sql, HandOver handOver, JsonMapper json) {
    this.sql = sql;
    this.handOver = handOver;
    this.json = json;
  }

  /** Leaves notes, tells the desk what to look at and the owner what went past the rules. */
  void leave(Binding desk, UserId owner, List<ClientId> clients) {
    handOver.leave("Still open from last week: the laundry has not sent its invoice. Please call.");
    handOver.leave("Locker 14 is stuck; the locksmith comes at four.");
    ClientId soon = clients.get(DemoStory.ENDS_SOON_TODAY);
    ClientId twice = clients.getLast();
    ClientId allowed = clients.get(DemoStory.EXPIRED_BUT_ALLOWED);
    tell(desk, desk.user(), "import.welcome", Map.of(), "import", "demo-welcome");
    tell(desk, desk.user(), "membership.ends-soon", of(soon), "members/" + soon, "demo-soon");
    tell(desk, desk.user(), "member.duplicate", of(twice), "members/" + twice, "demo-twice");
    tell(desk, owner, "visit.allowed", of(allowed), "members/" + allowed, "demo-allowed");
    tell(desk, owner, "import.welcome", Map.of(), "import", "demo-welcome");
  }

  private static Map<String, String> of(ClientId client) {
    return Map.of("client", client.toString());
  }

  private void tell(
      Binding desk,
      UserId whom,
      String type,
      Map<String, String> parameters,
      String page,
      String once) {
    sql.sql("select access.notify(?, ?, cast(? as jsonb), ?, ?)")
        .params(
            whom.value(),
            type,
            json.writeValueAsString(parameters),
            "/o/" + desk.slug() + "/" + page,
            once)
        .query()
        .listOfRows();
  }
}
