package com.tryzore.crm.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.tryzore.crm.ui.Icon;
import com.tryzore.crm.ui.PaletteItem;
import com.tryzore.crm.ui.PaletteSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** One row for one thing, however many sources know it. */
class AnswersTest {

  private record Source(String headingKey, int order, String answersTo, String title)
      implements PaletteSource {
    @Override
    public List<PaletteItem> find(String typed, int limit) {
      return typed.startsWith(answersTo)
          ? List.of(PaletteItem.of(Icon.MEMBER, title, () -> {}))
          : List.of();
    }
  }

  private static List<String> answers(String typed) {
    StaticListableBeanFactory beans = new StaticListableBeanFactory();
    beans.addBean("profile", new Source("members", 10, "", "open"));
    beans.addBean("desk", new Source("members", 9, "s", "check in"));
    beans.addBean("places", new Source("places", 90, "", "go"));
    return new Answers(beans.getBeanProvider(PaletteSource.class))
        .to(typed).groups().stream()
            .flatMap(group -> group.items().stream())
            .map(PaletteItem::title)
            .toList();
  }

  @Test
  void of_sources_under_one_heading_the_first_that_answers_is_heard() {
    assertThat(answers("smi")).containsExactly("check in", "go");
    assertThat(answers("jo")).containsExactly("open", "go");
  }
}
