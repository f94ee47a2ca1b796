package com.tryzore.crm.shell;

import com.tryzore.crm.access.BindingLostException;
import com.tryzore.crm.access.NotAllowedException;
import com.tryzore.crm.ui.Drawing;
import com.vaadin.flow.router.AccessDeniedException;
import com.vaadin.flow.router.NotFoundException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;

/** What can go wrong, as a person would tell it apart. */
enum Fault {
  /** The address leads nowhere, or to what is none of one's business: the same answer. */
  NOT_FOUND(Drawing.LOST, 404),
  /** It exists, and one's tier may not. */
  NO_RIGHT(Drawing.LOCKED, 403),
  /** The binding is gone: expired, revoked, or the role was taken away. */
  SIGNED_OUT(Drawing.LOCKED, 401),
  /** Someone else saved first. */
  CONFLICT(Drawing.TROUBLE, 409),
  /** The database does not answer, or not now. */
  UNAVAILABLE(Drawing.TROUBLE, 503),
  /** A mistake of ours. */
  BROKEN(Drawing.TROUBLE, 500);

  private static final int DEEPEST = 20;

  private final Drawing drawing;
  private final int status;

  Fault(Drawing drawing, int status) {
    this.drawing = drawing;
    this.status = status;
  }

  /** The fault behind an error or behind what caused it; frameworks wrap. */
  static Fault of(Throwable error) {
    // A lost binding decides, however deep it lies and whatever else went wrong because of it.
    if (BindingLostException.in(error).isPresent()) {
      return SIGNED_OUT;
    }
    @Nullable Throwable at = error;
    for (int depth = 0; at != null && depth < DEEPEST; depth++) {
      Fault fault = itself(at);
      if (fault != BROKEN) {
        return fault;
      }
      at = at.getCause();
    }
    return BROKEN;
  }

  private static Fault itself(Throwable error) {
    return switch (error) {
      case NotFoundException unknown -> NOT_FOUND;
      case AccessDeniedException shut -> NO_RIGHT;
      case NotAllowedException refused -> NO_RIGHT;
      case OptimisticLockingFailureException overtaken -> CONFLICT;
      case DataAccessResourceFailureException away -> UNAVAILABLE;
      case TransientDataAccessException busy -> UNAVAILABLE;
      case RecoverableDataAccessException broken -> UNAVAILABLE;
      case CannotCreateTransactionException away -> UNAVAILABLE;
      default -> BROKEN;
    };
  }

  Drawing drawing() {
    return drawing;
  }

  /** The status of HTTP for it. */
  int status() {
    return status;
  }

  /** The key of its title, sentence or action: {@code shell.fault.not-found.title}. */
  String key(String part) {
    return "shell.fault." + name().toLowerCase(Locale.ROOT).replace('_', '-') + "." + part;
  }
}
