package com.tryzore.crm.ui;

import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.shared.HasValidationProperties;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Puts what a service found wrong beside the fields it concerns, and the focus into the first of
 * them. The words say how to mend it.
 *
 * <pre>{@code
 * FieldErrors errors = new FieldErrors().field("email", email).field("phone", phone);
 * errors.show(Map.of("email", getTranslation("members.email.twoAts"))); // others are cleared
 * }</pre>
 */
public final class FieldErrors {

  private final Map<String, HasValidationProperties> fields = new LinkedHashMap<>();

  /** Registers a field under the name that the service uses, in the order on screen. */
  public FieldErrors field(String name, HasValidationProperties field) {
    fields.put(name, field);
    return this;
  }

  /**
   * Shows these messages and clears the other fields.
   *
   * @return whether all is well, that is, whether no message concerned a registered field
   */
  public boolean show(Map<String, String> messages) {
    boolean focused = false;
    for (Map.Entry<String, HasValidationProperties> entry : fields.entrySet()) {
      String message = messages.get(entry.getKey());
      HasValidationProperties field = entry.getValue();
      field.setErrorMessage(message);
      field.setInvalid(message != null);
      if (message != null && !focused && field instanceof Focusable<?> focusable) {
        focusable.focus();
        focused = true;
      }
    }
    return messages.keySet().stream().noneMatch(fields::containsKey);
  }

  /** Takes all messages away. */
  public void clear() {
    show(Map.of());
  }
}
