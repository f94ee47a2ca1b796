package com.tryzore.crm.members.ui;

import com.tryzore.crm.access.BindingLostException;
import com.tryzore.crm.access.NotAllowedException;
import com.tryzore.crm.members.NoSuchMemberException;
import com.tryzore.crm.ui.Icon;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.transaction.TransactionException;

/**
 * Says at the top of a form, and aloud, why a save did not go through; everything typed stays. A
 * lost binding and a conflict with somebody else are not explained here: they are thrown on.
 */
final class SaveTrouble extends Div {
  private static final Logger log = LoggerFactory.getLogger(SaveTrouble.class);

  private final Span words = new Span();

  SaveTrouble() {
    addClassNames("member-trouble", "zore-tone-bad", "zore-wide");
    getElement().setAttribute("role", "alert");
    add(Icon.WARNING.create(), words);
    setVisible(false);
  }

  /**
   * Tries to save.
   *
   * @return whether it went through
   */
  boolean around(Runnable save) {
    setVisible(false);
    Optional<String> trouble = attempt(save);
    trouble.ifPresent(
        sentence -> {
          words.setText(sentence);
          setVisible(true);
          scrollIntoView();
        });
    return trouble.isEmpty();
  }

  private Optional<String> attempt(Runnable save) {
    try {
      save.run();
      return Optional.empty();
    } catch (BindingLostException | OptimisticLockingFailureException notForThisBanner) {
      throw notForThisBanner;
    } catch (NotAllowedException refused) {
      return Optional.of(getTranslation("members.form.notAllowed"));
    } catch (NoSuchMemberException gone) {
      return Optional.of(getTranslation("members.form.gone"));
    } catch (DataAccessException | TransactionException unreachable) {
      if (BindingLostException.in(unreachable).isPresent()) {
        throw unreachable;
      }
      log.warn("A form could not be saved: {}", unreachable.getClass().getSimpleName());
      return Optional.of(getTranslation("members.form.unreachable"));
    }
  }
}
