package com.tryzore.crm.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import java.util.function.Supplier;

/**
 * A popover whose content is made when it opens and let go when it closes: what nobody looks at
 * costs an open tab no memory, and what is opened is up to date.
 */
public final class LatePopover extends Popover {

  /**
   * @param target what opens it, by click or Enter; the popover joins it by itself
   * @param label its name for those who do not see it
   * @param position where it opens
   * @param content makes what it shows
   */
  public LatePopover(
      Component target, String label, PopoverPosition position, Supplier<Component> content) {
    setTarget(target);
    setPosition(position);
    setAutofocus(true);
    setAriaLabel(label);
    addOpenedChangeListener(
        change -> {
          removeAll();
          if (change.isOpened()) {
            add(content.get());
          }
        });
  }
}
