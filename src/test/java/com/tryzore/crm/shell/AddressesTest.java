package com.tryzore.crm.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.Location;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.test",
        "//evil.test",
        "javascript:alert(1)",
        "o/../login",
        "o//evil.test",
        "o/riverside\\evil",
        "o/riverside/members#x",
        "login",
        "o/",
        ""
      })
  void only_views_of_an_organization_are_led_to(String address) {
    assertThat(Addresses.isOurs(address)).isFalse();
  }

  @Test
  void the_same_place_keeps_its_filters() {
    assertThat(Addresses.again(new Location("o/riverside/members?q=smi%20jo&status=active")))
        .isEqualTo("o/riverside/members?q=smi%20jo&status=active");
    assertThat(Addresses.again(new Location("login"))).isEmpty();
  }

  @Test
  void home_is_the_front_door_of_the_organization() {
    assertThat(Addresses.home(new Location("o/riverside/members/7"))).isEqualTo("o/riverside");
    assertThat(Addresses.home(new Location("elsewhere"))).isEmpty();
  }
}
