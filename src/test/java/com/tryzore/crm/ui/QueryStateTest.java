package com.tryzore.crm.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.Location;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class QueryStateTest {

  private enum Sort {
    NAME,
    LAST_VISIT
  }

  private static QueryState state(String query) {
    return QueryState.of(new Location("o/riverside/members?" + query));
  }

  @Test
  void reads_each_kind_of_value() {
    QueryState state =
        state("q=smi%20jo&status=active&status=frozen&sort=last-visit&page=3&from=2026-03-14&mine");
    assertThat(state.text("q")).isEqualTo("smi jo");
    assertThat(state.texts("status")).containsExactly("active", "frozen");
    assertThat(state.choice("sort", Sort.class)).contains(Sort.LAST_VISIT);
    assertThat(state.number("page")).contains(3);
    assertThat(state.date("from")).contains(LocalDate.of(2026, 3, 14));
    assertThat(state.flag("mine")).isTrue();
  }

  @Test
  void what_cannot_be_read_counts_as_absent() {
    QueryState state = state("page=many&from=14.3.2026&sort=colour&id=7&q=");
    assertThat(state.number("page")).isEmpty();
    assertThat(state.date("from")).isEmpty();
    assertThat(state.choice("sort", Sort.class)).isEmpty();
    assertThat(state.id("id")).isEmpty();
    assertThat(state.text("q")).isEmpty();
    assertThat(state.text("nothing")).isEmpty();
    assertThat(state.flag("mine")).isFalse();
  }

  @Test
  void a_change_keeps_the_rest_and_an_empty_value_takes_it_out() {
    QueryState state = state("q=jo&status=active");
    assertThat(state.with("status", List.of("frozen", "lead")).toParameters().getQueryString())
        .isEqualTo("q=jo&status=frozen&status=lead");
    assertThat(state.with("q", " ")).isEqualTo(state("status=active"));
    assertThat(state.without("q", "status")).isEqualTo(QueryState.EMPTY);
    assertThat(state.with("sort", Sort.LAST_VISIT).text("sort")).isEqualTo("last-visit");
    assertThat(state.text("q")).isEqualTo("jo");
  }

  @Test
  void a_span_of_days_goes_through_an_address_and_back() {
    DateSpan whole = new DateSpan(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 3, 31));
    DateSpan open = new DateSpan(null, LocalDate.of(2026, 3, 31));
    assertThat(DateSpan.parse(whole.text())).contains(whole);
    assertThat(DateSpan.parse(open.text())).contains(open);
    assertThat(open.text()).isEqualTo("..2026-03-31");
    assertThat(DateSpan.parse("..")).isEmpty();
    assertThat(DateSpan.parse("2026")).isEmpty();
    assertThat(DateSpan.parse("soon..later")).isEmpty();
  }
}
