package com.tryzore.crm.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class IconTest {

  private static final Pattern SYMBOL = Pattern.compile("<symbol id=\"([a-z-]+)\"");

  @Test
  void every_icon_is_drawn_and_every_drawing_of_the_sprite_has_a_name() throws IOException {
    TreeSet<String> names = new TreeSet<>();
    Arrays.stream(Icon.values()).forEach(icon -> names.add(icon.symbol()));
    assertThat(symbols("zore.svg")).isEqualTo(names);
  }

  @Test
  void every_drawing_for_empty_pages_is_drawn() throws IOException {
    TreeSet<String> names = new TreeSet<>();
    Arrays.stream(Drawing.values())
        .forEach(drawing -> names.add(drawing.name().toLowerCase(Locale.ROOT).replace('_', '-')));
    assertThat(symbols("drawings.svg")).isEqualTo(names);
  }

  @Test
  void the_icons_are_of_one_stroke() throws IOException {
    assertThat(Files.readAllLines(Path.of("frontend/icons/zore.svg")))
        .filteredOn(line -> line.contains("<symbol"))
        .allMatch(line -> line.contains("viewBox=\"0 0 20 20\" fill=\"none\""))
        .allMatch(line -> line.contains("stroke=\"currentColor\" stroke-width=\"1.5\""));
  }

  private static Set<String> symbols(String sprite) throws IOException {
    Set<String> found = new TreeSet<>();
    Matcher matcher = SYMBOL.matcher(Files.readString(Path.of("frontend/icons/" + sprite)));
    while (matcher.find()) {
      assertThat(found.add(matcher.group(1))).as("drawn once: " + matcher.group(1)).isTrue();
    }
    return found;
  }
}
